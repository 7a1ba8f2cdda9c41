import * as words from '../words/reports.ts'
import { inTenths } from './in-words.ts'
import type { Option } from './guide.ts'

/** An average as people read it, out of the most that it can be. */
export function averageOf (average: number, most: number): string {
  return words.outOf({ average: inTenths(average), most })
}

/** How to read an average. @param options Of its scale, the lowest first. */
export function ruleOf (most: number, options: readonly Option[]): string {
  return words.rule({ most, ...endsOf(options) })
}

/** The two ends of a scale in words. */
export function endsOf (options: readonly Option[]): { low: string, high: string } {
  return { low: options[0]?.label.toLowerCase() ?? '', high: options.at(-1)?.label.toLowerCase() ?? '' }
}
