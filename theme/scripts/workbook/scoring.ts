import type { InstrumentDefinition, ItemDefinition } from './guide.ts'
import { valueOf, type Workbook } from './workbook.ts'

/**
 * The rule, which every page of results states: the average of the answers given, each counted by its place on the scale.
 * Questions without an answer and those that do not apply are left out; nothing unanswered counts as "not yet".
 */
export interface Score {
  /** How many answers count. */
  answered: number
  notApplicable: number
  open: number
  /** Average of the answers that count; null where there is none. */
  average: number | null
}

export interface ScoredItem extends ItemDefinition {
  domain: string
  /** The option's id; '' for none. */
  answer: string
  /** Place on the scale; null where it does not count. */
  value: number | null
  help: boolean
  /** How they know; '' for nothing, or where it is not asked. */
  evidence: string
  note: string
}

export interface Result {
  most: number
  /** Important questions without an answer: they are to be asked before anything else. */
  toAsk: ScoredItem[]
  overall: Score
  domains: { id: string, title: string, score: Score, items: ScoredItem[] }[]
  /** Answered with the highest step. */
  strengths: ScoredItem[]
  /** Answered in the lower half of the scale: critical ones first, then the lowest. */
  gaps: ScoredItem[]
  helpWanted: ScoredItem[]
}

/** The results of an assessment about one subject. */
export function resultOf (instrument: InstrumentDefinition, book: Workbook, subject: string): Result {
  const values = new Map(instrument.scale?.options.map(o => [o.id, o.value ?? 0]))
  const most = Math.max(0, ...values.values())
  const notApplicable = instrument.scale?.notApplicable?.id
  const domains = (instrument.domains ?? []).map(domain => {
    const items = domain.items.map((item): ScoredItem => {
      const answer = valueOf(book, subject, `${instrument.id}.${item.id}.answer`)
      return {
        ...item, domain: domain.title, answer, value: values.get(answer) ?? null,
        help: valueOf(book, subject, `${instrument.id}.${item.id}.help`) !== '',
        evidence: valueOf(book, subject, `${instrument.id}.${item.id}.evidence`),
        note: valueOf(book, subject, `${instrument.id}.${item.id}.note`)
      }
    })
    return { id: domain.id, title: domain.title, items, score: score(items, notApplicable) }
  })
  const items = domains.flatMap(d => d.items)
  return {
    most, domains, overall: score(items, notApplicable),
    toAsk: items.filter(isToAsk),
    strengths: items.filter(i => i.value === most && most > 0),
    gaps: items.filter(i => i.value !== null && i.value < most / 2).sort(byWeight),
    helpWanted: items.filter(i => i.help).sort(byWeight)
  }
}

/** Whether it is important and has no answer yet. */
export function isToAsk (item: ScoredItem): boolean {
  return item.critical === true && item.answer === ''
}

/** Critical items first, then the lowest answers; otherwise the order of the form. */
export function byWeight (a: ScoredItem, b: ScoredItem): number {
  return Number(b.critical === true) - Number(a.critical === true) || (a.value ?? Infinity) - (b.value ?? Infinity) || 0
}

function score (items: readonly ScoredItem[], notApplicable: string | undefined): Score {
  const counted = items.flatMap(i => i.value ?? [])
  const apart = items.filter(i => i.answer !== '' && i.answer === notApplicable).length
  return {
    answered: counted.length,
    notApplicable: apart,
    open: items.length - counted.length - apart,
    average: counted.length === 0 ? null : counted.reduce((sum, value) => sum + value, 0) / counted.length
  }
}

/** Partners side by side: one row per item, those still to ask first, then critical ones, and whether the partners differ there. */
export interface ComparedItem {
  item: ItemDefinition
  domain: string
  /** One per partner, in their order. */
  answers: ScoredItem[]
  /** Whether two partners have different answers, or one has an answer and another none. */
  differs: boolean
}

function rank ({ item, answers }: ComparedItem): number {
  return answers.some(isToAsk) ? 2 : Number(item.critical === true)
}

export function comparePartners (instrument: InstrumentDefinition, book: Workbook, partners: readonly string[]): ComparedItem[] {
  const results = partners.map(partner => resultOf(instrument, book, partner).domains.flatMap(d => d.items))
  const first = results[0] ?? []
  return first
    .map((item, i): ComparedItem => {
      const answers = results.map(result => result[i]!)
      return { item, domain: item.domain, answers, differs: new Set(answers.map(a => a.answer)).size > 1 }
    })
    .sort((a, b) => rank(b) - rank(a))
}
