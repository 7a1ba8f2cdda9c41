import { decidedOf, verdictField } from '../workbook/decision.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { InstrumentDefinition } from '../workbook/guide.ts'
import { comparePartners, isToAsk, resultOf, type ScoredItem } from '../workbook/scoring.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { nameIn } from '../workbook/unnamed.ts'
import { averageOf } from '../workbook/average.ts'
import * as common from '../words/common.ts'
import { comparisonFile, sheet } from '../words/exports.ts'
import type { TemplateContent } from '../documents/templates/api.ts'
import type { Written } from '../page/written.ts'
import { optionLabels } from './parts.ts'
import { today } from '../workbook/day.ts'
import * as words from '../words/reports.ts'

/** Whether so many partners have room beside each other (`MostBeside` of `DocxTemplates.cs`). */
function isBeside (partners: number): partners is 2 | 3 | 4 {
  return partners >= 2 && partners <= 4
}

/** Places of all partners' columns: names with the number of each. */
function numbered (columns: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  return Object.fromEntries(columns.flatMap((places, i) => Object.entries(places).map(([name, text]) => [`${name}${i + 1}`, text])))
}

/** Partners side by side: what to look at first comes first. */
export function writeComparison (instrument: InstrumentDefinition, book: Workbook, partners: readonly string[], onlyDifferences: boolean): Written {
  const names = partners.map(id => nameIn(book, id) ?? id)
  const labels = optionLabels(instrument)
  const compared = comparePartners(instrument, book, partners).filter(row => !onlyDifferences || row.differs)
  const given = (item: ScoredItem): string => isToAsk(item) ? common.stillToAsk : labels.get(item.answer) ?? ''
  const note = (item: ScoredItem): string => [item.help ? common.helpWanted : '', item.note].filter(t => t !== '').join('\n')
  const asked = verdictField(instrument)
  const decided = (id: string): string => Object.values(decidedOf(instrument, book, id)).filter(t => t !== '').join(', ')
  const mark = (critical: boolean, differs: boolean): string => [critical ? common.important : '', differs ? words.differ : ''].filter(t => t !== '').join(', ')
  const glances = partners.map((id, i) => {
    const { overall, most, helpWanted } = resultOf(instrument, book, id)
    const said = overall.answered + overall.notApplicable
    return {
      partner: names[i]!, verdict: decided(id), answered: words.answeredOf({ answered: said, all: said + overall.open }),
      result: overall.average === null ? words.none : averageOf(overall.average, most), help: String(helpWanted.length)
    }
  })
  const texts = { tool: instrument.title, date: dayText(today()) }
  /** A column for each partner. */
  const beside = (): TemplateContent => ({
    texts: { ...texts, ...numbered(glances) },
    rows: {
      question: compared.map(row => {
        const said = mark(row.item.critical === true, row.differs)
        return {
          cells: {
            question: row.item.label, mark: said === '' ? '' : `\n${said}`, ...numbered(row.answers.map(item => ({
              answer: given(item) || words.notAnswered,
              more: [item.evidence === '' ? '' : words.howWeKnow({ text: item.evidence }), note(item)].filter(t => t !== '').map(t => `\n${t}`).join('')
            })))
          }
        }
      })
    }
  })
  /** A row for each partner. */
  const below = (): TemplateContent => ({
    texts,
    rows: {
      partner: glances.map(cells => ({ cells })),
      question: compared.map(row => ({
        cells: { question: row.item.label, mark: mark(row.item.critical === true, row.differs) },
        rows: { answer: row.answers.map((item, i) => ({ cells: { partner: names[i]!, answer: given(item) || words.notAnswered, evidence: item.evidence, note: note(item) } })) }
      }))
    }
  })
  return {
    stem: comparisonFile({ tool: instrument.id }),
    docx: isBeside(partners.length) ? { template: `template-side-${partners.length}`, content: beside() } : { template: 'template-comparison', content: below() },
    tables: [{
      title: instrument.title,
      columns: [common.area, common.question, common.mark, ...names.flatMap(name => [name, ...[common.howDoYouKnow, common.note].map(about => sheet({ table: name, about }))])],
      rows: [
        ...asked === undefined ? [] : [['', asked.label, '', ...partners.flatMap(id => [decided(id), '', ''])]],
        ...compared.map(row => [row.domain, row.item.label, mark(row.item.critical === true, row.differs),
          ...row.answers.flatMap(item => [given(item), item.evidence, note(item)])])
      ]
    }]
  }
}
