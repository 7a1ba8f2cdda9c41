import type { InstrumentDefinition, ItemDefinition, Option } from './guide.ts'
import type { Wording } from './layers.ts'
import type { Answer, Workbook } from './workbook.ts'

/**
 * What became of an answer. `differs`: one of the two stands apart from the scale, such as "does not apply"; `open`: there was one and
 * is none now; `reworded`: the question was worded differently then, so the two are not compared; `gone`: it is not asked any more.
 */
export type Change = 'up' | 'down' | 'same' | 'new' | 'differs' | 'open' | 'reworded' | 'gone'

/** A question with its answer at one time. */
export interface Told {
  /** The option's id; '' for none. */
  answer: string
  /** As it was said then; '' for none. */
  text: string
  /** Place on the scale; null where it has none. */
  value: number | null
}

export interface Moved {
  item: Pick<ItemDefinition, 'id' | 'label' | 'critical'>
  area: string
  then: Told
  now: Told
  change: Change
  /** The words of the question then, where they were others and somebody kept them. */
  asked?: string
  /** Steps up the scale; below 0 down. 0 where there is nothing to compare. */
  by: number
}

/** How many questions of an area stand in the upper half of the scale, or are ticked. */
export interface AreaMoved { title: string, then: number, now: number, all: number }

export interface ThenAndNow {
  /** Every question that has an answer at one of the two times: in the order of the form, those that are not asked any more last. */
  rows: Moved[]
  areas: AreaMoved[]
  count: Readonly<Record<Change, number>>
  /** What moved by the most steps, at most three; both ways. */
  most: Moved[]
  /** The steps of the scale, the lowest first; none where questions are ticked. */
  steps: readonly Option[]
}

/** What one instrument's questions have to say: their fields and options. */
interface Asked { item: ItemDefinition, area: string, field: string, wording: string, options: ReadonlyMap<string, Option> }

const ticked = 'yes'

/** What `thenAndNow` needs to say of ticks. */
export interface TickWords { ticked: string, open: string }

/**
 * One instrument at two times, for one subject. Never a mean: each question moved or did not.
 * @param wordingOf The words of a question by the hash of its wording, where somebody kept them.
 */
export function thenAndNow (
  instrument: InstrumentDefinition, subject: string, then: Workbook, now: Workbook, wordingOf: (hash: string | undefined) => Wording | undefined, ticks: TickWords
): ThenAndNow {
  const asked = questionsOf(instrument)
  const isTicked = instrument.kind === 'checklist'
  const tell = (book: Workbook, { field, wording, options }: Pick<Asked, 'field' | 'wording' | 'options'>): Told => {
    const answer = book.subjects.get(subject)?.answers.get(field)
    const id = answer?.value ?? ''
    if (isTicked) return { answer: id, text: id === ticked ? ticks.ticked : ticks.open, value: Number(id === ticked) }
    const label = answer?.wording === wording ? undefined : wordingOf(answer?.wording)?.options.find(option => option.id === id)?.label
    return { answer: id, text: label ?? options.get(id)?.label ?? id, value: options.get(id)?.value ?? null }
  }
  const rows = asked.flatMap((question): Moved[] => {
    const { item, area, field } = question
    const [before, after] = [tell(then, question), tell(now, question)]
    if (before.answer === '' && after.answer === '') return []
    const [a, b] = [then, now].map(book => book.subjects.get(subject)?.answers.get(field))
    const change = isReworded(a, b) ? 'reworded' : changeOf(before, after, isTicked)
    const was = change === 'reworded' ? wordingOf(a?.wording)?.question : undefined
    return [{ item, area, then: before, now: after, change, ...was !== undefined && { asked: was }, by: change === 'up' || change === 'down' ? after.value! - before.value! : 0 }]
  })
  const gone = goneFrom(instrument, asked, subject, then, wordingOf)
  const all = [...rows, ...gone]
  return {
    rows: all, areas: areasOf(instrument, asked, rows), steps: isTicked ? [] : instrument.scale?.options ?? [],
    count: Object.fromEntries((['up', 'down', 'same', 'new', 'differs', 'open', 'reworded', 'gone'] as const).map(change => [change, all.filter(row => row.change === change).length])) as Record<Change, number>,
    most: rows.filter(({ by }) => by !== 0).sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || Number(b.item.critical === true) - Number(a.item.critical === true)).slice(0, 3)
  }
}

