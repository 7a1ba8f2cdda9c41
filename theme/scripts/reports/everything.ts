import type { Table } from '../documents/tables/api.ts'
import type { TemplateRow } from '../documents/templates/api.ts'
import { answerText, dayText, rowLabel } from '../workbook/guide-index.ts'
import type { Guide, InstrumentDefinition } from '../workbook/guide.ts'
import { isMeeting } from '../workbook/meeting-id.ts'
import { planHome, steps } from '../workbook/plan.ts'
import { agency, countAnswers, partnersOf, planSubject, valueOf, type Workbook } from '../workbook/workbook.ts'
import { nameIn } from '../workbook/unnamed.ts'
import * as common from '../words/common.ts'
import { everythingFile, sheet } from '../words/exports.ts'
import { answers, partners as partnersWord } from '../words/storage.ts'
import type { Written } from '../page/written.ts'
import { today } from '../workbook/day.ts'
import { planTable } from './plan.ts'
import * as words from '../words/reports.ts'
import { keysOf, worksheetTable } from './worksheet-table.ts'

export interface Told { question: string, answer: string, note: string }

/** All that the workbook holds, tool by tool: nothing that was typed is left out. */
export function writeEverything (guide: Guide, book: Workbook): Written {
  const partners = partnersOf(book, true)
  const groups = guide.instruments.flatMap(instrument =>
    (instrument.perPartner === true ? partners.map(({ id }) => ({ id, name: nameIn(book, id)! })) : [{ id: agency, name: words.agency }])
      .map(subject => ({ instrument, about: subject.name, subject: subject.id, told: tell(instrument, book, subject.id) }))
      .filter(group => group.told.length > 0))
  const gone = goneAnswers(guide, book)
  const rows: TemplateRow[] = [
    ...groups.map(g => ({ cells: { tool: g.instrument.title, subject: g.about }, rows: { answer: g.told.map(t => ({ cells: { ...t } })) } })),
    ...gone.length === 0 ? [] : [{ cells: { tool: words.gone, subject: '' }, rows: { answer: gone.map(t => ({ cells: { ...t } })) } }]
  ]
  const home = planHome(guide)
  const planned = steps(book, home)
  const tables: Table[] = [
    {
      title: common.allAnswers,
      columns: [common.tool, common.about, common.question, common.answer, common.note],
      rows: [
        ...groups.flatMap(g => g.told.map(t => [g.instrument.title, g.about, t.question, t.answer, t.note])),
        ...gone.map(t => [words.gone, '', t.question, t.answer, t.note])
      ]
    },
    ...groups.flatMap(g => g.instrument.parts.flatMap(part => {
      if (!('table' in part)) return []
      const table = worksheetTable(part.table, book, g.subject)
      return table.rows.length === 0 ? [] : [g.instrument.perPartner === true ? { ...table, title: sheet({ table: table.title, about: g.about }) } : table]
    })),
    ...planned.length === 0 ? [] : [planTable(planned, home, book)]
  ]
  return {
    stem: everythingFile,
    docx: {
      template: 'template-everything',
      content: {
        texts: { date: dayText(today()), summary: words.summary({ answers: answers({ count: countAnswers(book) }), partners: partnersWord({ count: partners.length }) }) },
        rows: { tool: rows }
      }
    },
    tables
  }
}

/** What an instrument holds about one subject, in its own order. */
export function tell (instrument: InstrumentDefinition, book: Workbook, subject: string): Told[] {
  const items = new Map(instrument.domains?.flatMap(d => d.items).map(i => [i.id, i.label]))
  const value = (id: string): string => valueOf(book, subject, id)
  const told: Told[] = []
  const done = new Set<string>()
  for (const part of instrument.parts) {
    if ('table' in part) {
      const { table } = part
      for (const key of keysOf(table, book, subject)) {
        for (const column of table.columns) {
          const text = answerText(value(`${table.id}.${key}.${column.id}`), column)
          if (text !== '') told.push({ question: common.field.cell({ table: table.label, row: rowLabel(table, key), column: column.label }), answer: text, note: '' })
        }
      }
    } else if (items.has(part.item) && instrument.kind === 'assessment') {
      // An item's answer, help, evidence and note are one line of the file; the answer is the first of them.
      if (done.has(part.item)) continue
      done.add(part.item)
      const id = `${instrument.id}.${part.item}`
      const [answer, help, evidence, note] = ['answer', 'help', 'evidence', 'note'].map(end => value(`${id}.${end}`)) as [string, string, string, string]
      if (answer + help + evidence + note === '') continue
      told.push({
        question: items.get(part.item) ?? part.item,
        answer: answer === '' ? words.notAnswered : answerText(answer, part.field),
        note: [help === '' ? '' : common.helpWanted, evidence === '' ? '' : words.howWeKnow({ text: evidence }), note].filter(t => t !== '').join('\n')
      })
    } else {
      const text = answerText(value(part.field.id), part.field)
      if (text !== '') told.push({ question: part.field.label, answer: text, note: '' })
    }
  }
  return told
}

/** Answers whose question is gone, and parts of the plan that no worksheet has. */
export function goneAnswers (guide: Guide, book: Workbook): Told[] {
  const known = new Set(guide.instruments.flatMap(i => i.parts.flatMap(part =>
    'field' in part ? [part.field.id] : part.table.columns.map(column => `${part.table.id} ${column.id}`))))
  const found: Told[] = []
  for (const [id, subject] of book.subjects) {
    if (id === planSubject || isMeeting(id)) continue
    const about = nameIn(book, id)
    for (const [field, answer] of subject.answers) {
      // A cell is known by its table and its column.
      if (answer.value === '' || known.has(field) || known.has(field.replace(/\.[^.]+\.([^.]+)$/, ' $1'))) continue
      found.push({ question: about === undefined ? field : sheet({ table: field, about }), answer: answer.value, note: '' })
    }
  }
  return found
}
