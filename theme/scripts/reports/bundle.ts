import { fileName, saveFile } from '../page/file.ts'
import { fromBase64 } from '../workbook/base64.ts'
import type { Written } from '../page/written.ts'
import type { ReportsApi } from './api.ts'
import { write } from './write.ts'

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv'
}

const reports: ReportsApi = {
  async save (report, format, page) {
    const guide = await page.load('guide')
    const { book } = page.session
    const written: Written = report.kind === 'written' ? report.written : report.kind === 'everything'
      ? (await page.load('paper')).writeEverything(guide, book)
      : write(report, guide, book)
    let bytes: Uint8Array<ArrayBuffer>
    if (format === 'docx') {
      // Who offers a Word file knows that there is one.
      const { template, content } = written.docx!
      const [documents, blank] = await Promise.all([page.load('documents'), page.load(`docx/${template}`)])
      bytes = await documents.fillTemplate(fromBase64(blank), content)
    } else {
      const tables = await page.load('tables')
      bytes = format === 'xlsx' ? await tables.xlsx(written.tables) : tables.csv(written.tables[0]!)
    }
    const name = fileName(written.stem, format)
    saveFile(name, bytes, types[format])
    return name
  }
}

window.toolkit?.provide('reports', reports)
