import { dayText } from '../workbook/guide-index.ts'
import type { InstrumentDefinition } from '../workbook/guide.ts'
import { isToAsk, resultOf, type Score, type ScoredItem } from '../workbook/scoring.ts'
import { agency, type Workbook } from '../workbook/workbook.ts'
import { nameIn } from '../workbook/unnamed.ts'
import { averageOf, ruleOf } from '../workbook/average.ts'
import * as common from '../words/common.ts'
import { resultsFile } from '../words/exports.ts'
import { yes } from '../words/frame.ts'
import type { Written } from '../page/written.ts'
import { optionLabels, rowsOr } from './parts.ts'
import { today } from '../workbook/day.ts'
import * as words from '../words/reports.ts'

/** Where a team stands by one assessment. */
export function writeResults (instrument: InstrumentDefinition, book: Workbook, partner: string | null): Written {
  const subject = partner ?? agency
  const about = partner === null ? words.agency : nameIn(book, partner) ?? ''
  const result = resultOf(instrument, book, subject)
  const labels = optionLabels(instrument)
  const options = instrument.scale?.options ?? []
  const count = (score: Score): string => words.answeredOf({ answered: score.answered + score.notApplicable, all: score.answered + score.notApplicable + score.open })
  const mean = (score: Score): string => score.average === null ? words.none : averageOf(score.average, result.most)
  const areas = [...result.domains.map(d => ({ title: d.title, score: d.score, items: d.items })), { title: words.overall, score: result.overall, items: result.domains.flatMap(d => d.items) }]
  const helped = (items: readonly ScoredItem[]): string => String(items.filter(i => i.help).length)
  const answer = (item: ScoredItem): string => labels.get(item.answer) ?? words.notAnswered
  const mark = (item: ScoredItem): string => item.critical === true ? common.important : ''
  return {
    stem: resultsFile({ tool: instrument.id }),
    docx: {
      template: 'template-results',
      content: {
        texts: {
          tool: instrument.title, subject: about, date: dayText(today()), answered: count(result.overall),
          rule: ruleOf(result.most, options)
        },
        rows: {
          domain: areas.map(a => ({ cells: { domain: a.title, result: mean(a.score), answered: count(a.score), help: helped(a.items) } })),
          ask: rowsOr(result.toAsk.map(i => ({ question: i.label, note: i.note }))),
          strength: rowsOr(result.strengths.map(i => ({ question: i.label, answer: answer(i) }))),
          gap: rowsOr(result.gaps.map(i => ({ question: i.label, answer: answer(i), mark: mark(i) }))),
          help: rowsOr(result.helpWanted.map(i => ({ question: i.label, note: i.note })))
        }
      }
    },
    tables: [
      {
        title: instrument.title,
        columns: [common.area, common.question, common.mark, common.answer, common.helpWanted, common.howDoYouKnow, common.note],
        rows: result.domains.flatMap(d => d.items.map(i => [d.title, i.label, mark(i), isToAsk(i) ? common.stillToAsk : labels.get(i.answer) ?? '', i.help ? yes : '', i.evidence, i.note]))
      },
      {
        title: words.average,
        columns: [common.area, common.answered, words.average],
        rows: areas.map(a => [a.title, count(a.score), a.score.average === null ? '' : Math.round(a.score.average * 100) / 100])
      }
    ]
  }
}
