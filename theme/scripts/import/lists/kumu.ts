import { plain } from '../../workbook/plain.ts'
import type { TableDefinition } from '../../workbook/guide.ts'
import type { Grid, Line } from './grid.ts'
import { nameColumn } from './columns.ts'
import { kumu } from '../../words/import.ts'

/** Headings that Kumu itself gives its files, whatever the language of the page. */
export const its = { name: 'Label', from: 'From', to: 'To', type: 'Type' }

/** Whether a list says who is connected with whom. */
export function isConnections (grid: Grid): boolean {
  const heads = headsOf(grid)
  return heads.includes(plain(its.from)) && heads.includes(plain(its.to))
}

/**
 * Makes one list of the two that Kumu has. What a connection between us and an organization is called, is how close we are; who is connected
 * with one as somebody who can introduce us, is no organization.
 */
export function joinKumu (elements: Grid | undefined, connections: Grid, table: TableDefinition): Grid {
  const ties = tiesOf(connections)
  const known = elements?.lines ?? [{ number: 1, cells: [nameColumn(table).label] }]
  const heads = known[0]!.cells.map(plain)
  const nameAt = Math.max(heads.indexOf(plain(its.name)), 0)
  const hub = hubOf(ties)
  const others = new Map<string, string>()
  const closeness = new Map<string, string>()
  const introducers = new Map<string, string>()
  const introducing = new Set<string>()
  for (const { from, to, type } of ties) {
    if (plain(from) === hub || plain(to) === hub) {
      const other = plain(from) === hub ? to : from
      others.set(plain(other), other)
      if (type !== '') closeness.set(plain(other), type)
    } else if (plain(type) === plain(kumu.introduces)) {
      others.set(plain(to), to)
      introducing.add(plain(from))
      introducers.set(plain(to), [introducers.get(plain(to)), from].filter(Boolean).join(', '))
    } else {
      others.set(plain(from), from)
      others.set(plain(to), to)
    }
  }
  const more = [['closeness', closeness], ['introducer', introducers]] as const
  const added = more.flatMap(([mark, by]) => {
    const column = table.columns.find(({ marks }) => marks?.includes(mark))
    return column === undefined || by.size === 0 || heads.includes(plain(column.label)) ? [] : [{ label: column.label, by }]
  })
  const width = known.reduce((most, line) => Math.max(most, line.cells.length), 0)
  const complete = (line: Line): Line => {
    const cells = [...line.cells, ...Array.from({ length: width - line.cells.length }, () => '')]
    return { ...line, cells: [...cells, ...added.map(({ by }) => by.get(plain(cells[nameAt]!)) ?? '')] }
  }
  const isOther = (line: Line): boolean => {
    const name = plain(line.cells[nameAt] ?? '')
    return name !== hub && (!introducing.has(name) || others.has(name))
  }
  const rows = known.slice(1).filter(isOther)
  const named = new Set(rows.map(line => plain(line.cells[nameAt] ?? '')))
  const last = known.at(-1)!.number
  const missing = [...others].filter(([name]) => name !== hub && !named.has(name) && (elements === undefined || !introducing.has(name)))
  return {
    name: (elements ?? connections).name,
    lines: [
      { ...known[0]!, cells: [...known[0]!.cells, ...Array.from({ length: width - known[0]!.cells.length }, () => ''), ...added.map(({ label }) => label)] },
      ...rows.map(complete), ...missing.map(([, name], i) => complete({ number: last + i + 1, cells: Object.assign(Array.from({ length: nameAt + 1 }, () => ''), { [nameAt]: name }) }))
    ]
  }
}

interface Tie { from: string, to: string, type: string }

function headsOf (grid: Grid): string[] {
  return grid.lines[0]?.cells.map(plain) ?? []
}

function tiesOf (grid: Grid): Tie[] {
  const heads = headsOf(grid)
  const at = (name: string, line: Line): string => line.cells[heads.indexOf(plain(name))]?.trim() ?? ''
  return grid.lines.slice(1).map(line => ({ from: at(its.from, line), to: at(its.to, line), type: at(its.type, line) || at(its.name, line) })).filter(({ from, to }) => from !== '' && to !== '')
}

/** Who we are among them: called so, or in more than half of all connections. */
function hubOf (ties: readonly Tie[]): string {
  const counts = new Map<string, number>()
  for (const { from, to } of ties) for (const end of new Set([plain(from), plain(to)])) counts.set(end, (counts.get(end) ?? 0) + 1)
  const us = plain(kumu.us)
  if (counts.has(us)) return us
  const [end, count] = [...counts].reduce((most, entry) => entry[1] > most[1] ? entry : most, ['', 0])
  return ties.length > 2 && count > ties.length / 2 ? end : ''
}
