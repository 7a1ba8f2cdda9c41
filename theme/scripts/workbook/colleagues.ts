import type { InstrumentDefinition, ItemDefinition, Option } from './guide.ts'
import { isBare, layerTexts, readLayer, type Counts, type Layer, type LayerSubject } from './layers.ts'
import { majority, spreadOf, widestFirst, type Spread } from './spread.ts'
import { agency, type Workbook } from './workbook.ts'

/** What one colleague answered, or several without names. */
export interface View { id: string, layer: Layer }

/** Views in the order in which they were taken in. @param read See `roundsOf`. */
export function viewsOf (book: Workbook, read?: Map<string, Layer>): View[] {
  return [...layerTexts(book)]
    .flatMap(([id, text]): View[] => {
      if (text === '') return []
      const layer = read?.get(text) ?? readLayer(text)
      read?.set(text, layer)
      return layer.kind === 'round' ? [] : [{ id, layer }]
    })
    .sort((a, b) => a.layer.at - b.layer.at || (a.id < b.id ? -1 : 1))
}

/** The letter of a view where no role is said: A to Z, then AA. @param place From 0. */
export function letterOf (place: number): string {
  return (place >= 26 ? letterOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + place % 26)
}

/**
 * Several files as one layer of counts: how many chose what. Nothing else of them is in it: no text that somebody wrote, no rows, no time, no name
 * of a file, and neither who said what nor in which order. It cannot be added to or parted again.
 * @param files What each answered, at least two: of one, counts would be its answers.
 * @param choices Ids of the fields that are choices or ticks.
 * @throws {RangeError} of fewer than two.
 */
export function counted (files: readonly Layer[], choices: ReadonlyMap<string, ReadonlySet<string>>, name: string, at: number, day: string): Layer {
  if (files.length < 2) throw new RangeError('one view would be told by its counts')
  const counts: Counts = {}
  const partners = new Map<string, string>()
  for (const file of files) {
    for (const [subject, { answers }] of Object.entries(file.subjects)) {
      for (const [field, { value }] of Object.entries(answers)) {
        // What is no option of the question is somebody's own text.
        if (choices.get(field)?.has(value) !== true) continue
        const of = (counts[subject] ??= {})[field] ??= {}
        of[value] = (of[value] ?? 0) + 1
      }
    }
    for (const { id, name } of file.partners) partners.set(id, name)
  }
  const fields = Object.values(counts).flatMap(of => Object.keys(of))
  const instruments = new Set(fields.map(field => field.slice(0, field.indexOf('.'))))
  const latest = (of: 'guide' | 'lang'): string => files.map(file => file[of]).sort().at(-1)!
  return {
    kind: 'counts', name, at, day, guide: latest('guide'), lang: latest('lang'), instruments: [...instruments], views: files.length, subjects: {}, counts,
    partners: [...partners].filter(([id]) => id in counts).map(([id, name]) => ({ id, name }))
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
    for (const view of about) {
      const { kind, counts, views: several = 0 } = view.layer
      if (kind === 'counts') {
        const of = Object.entries(counts?.[subject]?.[field] ?? {})
        for (const [option, count] of of) at(option).more += count
        open += several - of.reduce((sum, [, count]) => sum + count, 0)
        continue
      }
      const { answers } = view.layer.subjects[subject]!
      const answer = answers[field]?.value ?? ''
      if (answer === '') open++
      else at(answer).views.push(view)
      const note = answers[field.replace(/answer$/, 'note')]?.value ?? ''
      if (note !== '') notes.push({ view, text: note })
    }
    const counts = [...said].map(([option, { views, more }]) => [option, views.length + more] as const)
    const onScale = counts.flatMap(([option, count]) => places.has(option) ? Array.from({ length: count }, () => places.get(option)!) : [])
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
  const fields = kind === 'counts' ? counts?.[subject] : subjects[subject]?.answers
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
