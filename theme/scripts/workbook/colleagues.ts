import { noteOf } from './agreeing.ts'
import { ownValue } from './alike.ts'
import type { InstrumentDefinition, ItemDefinition, Option } from './guide.ts'
import { isClosed } from './layer-id.ts'
import { isBare, layersOf, type Layer, type LayerSubject } from './layers.ts'
import { majority, spreadOf, widestFirst, type Spread } from './spread.ts'
import { agency, type Workbook } from './workbook.ts'

/** What one colleague answered, or several without names. */
export interface View { id: string, layer: Layer }

/** Views in the order in which they were taken in, but for halves of partners that nobody has seen yet. @param read See `layersOf`. */
export function viewsOf (book: Workbook, read?: Map<string, Layer>): View[] {
  return layersOf(book, read)
    .filter(({ id, layer }) => layer.kind !== 'round' && !isClosed(id))
    .sort((a, b) => a.layer.at - b.layer.at || (a.id < b.id ? -1 : 1))
}

/** The letter of a view where no role is said: A to Z, then AA. @param place From 0. */
export function letterOf (place: number): string {
  return (place >= 26 ? letterOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + place % 26)
}

/**
 * The letter of each view: what it is called, where that is one; to the others those that are left, in their order. Counts have none.
 * @param more How many views come that have no name yet: their letters stand last.
 */
export function lettersOf (views: readonly View[], more = 0): string[] {
  const taken = new Set<string>()
  const letters = views.map(({ layer: { kind, name } }) => {
    const own = kind !== 'counts' && /^[A-Z]{1,2}$/.test(name) && !taken.has(name) ? name : ''
    taken.add(own)
    return own
  })
  let next = 0
  const fresh = (): string => {
    while (taken.has(letterOf(next))) next++
    return letterOf(next++)
  }
  return [...letters.map((letter, i) => letter !== '' || views[i]!.layer.kind === 'counts' ? letter : fresh()), ...Array.from({ length: more }, fresh)]
}

/** One choice or tick of a file. */
interface Chosen { subject: string, instrument: string, field: string, value: string }

/** What of a file can be counted. What is no option of its question is somebody's own text. */
function chosenIn ({ subjects }: Layer, choices: ReadonlyMap<string, ReadonlySet<string>>): Chosen[] {
  return Object.entries(subjects).flatMap(([subject, { answers }]) => Object.entries(answers).flatMap(([field, { value }]) =>
    choices.get(field)?.has(value) === true ? [{ subject, instrument: field.slice(0, field.indexOf('.')), field, value }] : []))
}

/** Whom and what one file alone answers: of these, counts would be its answers. @param choices See `counted`. */
export function answeredAlone (files: readonly Layer[], choices: ReadonlyMap<string, ReadonlySet<string>>): { subject: string, instrument: string }[] {
  const found = new Map<string, Pick<Chosen, 'subject' | 'instrument'> & { by: Set<Layer> }>()
  for (const file of files) {
    for (const { subject, instrument } of chosenIn(file, choices)) {
      const key = `${subject} ${instrument}`
      const known = found.get(key) ?? { subject, instrument, by: new Set() }
      found.set(key, known)
      known.by.add(file)
    }
  }
  return [...found.values()].filter(({ by }) => by.size < 2).map(({ subject, instrument }) => ({ subject, instrument }))
}

/**
 * Several files as one layer of counts: how many chose what. Nothing else of them is in it: no text that somebody wrote, no rows, no time, no name
 * of a file, and neither who said what nor in which order. What one file alone answers is left out (`answeredAlone`).
 * It cannot be added to or parted again.
 * @param files What each answered, at least two: of one, counts would be its answers.
 * @param choices Ids of the fields that are choices or ticks.
 * @throws {RangeError} of fewer than two.
 */
export function counted (files: readonly Layer[], choices: ReadonlyMap<string, ReadonlySet<string>>, name: string, at: number, day: string): Layer {
  if (files.length < 2) throw new RangeError('one view would be told by its counts')
  const alone = new Set(answeredAlone(files, choices).map(({ subject, instrument }) => `${subject} ${instrument}`))
  const counts = new Map<string, Map<string, Map<string, number>>>()
  const instruments = new Set<string>()
  const partners = new Map<string, string>()
  for (const file of files) {
    for (const { subject, instrument, field, value } of chosenIn(file, choices)) {
      if (alone.has(`${subject} ${instrument}`)) continue
      instruments.add(instrument)
      const fields = counts.get(subject) ?? new Map<string, Map<string, number>>()
      const options = fields.get(field) ?? new Map<string, number>()
      counts.set(subject, fields.set(field, options.set(value, (options.get(value) ?? 0) + 1)))
    }
    for (const { id, name } of file.partners) partners.set(id, name)
  }
  const latest = (of: 'guide' | 'lang'): string => files.map(file => file[of]).sort().at(-1)!
  return {
    kind: 'counts', name, at, day, guide: latest('guide'), lang: latest('lang'), instruments: [...instruments], views: files.length, subjects: {},
    counts: Object.fromEntries([...counts].map(([subject, fields]) => [subject, Object.fromEntries([...fields].map(([field, options]) => [field, Object.fromEntries(options)]))])),
    partners: [...partners].filter(([id]) => counts.has(id)).map(([id, name]) => ({ id, name }))
  }
}