function questionsOf (instrument: InstrumentDefinition): Asked[] {
  const fields = new Map(instrument.parts.flatMap(part => 'field' in part ? [[part.field.id, part.field] as const] : []))
  return (instrument.domains ?? []).flatMap(({ title, items }) => items.flatMap((item): Asked[] => {
    const id = `${instrument.id}.${item.id}`
    const field = fields.get(`${id}.answer`) ?? fields.get(id)
    return field === undefined ? [] : [{ item, area: title, field: field.id, wording: field.wording, options: new Map((field.options ?? []).map(option => [option.id, withValue(option, instrument)])) }]
  }))
}

/** Options of a field do not say their place on the scale; the scale does. */
function withValue (option: Option, { scale }: InstrumentDefinition): Option {
  const value = option.value ?? scale?.options.find(({ id }) => id === option.id)?.value
  return value === undefined ? option : { ...option, value }
}

function isReworded (then: Answer | undefined, now: Answer | undefined): boolean {
  return Boolean(then?.value) && Boolean(now?.value) && then!.wording !== undefined && now!.wording !== undefined && then!.wording !== now!.wording
}

function changeOf (then: Told, now: Told, isTicked: boolean): Change {
  if (!isTicked && then.answer === '') return 'new'
  if (!isTicked && now.answer === '') return 'open'
  if (then.answer === now.answer) return 'same'
  if (then.value === null || now.value === null) return 'differs'
  return now.value > then.value ? 'up' : 'down'
}

/** What was answered then and is not asked any more, with its words where they were kept. */
function goneFrom (instrument: InstrumentDefinition, asked: readonly Asked[], subject: string, then: Workbook, wordingOf: (hash: string | undefined) => Wording | undefined): Moved[] {
  const known = new Set(asked.map(({ field }) => field))
  const isAnswer = instrument.kind === 'checklist' ? (field: string) => field.split('.').length === 2 : (field: string) => field.endsWith('.answer')
  return [...then.subjects.get(subject)?.answers ?? []].flatMap(([field, { value, wording }]): Moved[] => {
    if (value === '' || known.has(field) || !field.startsWith(`${instrument.id}.`) || !isAnswer(field)) return []
    const words = wordingOf(wording)
    const id = field.split('.')[1]!
    return [{
      item: { id, label: words?.question ?? id }, area: '', change: 'gone', by: 0,
      then: { answer: value, text: words?.options.find(option => option.id === value)?.label ?? value, value: null }, now: { answer: '', text: '', value: null }
    }]
  })
}

function areasOf (instrument: InstrumentDefinition, asked: readonly Asked[], rows: readonly Moved[]): AreaMoved[] {
  const most = instrument.kind === 'checklist' ? 1 : Math.max(0, ...(instrument.scale?.options ?? []).map(({ value }) => value ?? 0))
  const isHigh = ({ value }: Told): boolean => value !== null && value >= most / 2
  const apart = new Set(rows.filter(({ change }) => change === 'reworded').map(({ item }) => item.id))
  return (instrument.domains ?? []).flatMap(({ title, items }): AreaMoved[] => {
    const all = items.filter(item => asked.some(question => question.item === item) && !apart.has(item.id))
    const of = rows.filter(row => all.some(item => item.id === row.item.id))
    return all.length === 0 ? [] : [{ title, all: all.length, then: of.filter(row => isHigh(row.then)).length, now: of.filter(row => isHigh(row.now)).length }]
  })
}

/** The upper half of a scale, which areas count. */
export function upperHalf ({ scale }: InstrumentDefinition): Option[] {
  const options = scale?.options ?? []
  const most = Math.max(0, ...options.map(({ value }) => value ?? 0))
  return options.filter(({ value }) => (value ?? 0) >= most / 2)
}

/** Whom an instrument was answered about at either time, by id. */
export function subjectsIn (instrument: InstrumentDefinition, ...books: readonly Workbook[]): Set<string> {
  const found = new Set<string>()
  for (const { subjects } of books) {
    for (const [id, { answers }] of subjects) {
      for (const [field, { value }] of answers) {
        if (value === '' || !field.startsWith(`${instrument.id}.`)) continue
        found.add(id)
        break
      }
    }
  }
  return found
}
