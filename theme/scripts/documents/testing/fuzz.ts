import { fillDocx } from '../docx-fill.ts'
import { Refused } from '../metadata.ts'
import { fillPdf } from '../pdf-fill.ts'
import { read } from '../read.ts'
import { blankDocx } from './blank-docx.ts'
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

/** Reads `count` broken files, from `seed` on. */
export async function fuzz (count: number, seed: number): Promise<FuzzReport> {
  const answers = content({ 'sample.name': 'One', 'sample.why': 'Two\nlines \u652f', 'sample.safe.answer': 'partly', 'sample.done': 'yes', 'sample.gives.r7.what': 'x' })
  const files = [await blankDocx(), (await fillDocx(await blankDocx(), answers)).bytes, blankPdf(), (await fillPdf(blankPdf(), answers, noInk)).bytes]
  const report: FuzzReport = { outcomes: {}, failures: [], slowest: { ms: 0, seed: 0 } }
  for (let n = seed; n < seed + count; n++) {
    const bytes = await mutate(files, n)
    const start = process.cpuUsage()
    let outcome = 'read'
    try {
      await read(bytes, guide)
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