/** Fields that are choices or ticks, with the values that they can have. */
export function choicesOf (instruments: readonly InstrumentDefinition[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { parts } of instruments) {
    for (const part of parts) {
      if (!('field' in part)) continue
      const { id, kind, options = [] } = part.field
      switch (kind) {
        case 'choice':
          found.set(id, new Set(options.map(option => option.id)))
          break
        case 'check':
          found.set(id, new Set(['yes']))
          break
        case 'text':
        case 'long':
        case 'date':
      }
    }
  }
  return found
}

/** A question with what everybody said. */
export interface Standing {
  item: ItemDefinition
  area: string
  /** Its field. */
  field: string
  /** By option id: the views that say so, and how many without names. */
  said: Map<string, { views: View[], more: number }>
  /** How many have no answer to it. */
  open: number
  spread: Spread | null
  /** Notes of views that have a name, in their order. */
  notes: { view: View, text: string }[]
}

/** Where a team stands together on one assessment, about one subject: in the order of the form. */
export function standings (instrument: InstrumentDefinition, subject: string, views: readonly View[]): Standing[] {
  const places = new Map(instrument.scale?.options.map(({ id, value }) => [id, value ?? 0]))
  const most = Math.max(0, ...places.values())
  const about = views.filter(({ layer }) => answeredBy(layer, instrument.id, subject))
  return (instrument.domains ?? []).flatMap(({ title, items }) => items.map((item): Standing => {
    const field = `${instrument.id}.${item.id}.answer`
    const said = new Map<string, { views: View[], more: number }>()
    const at = (option: string): { views: View[], more: number } => {
      const known = said.get(option) ?? { views: [], more: 0 }
      said.set(option, known)
      return known
    }
    const notes: Standing['notes'] = []
    let open = 0
    const noteField = noteOf(field)
    for (const view of about) {
      const { kind, counts, views: several = 0 } = view.layer
      if (kind === 'counts') {
        const of = Object.entries(ownValue(ownValue(counts, subject), field) ?? {})
        for (const [option, count] of of) at(option).more += count
        open += several - of.reduce((sum, [, count]) => sum + count, 0)
        continue
      }
      const { answers } = view.layer.subjects[subject]!
      const answer = answers[field]?.value ?? ''
      if (answer === '') open++
      else at(answer).views.push(view)
      const note = answers[noteField]?.value ?? ''
      if (note !== '') notes.push({ view, text: note })
    }
    const counts = [...said].map(([option, { views, more }]) => [option, views.length + more] as const)
    // How many say the same does not tell how far they lie apart.
    const onScale = counts.flatMap(([option, count]) => places.has(option) ? Array.from({ length: Math.min(count, 2) }, () => places.get(option)!) : [])
    return { item, area: title, field, said, open, spread: spreadOf(onScale, most), notes }
  }))
}

/** The widest first, of these the important ones, and of these those that are split most evenly; otherwise the order of the form. */
export function byWidth (a: Standing, b: Standing): number {
  const split = ({ said }: Standing): number => majority([...said.values()].map(({ views, more }) => views.length + more))
  return widestFirst.indexOf(a.spread) - widestFirst.indexOf(b.spread) || Number(b.item.critical === true) - Number(a.item.critical === true) || split(a) - split(b)
}

/** How many say what, the lowest of the scale first; what stands apart from it comes last. */
export function countsOf ({ said }: Standing, options: readonly Option[]): { option: Option, count: number }[] {
  return options.flatMap(option => {
    const found = said.get(option.id)
    return found === undefined ? [] : [{ option, count: found.views.length + found.more }]
  })
}

/** Whether a view says anything to an instrument about a subject. */
export function answeredBy ({ kind, counts, subjects }: Layer, instrument: string, subject: string): boolean {
  const fields = kind === 'counts' ? ownValue(counts, subject) : ownValue(subjects, subject)?.answers
  return Object.keys(fields ?? {}).some(field => field.startsWith(`${instrument}.`))
}

/** Whom views are about in one instrument: the agency, or partners. */
export function subjectsOf (instrument: InstrumentDefinition, views: readonly View[]): string[] {
  const found = new Set(views.flatMap(({ layer }) => Object.keys(layer.kind === 'counts' ? layer.counts ?? {} : layer.subjects)))
  return [...found].filter(subject => (subject === agency) !== (instrument.perPartner === true) && views.some(({ layer }) => answeredBy(layer, instrument.id, subject)))
}

/** A colleague's answers as a layer. */
export function viewFrom (subjects: Record<string, LayerSubject>, about: Pick<Layer, 'name' | 'at' | 'day' | 'guide' | 'lang' | 'partners'>): Layer | null {
  const fields = Object.values(subjects).flatMap(({ answers }) => Object.keys(answers))
  const layer: Layer = { ...about, kind: 'colleague', subjects, instruments: [...new Set(fields.map(field => field.slice(0, field.indexOf('.'))))] }
  return isBare(layer) ? null : layer
}
