import type { Guide, InstrumentDefinition, TableDefinition } from '../workbook/guide.ts'
import { agency, type Workbook } from '../workbook/workbook.ts'
import type { Report } from '../workbook/report.ts'
import type { Written } from '../page/written.ts'
import { writeComparison } from './comparison.ts'
import { writePlan } from './plan.ts'
import { writeResults } from './results.ts'
import { worksheetTable } from './worksheet-table.ts'

/** A report in words; what it names stands in the guide. All answers together are told by the script `paper`, which has them already. */
export function write (report: Exclude<Report, { kind: 'everything' }>, guide: Guide, book: Workbook): Written {
  switch (report.kind) {
    case 'plan': return writePlan(guide, book, report.steps)
    case 'table': {
      const table = tableOf(guide, report.table)
      return { stem: report.table.replace('.', ' '), tables: [worksheetTable(table, book, report.partner ?? agency)] }
    }
    case 'results': return writeResults(instrumentOf(guide, report.instrument), book, report.partner)
    case 'comparison': return writeComparison(instrumentOf(guide, report.instrument), book, report.partners, report.onlyDifferences)
  }
}

function instrumentOf (guide: Guide, id: string): InstrumentDefinition {
  return guide.instruments.find(i => i.id === id)!
}

function tableOf (guide: Guide, id: string): TableDefinition {
  return guide.instruments.flatMap(i => i.parts).flatMap(part => 'table' in part ? part.table : []).find(table => table.id === id)!
}
