import { today } from '../workbook/day.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import type { Written } from '../page/written.ts'
import { areaAt, nameOfTime, shiftOf, toldAnswer } from '../workbook/shift-words.ts'
import { answersOf, roundsOf, type Round } from '../workbook/rounds.ts'
import { nameIn } from '../workbook/unnamed.ts'
import { agency, type Workbook } from '../workbook/workbook.ts'
import * as common from '../words/common.ts'
import * as reports from '../words/reports.ts'
import * as words from '../words/together.ts'

/** What somebody chose to compare: `then` and `now` are ids of rounds, '' for today. */
export interface Chosen { instrument: string, partner: string | null, then: string, now: string, onlyChanged: boolean }

/** One tool at two times, for Word and for spreadsheets. */
export function writeRounds (report: Chosen, guide: Guide, book: Workbook): Written {
  const instrument = guide.instruments.find(({ id }) => id === report.instrument)!
  const rounds = roundsOf(book)
  const at = (id: string): Round | null => rounds.find(round => round.id === id) ?? null
  const [then, now] = [at(report.then), at(report.now)]
  const { result, headline, notes } = shiftOf(instrument, report.partner ?? agency, book, then, now)
  const rows = result.rows.filter(({ change }) => !report.onlyChanged || change !== 'same')
  const about = report.partner === null ? reports.agency : nameIn(answersOf(book, now), report.partner) ?? nameIn(answersOf(book, then), report.partner) ?? ''
  const important = (critical?: true): string => critical === true ? common.important : ''
  return {
    stem: words.file({ tool: instrument.id }),
    docx: {
      template: 'template-rounds',
      content: {
        texts: { tool: instrument.title, subject: about, then: nameOfTime(then), now: nameOfTime(now), date: dayText(today()), headline: [`${headline}.`, ...notes].join(' ') },
        rows: {
          area: result.areas.map(area => ({ cells: { area: area.title || instrument.title, then: areaAt(area.then, area.all), now: areaAt(area.now, area.all) } })),
          question: rows.map(row => ({ cells: { question: row.item.label, mark: important(row.item.critical), then: toldAnswer(row, 'then'), now: toldAnswer(row, 'now'), change: words.change[row.change] } }))
        }
      }
    },
    tables: [
      {
        title: instrument.title, columns: [common.area, common.question, common.mark, words.then, words.now, words.changeHead],
        rows: rows.map(row => [row.area, row.item.label, important(row.item.critical), row.then.text, row.now.text, words.change[row.change]])
      },
      { title: words.byArea, columns: [common.area, words.then, words.now, words.questions], rows: result.areas.map(({ title, then, now, all }) => [title, then, now, all]) }
    ]
  }
}
