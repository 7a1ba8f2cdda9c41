import type { Rest } from './entry.ts'

/** The latest version of the workbook format that this script reads. */
export const currentVersion = 2

/** The version that a workbook is written in: the first one, unless it holds what that does not know (`layers.ts`). */
export function versionOf ({ rest }: { rest: Rest }): unknown {
  return rest.get('version') ?? 1
}

/** What is packed was written by a newer version. Named as browsers name the same of a database. */
export type NewerWorkbook = DOMException & { readonly id: string }

/** @param id Of the workbook: what is typed on this page belongs to it. */
export function newerWorkbook (id: string): NewerWorkbook {
  return Object.assign(new DOMException('newer', 'VersionError'), { id })
}

/** A step from one version to the next, on the parsed JSON of a file. */
export type Migration = (file: Record<string, unknown>) => Record<string, unknown>

/** The step at key n leads from version n to n + 1. */
const migrations: ReadonlyMap<number, Migration> = new Map([
  // These words had no meaning yet.
  [1, file => Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'layers' && key !== 'wordings'))]
])

/** Brings a file of an older version up to the present one, step by step. */
export function migrate (
  file: Record<string, unknown>, from: number, steps: ReadonlyMap<number, Migration> = migrations, to = currentVersion
): Record<string, unknown> {
  let current = file
  for (let version = from; version < to; version++) {
    const step = steps.get(version)
    if (step === undefined) throw new RangeError(`no step leads from version ${version} of the workbook`)
    current = { ...step(current), version: version + 1 }
  }
  return current
}
