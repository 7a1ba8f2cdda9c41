import fc from 'fast-check'
import { rowKey } from '../../workbook/row-key.ts'
import { oneLine } from '../../workbook/text.ts'
import type { DocumentDefinition, FieldDefinition, Guide } from '../../workbook/guide.ts'

const phrases = [
  'plain words', 'Quotes "double", \'single\' & <angle> \\(brackets\\)', 'ma\u00f1ana ni\u00f1o \u201cs\u00ed\u201d \u2014 \u20ac 5',
  'Ti\u1ebfng Vi\u1ec7t c\u00f3 d\u1ea5u', '\u652f\u63f4\u5c31\u696d\u670d\u52d9', '\u062f\u0639\u0645 \u0627\u0644\u0639\u0645\u0644 123',
  '\u{1f642} \u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\0=1+2\x1f\u2028_x000A_ \v\u200f\ud800\x85\u200b_x0022_\ttab', 'x'.repeat(600), 'many words '.repeat(60).trim()
]

const line = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...phrases) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) })
  // LibreOffice keeps these for itself.
  .map(text => oneLine(text).replace(/[\ufff9-\ufffc]/g, '').trim()).filter(text => text !== '')
const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map(all => all.join('\n'))
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))

/** Any answer that a field takes, where text is of these kinds. */
export function answerFor (field: FieldDefinition, text = line, long = lines): fc.Arbitrary<string> {
  switch (field.kind) {
    case 'text': return text
    case 'long': return long
    case 'check': return fc.constant('yes')
    case 'date': return day
    case 'choice': return fc.constantFrom(...field.options!.map(option => option.id))
  }
}

/** Answers for a document, with as many rows as asked for in tables that grow; about one in five is empty. */
export function answersFor (guide: Guide, document: DocumentDefinition, rowCount: number, seed: number): { answers: Map<string, string>, rows: Map<string, string[]> } {
  const answers = new Map<string, string>()
  const rows = new Map<string, string[]>()
  let next = seed
  const put = (field: FieldDefinition, id: string): void => {
    const [answer] = fc.sample(fc.option(answerFor(field), { freq: 4, nil: '' }), { seed: next++, numRuns: 1 })
    if (answer !== undefined && answer !== '') answers.set(id, answer)
  }
  for (const instrument of guide.instruments.filter(i => document.instruments.includes(i.id))) {
    for (const part of instrument.parts) {
      if ('field' in part) {
        put(part.field, part.field.id)
        continue
      }
      const { table } = part
      const keys = table.fixedRows?.map(row => row.key) ?? Array.from({ length: rowCount }, (_, i) => `r${2 * i + 1}`)
      if (table.fixedRows === undefined) rows.set(table.id, keys)
      for (const key of keys) table.columns.forEach(column => { put(column, `${table.id}.${key}.${column.id}`) })
    }
  }
  return { answers, rows }
}

/** How many rounds `everyAnswer` takes until every option of every field and every kind of text was there. */
export function roundsOf (guide: Guide): number {
  const fields = guide.instruments.flatMap(i => i.parts.flatMap(part => 'field' in part ? [part.field] : part.table.columns))
  return Math.max(phrases.length, ...fields.map(field => field.options?.length ?? 0))
}

/** The partner's name in a round. */
export function partnerIn (round: number): string {
  return phrases[round % phrases.length]!.slice(0, 120)
}

/** Every field answered: in round n with its nth option, and with the nth kind of text, which long ones write on two lines. */
export function everyAnswer (guide: Guide, document: DocumentDefinition, round: number): { answers: Map<string, string>, rows: Map<string, string[]> } {
  const answers = new Map<string, string>()
  const rows = new Map<string, string[]>()
  const text = phrases[round % phrases.length]!
  const put = (field: FieldDefinition, id: string): void => {
    const options = field.options ?? []
    answers.set(id, {
      text,
      long: `${text}\n${phrases[(round + 1) % phrases.length]!}`,
      check: 'yes',
      date: `20${String(10 + round).padStart(2, '0')}-0${1 + round % 9}-${10 + round}`,
      choice: options[round % Math.max(1, options.length)]?.id ?? ''
    }[field.kind])
  }
  for (const instrument of guide.instruments.filter(i => document.instruments.includes(i.id))) {
    for (const part of instrument.parts) {
      if ('field' in part) {
        put(part.field, part.field.id)
        continue
      }
      const keys = part.table.fixedRows?.map(row => row.key) ?? Array.from({ length: part.table.blankRows }, (_, i) => `r${i + 1}`)
      if (part.table.fixedRows === undefined) rows.set(part.table.id, keys)
      for (const key of keys) part.table.columns.forEach(column => { put(column, `${part.table.id}.${key}.${column.id}`) })
    }
  }
  return { answers, rows }
}

/** Every field answered with what no other field says, its own id in text, so that an answer in a wrong place is seen. */
export function ownAnswers (guide: Guide, document: DocumentDefinition): { answers: Map<string, string>, rows: Map<string, string[]> } {
  const answers = new Map<string, string>()
  const rows = new Map<string, string[]>()
  const put = (field: FieldDefinition, id: string): void => {
    const n = answers.size
    answers.set(id, {
      text: id,
      long: `${id}\nand more`,
      check: 'yes',
      date: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
      choice: field.options?.[n % field.options.length]?.id ?? ''
    }[field.kind])
  }
  for (const instrument of guide.instruments.filter(i => document.instruments.includes(i.id))) {
    for (const part of instrument.parts) {
      if ('field' in part) {
        put(part.field, part.field.id)
        continue
      }
      const { table } = part
      // As many as on paper; the last one has a key that no blank form has.
      const keys = table.fixedRows?.map(row => row.key) ?? Array.from({ length: table.blankRows }, (_, i) => rowKey(i + 1 < table.blankRows ? i + 1 : i + 9))
      if (table.fixedRows === undefined) rows.set(table.id, keys)
      for (const key of keys) table.columns.forEach(column => { put(column, `${table.id}.${key}.${column.id}`) })
    }
  }
  return { answers, rows }
}
