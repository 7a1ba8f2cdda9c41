import { randomName } from './stamp.ts'

/** How the id of a view begins that tells what the workbook itself said; those of all others begin otherwise. */
const oursMark = 'ours'

/** An id that no layer has. */
export function layerId (isOurs = false): string {
  return randomName(isOurs ? oursMark : 'l')
}

/** Whether a layer tells what the workbook itself said. */
export function tellsOurs (id: string): boolean {
  return id.startsWith(oursMark)
}
