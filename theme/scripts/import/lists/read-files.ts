import { limits } from '../../documents/limits.ts'
import { within, toFetch } from '../../workbook/circuit.ts'
import type { TableDefinition } from '../../workbook/guide.ts'
import { decode, isZip } from './decode.ts'
import { readDelimited } from './delimited.ts'
import { NotAList, type Grid } from './grid.ts'
import { isConnections, joinKumu } from './kumu.ts'
import type { SpreadsheetsApi } from './spreadsheets/bundle.ts'

/** Bytes of all files that are chosen together. */
const most = 2 * limits.file

/**
 * Reads what somebody chose: files with lists, of which the two of Kumu are one.
 * @param spreadsheets Loads what reads .xlsx files.
 * @returns Their sheets, called by their files where there are several.
 * @throws {NotAList} Where there is no list to be read.
 */
export async function readFiles (files: readonly File[], table: TableDefinition, spreadsheets: () => Promise<SpreadsheetsApi>, signal: AbortSignal): Promise<Grid[]> {
  const grids: Grid[] = []
  if (files.reduce((sum, { size }) => sum + size, 0) > most) throw new NotAList('too-large')
  for (const file of files) {
    if (file.size > limits.file) throw new NotAList('too-large')
    // The file may lie on a stick that was pulled out.
    const bytes = new Uint8Array(await within(file.arrayBuffer(), toFetch))
    const sheets = isZip(bytes) ? await (await spreadsheets()).readSpreadsheet(bytes, { signal }) : [readDelimited(decode(bytes))]
    grids.push(...sheets.map(sheet => files.length < 2 ? sheet : { ...sheet, name: [file.name, sheet.name].filter(Boolean).join(': ') }))
  }
  const connections = grids.find(isConnections)
  if (connections === undefined) return grids
  const elements = grids.find(grid => grid !== connections && grid.lines.length > 0)
  return [joinKumu(elements, connections, table), ...grids.filter(grid => grid !== connections && grid !== elements)]
}
