import { limits } from '../../documents/limits.ts'
import { within, toFetch } from '../../workbook/circuit.ts'
import type { TableDefinition } from '../../workbook/guide.ts'
import { decode, isZip } from './decode.ts'
import { readDelimited } from './delimited.ts'
import { NotAList, type Grid } from './grid.ts'
import { isConnections, joinKumu } from './kumu.ts'
import { readSpreadsheet } from './spreadsheet.ts'

/**
 * Reads what somebody chose: one file with a list, or the two of Kumu.
 * @returns Its sheets.
 * @throws {NotAList} Where there is no list to be read.
 */
export async function readFiles (files: readonly File[], table: TableDefinition, signal: AbortSignal): Promise<Grid[]> {
  const read: Grid[][] = []
  for (const file of files.slice(0, 2)) {
    if (file.size > limits.file) throw new NotAList('too-large')
    // The file may lie on a stick that was pulled out.
    const bytes = new Uint8Array(await within(file.arrayBuffer(), toFetch))
    read.push(isZip(bytes) ? await readSpreadsheet(bytes, { signal }) : [readDelimited(decode(bytes))])
  }
  const all = read.flat()
  const connections = all.find(isConnections)
  if (connections === undefined) return read[0] ?? []
  return [joinKumu(all.find(grid => grid !== connections && grid.lines.length > 0), connections, table)]
}
