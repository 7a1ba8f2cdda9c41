import type { Table } from '../documents/tables/api.ts'
import type { TemplateContent, TemplateId } from '../documents/templates/api.ts'
import type { Page } from '../page/page.ts'
import type { Report, ReportFormat } from '../workbook/report.ts'

/** A report in words, before it is a file. Pure: the same workbook gives the same report. */
export interface Written {
  /** Beginning of the file's name: says nothing about anybody. */
  stem: string
  /** What completes a Word template; absent where only tables can be had. */
  docx?: { template: TemplateId, content: TemplateContent }
  /** For spreadsheets; the first one is what a CSV file holds. */
  tables: readonly Table[]
}

declare global {
  interface Provided { reports: ReportsApi }
}

/** What the script `reports` provides: the workbook as files that people read and work on with. */
export interface ReportsApi {
  /** Makes the file and hands it to the browser; returns its name. */
  save (report: Report, format: ReportFormat, page: Page): Promise<string>
}
