import { fillDocx } from '../docx-fill.ts'
import { Refused } from '../metadata.ts'
import { fillPdf } from '../pdf-fill.ts'
import { read } from '../read.ts'
import { signOf } from '../symbols/signs.ts'
import { blankDocx, docx, run } from './blank-docx.ts'
import { blankPdf, noInk } from './blank-pdf.ts'
import { content, guide } from './guide.ts'
import { mutate } from './mutate.ts'

/** What came of many broken files. */
export interface FuzzReport {
  /** How many were read, and how many refused for each reason. */
  outcomes: Record<string, number>
  /** Files that made the code throw something else, or took too long. */
  failures: string[]
  /** Milliseconds of processor time that the slowest file took, and its seed. */
  slowest: { ms: number, seed: number }
}

const longestMs = 1000

const wrapped = (id: string, inner: string): string => `<w:sdt><w:sdtPr><w:tag w:val="${id}"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

/** What programs of the world write: controls around cells, choices, tracked changes, fields, signs. */
const worldly = wrapped('theirs', `<w:tbl>${['r1', 'r2', 'r3'].map(key => wrapped('', `<w:tr>${['what', 'ours', 'agreed', 'by', 'tie'].map(column =>
  wrapped(`sample.gives.${key}.${column}`, `<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('x')}</w:p><w:p>${run('y')}</w:p></w:tc>`)).join('')}</w:tr>`)).join('')}</w:tbl>`) +
  wrapped('sample.why', `<w:p><mc:AlternateContent><mc:Choice Requires="w14">${run('a')}</mc:Choice><mc:Fallback>${run('b')}</mc:Fallback></mc:AlternateContent><w:ins>${run('c')}</w:ins><w:del><w:r><w:delText>d</w:delText></w:r></w:del>` +
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')

/** Reads `count` broken files, from `seed` on. */
export async function fuzz (count: number, seed: number): Promise<FuzzReport> {
  const answers = content({ 'sample.name': 'One', 'sample.why': 'Two\nlines \u652f', 'sample.safe.answer': 'partly', 'sample.done': 'yes', 'sample.gives.r7.what': 'x' })
  const files = [await blankDocx(), await docx(worldly), (await fillDocx(await blankDocx(), answers)).bytes, blankPdf(), (await fillPdf(blankPdf(), answers, noInk)).bytes]
  const report: FuzzReport = { outcomes: {}, failures: [], slowest: { ms: 0, seed: 0 } }
  for (let n = seed; n < seed + count; n++) {
    const bytes = await mutate(files, n)
    const start = process.cpuUsage()
    let outcome = 'read'
    try {
      await read(bytes, guide, { symbols: async () => signOf })
    } catch (error) {
      outcome = error instanceof Refused ? error.reason : 'threw'
      if (!(error instanceof Refused)) report.failures.push(`seed ${n}: ${String(error)}`)
    }
    const used = process.cpuUsage(start)
    const ms = (used.user + used.system) / 1000
    report.outcomes[outcome] = (report.outcomes[outcome] ?? 0) + 1
    if (ms > longestMs) report.failures.push(`seed ${n}: ${Math.round(ms)} ms`)
    if (ms > report.slowest.ms) report.slowest = { ms: Math.round(ms), seed: n }
  }
  if (Object.keys(Object.prototype).length > 0 || ({} as Record<string, unknown>)['format'] !== undefined) report.failures.push('a prototype was changed')
  return report
}
