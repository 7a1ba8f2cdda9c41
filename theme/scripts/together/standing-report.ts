import type { Written } from '../page/written.ts'
import { noteOf } from '../workbook/agreeing.ts'
import { answeredBy, byWidth, countsOf, lettersOf, standings, type Standing, type View } from '../workbook/colleagues.ts'
import { today } from '../workbook/day.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { InstrumentDefinition, Option } from '../workbook/guide.ts'
import { sideRows, viewsBeside } from '../workbook/side-by-side.ts'
import { titleOf } from '../workbook/titles.ts'
import { valueOf, type Workbook } from '../workbook/workbook.ts'
import * as common from '../words/common.ts'
import { language } from '../words/language.ts'
import * as all from '../words/together.ts'

const words = all.stand

/** How many views with a role are named one by one where a question is told in one cell. */
const mostNamed = 12

/** What is compared, and which rows of it in which order. */
export interface StandingChosen { tool: InstrumentDefinition, subject: string, about: string, widest: boolean, onlyDiffer: boolean }

/** Answers of the scale of a tool, those that stand apart from it last. */
export function optionsOf ({ scale }: InstrumentDefinition): Option[] {
  return [...scale?.options ?? [], ...scale?.notApplicable === undefined ? [] : [scale.notApplicable]]
}

/** The rows of an assessment as somebody chose to see them. */
export function chosenRows ({ tool, subject, widest, onlyDiffer }: StandingChosen, views: readonly View[]): Standing[] {
  const rows = standings(tool, subject, views).filter(({ spread }) => !onlyDiffer || (spread !== null && spread !== 'alike'))
  return widest ? rows.sort(byWidth) : rows
}

/** How many say what, and how many nothing, in a sentence. */
export function sentenceOf (row: Standing, options: readonly Option[]): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return words.sentence({ list: list.format([...countsOf(row, options).map(({ option, count }) => words.says({ count, answer: option.label })), ...row.open === 0 ? [] : [words.openViews({ count: row.open })]]) })
}

/** Where a team stands together on one tool, for Word and for spreadsheets: what the page tells, and no mean. */
export function writeStanding (chosen: StandingChosen, views: readonly View[], book: Workbook): Written {
  const { tool, subject, about } = chosen
  const here = views.filter(({ layer }) => answeredBy(layer, tool.id, subject))
  const named = tool.kind === 'assessment' ? here : viewsBeside(tool, subject, views)
  const told = tool.kind === 'assessment' ? assessment(chosen, views, here, book) : worksheet(chosen, named)
  return {
    stem: words.fileName({ tool: tool.id }),
    docx: {
      template: 'template-together',
      content: {
        texts: { tool: tool.title, subject: about, views: new Intl.ListFormat(language, { type: 'unit' }).format(named.map(({ layer }) => layer.name)), date: dayText(today()) },
        rows: { question: told.rows.map(cells => ({ cells })) }
      }
    },
    tables: told.tables
  }
}

interface Told { rows: Record<'question' | 'mark' | 'said' | 'spread' | 'ours', string>[], tables: Written['tables'] }

function assessment (chosen: StandingChosen, views: readonly View[], here: readonly View[], book: Workbook): Told {
  const { tool, subject } = chosen
  const options = optionsOf(tool)
  const letters = lettersOf(views)
  const nameOf = new Map(views.map((view, i) => [view, view.layer.name === letters[i] || letters[i] === '' ? view.layer.name : `${letters[i]} ${view.layer.name}`]))
  const rows = chosenRows(chosen, views)
  const mark = ({ item }: Standing): string => item.critical === true ? common.important : ''
  const labelOf = (id: string | undefined): string => options.find(option => option.id === id)?.label ?? id ?? ''
  const people = here.filter(({ layer }) => layer.kind === 'colleague')
  const whoSays = ({ said }: Standing): string[] => people.length > mostNamed ? [] : options.flatMap(({ id, label }) => {
    const list = said.get(id)?.views ?? []
    return list.length === 0 ? [] : [titleOf(label, new Intl.ListFormat(language, { type: 'unit' }).format(list.map(view => nameOf.get(view)!)))]
  })
  const [ours, why] = [(row: Standing) => labelOf(valueOf(book, subject, row.field)), (row: Standing) => valueOf(book, subject, noteOf(row.field))]
  const saidBy = (row: Standing, view: View): string => labelOf([...row.said].find(([, { views }]) => views.includes(view))?.[0])
  return {
    rows: rows.map(row => ({
      question: row.item.label, mark: mark(row), spread: all.spread[row.spread ?? 'nothing'],
      said: [sentenceOf(row, options), ...whoSays(row), ...row.notes.map(({ view, text }) => words.note({ who: view.layer.name, text }))].join('\n'),
      ours: [ours(row) || all.noAnswer, why(row)].filter(text => text !== '').join('\n')
    })),
    tables: [
      {
        title: tool.title, columns: [common.area, common.question, common.mark, words.alike, ...options.map(({ label }) => label), all.noAnswer, words.agreed, words.why],
        rows: rows.map(row => [row.area, row.item.label, mark(row), all.spread[row.spread ?? 'nothing'],
          ...options.map(({ id }) => (row.said.get(id)?.views.length ?? 0) + (row.said.get(id)?.more ?? 0)), row.open, ours(row), why(row)])
      },
      ...people.length === 0 ? [] : [{ title: words.byView, columns: [common.question, ...people.map(view => nameOf.get(view)!)], rows: rows.map(row => [row.item.label, ...people.map(view => saidBy(row, view))]) }],
      ...rows.every(({ notes }) => notes.length === 0) ? [] : [{ title: common.note, columns: [common.question, words.who, common.note], rows: rows.flatMap(({ item, notes }) => notes.map(({ view, text }) => [item.label, view.layer.name, text])) }]
    ]
  }
}

function worksheet ({ tool, subject, onlyDiffer }: StandingChosen, views: readonly View[]): Told {
  const rows = sideRows(tool, subject, views.map(({ layer }) => layer)).filter(({ isSame }) => !onlyDiffer || !isSame)
  return {
    rows: rows.map(({ label, said }) => ({
      question: label, mark: '', spread: '', ours: '',
      said: said.map((texts, i) => titleOf(views[i]!.layer.name, texts.length === 0 ? all.noAnswer : texts.join('\n'))).join('\n')
    })),
    tables: [{ title: tool.title, columns: [common.question, ...views.map(({ layer }) => layer.name)], rows: rows.map(({ label, said }) => [label, ...said.map(texts => texts.join('\n'))]) }]
  }
}
