import { most } from './limits.ts'

/** A file was not taken; nothing was changed. */
export class WorkbookRefused extends Error {
  /** @param where In which part of the file, for a damaged one. */
  constructor (readonly reason: 'not-ours' | 'newer' | 'damaged' | 'too-large' | 'long-answer' | 'many-partners' | 'many-rows' | 'many-entries' | 'many-layers', readonly where = '') {
    super(`workbook refused: ${reason} ${where}`)
    this.name = 'WorkbookRefused'
  }
}

export function stamp (raw: Record<string, unknown>, where: string): { at: number, by: string } {
  return { at: moment(raw, 'at', where), by: tag(raw, 'by', where) }
}

export function moment (raw: Record<string, unknown>, key: string, where: string): number {
  const at = own(raw, key)
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0 || at > 2 ** 52) throw new WorkbookRefused('damaged', where)
  return at
}

export function flag<K extends string> (raw: Record<string, unknown>, key: K, where: string): { [P in K]?: true } {
  const value = own(raw, key)
  if (value === undefined || value === false) return {}
  if (value !== true) throw new WorkbookRefused('damaged', where)
  return { [key]: true } as { [P in K]?: true }
}

export function text (raw: Record<string, unknown>, key: string, where: string, longest = most.text): string {
  const value = own(raw, key)
  if (typeof value !== 'string' || value.length > longest) throw new WorkbookRefused('damaged', where)
  return value
}

/** What tells workbooks, tabs and rows apart: it stands in other files too, so it holds nothing that means something there. */
export function tag (raw: Record<string, unknown>, key: string, where: string): string {
  const value = text(raw, key, where)
  if (!/^[\w.-]{0,100}$/.test(value)) throw new WorkbookRefused('damaged', where)
  return value
}

export function entries (value: unknown, where: string): [string, unknown][] {
  return Object.entries(record(value, where))
}

export function record (value: unknown, where: string): Record<string, unknown> {
  if (!isRecord(value)) throw new WorkbookRefused('damaged', where)
  return value
}

export function isRecord (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What the object itself holds: never what it inherits. */
export function own (raw: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(raw, key) ? raw[key] : undefined
}
