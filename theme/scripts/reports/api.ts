import type { Table } from '../documents/tables/api.ts'
import type { TemplateContent, TemplateId } from '../documents/templates/api.ts'
import type { Page } from '../page/page.ts'

/** What a file tells of the workbook. */
export type Report =
  /** Where the agency stands, or where one partner does, by one assessment. */
  | { kind: 'results', instrument: string, partner: string | null }
  /** Partners side by side in one assessment. */
  | { kind: 'comparison', instrument: string, partners: readonly string[], onlyDifferences: boolean }
  /** The action plan; `steps` are the keys of the steps to show, in order. */
  | { kind: 'plan', steps: readonly string[] }
  /** All answers. */
  | { kind: 'everything' }
  /** One table of a worksheet, by `instrument.table`. */
  | { kind: 'table', table: string, partner: string | null }

export type ReportFormat = 'docx' | 'xlsx' | 'csv'

/** A report in words, before it is a file. Pure: the same workbook gives the same report. */
export interface Written {
  /** Beginning of the file's name: says nothing about anybody. */
  stem: string
  /** What completes a Word template; absent where only tables can be had. */
  docx?: { template: TemplateId, content: TemplateContent }
  /** For spreadsheets; the first one is what a CSV file holds. */
  tables: readonly Table[]
}

/** What the script `reports` provides: the workbook as files that people read and work on with. */
export interface ReportsApi {
  /** Makes the file and hands it to the browser; returns its name. */
  save (report: Report, format: ReportFormat, page: Page): Promise<string>
}
