import type { Page } from '../page/page.ts'
import type { WrittenReport } from '../page/written.ts'
import type { Report, ReportFormat } from '../workbook/report.ts'

declare global {
  interface Provided { reports: ReportsApi }
}

/** What the script `reports` provides: the workbook as files that people read and work on with. */
export interface ReportsApi {
  /** Makes the file and hands it to the browser; returns its name. */
  save (report: Report | WrittenReport, format: ReportFormat, page: Page): Promise<string>
}
