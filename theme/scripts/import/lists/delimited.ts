import { longestTyped } from '../../workbook/limits.ts'
import { looksLikeFormula } from '../../documents/tables/csv.ts'
import { mostColumns, mostLines, NotAList, trimmed, type Grid, type Line } from './grid.ts'

/** By what cells can be parted, the surest first. */
const delimiters = ['\t', ';', ',', '|'] as const

/** How much of a text tells by what its cells are parted. */
const looked = 20_000

/**
 * Reads comma-separated values, whatever sign parts them: quotes, line breaks in cells, and the line `sep=;` that Excel writes.
 * @param pasted Whether somebody copied it from a spreadsheet: then tabs part the cells, and nothing else does.
 * @throws {NotAList} Where a quote is never closed, with its row, or where nothing stands in it.
 */
export function readDelimited (text: string, pasted = false): Grid {
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const said = /^sep=(.)\r?\n/.exec(text.slice(from, from + 8))
  if (said !== null && !pasted) from += said[0].length
  const delimiter = pasted ? '\t' : said?.[1] ?? delimiterOf(text.slice(from, from + looked))
  const grid: Grid = { name: '', lines: [] }
  const lines: Line[] = []
  // What is pasted has no mark before what looks like a formula; and a quote that nobody closes is one that somebody typed.
  const reader = new Cells(text, from, delimiter, pasted)
  for (let number = 1; !reader.done; number++) {
    if (lines.length >= mostLines) {
      grid.cutAt = number
      break
    }
    lines.push(reader.line(number))
  }
  grid.lines = trimmed(lines)
  if (grid.lines.length === 0) throw new NotAList('empty')
  return grid
}

/** Goes through a text cell by cell. */
class Cells {
  readonly #stop: RegExp

  constructor (private readonly text: string, private at: number, private readonly delimiter: string, private readonly pasted: boolean) {
    this.#stop = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\r\\n]`, 'g')
  }

  get done (): boolean {
    return this.at >= this.text.length
  }

  line (number: number): Line {
    const line: Line = { number, cells: [] }
    for (;;) {
      const cell = this.text[this.at] === '"' ? this.#quoted(number) : this.#plain()
      const kept = !this.pasted && cell[0] === "'" && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell
      if (line.cells.length < mostColumns) {
        if (kept.length > longestTyped) (line.trouble ??= new Map()).set(line.cells.length, 'long')
        line.cells.push(kept.slice(0, longestTyped))
      }
      if (this.text[this.at] !== this.delimiter) break
      this.at++
    }
    if (this.text[this.at] === '\r') this.at++
    if (this.text[this.at] === '\n') this.at++
    return line
  }

  /** Up to the sign, or the end of the line. */
  #plain (): string {
    this.#stop.lastIndex = this.at
    const end = this.#stop.exec(this.text)?.index ?? this.text.length
    const cell = this.text.slice(this.at, end)
    this.at = end
    return cell
  }

  #quoted (number: number): string {
    const start = this.at
    let cell = ''
    for (let from = start + 1; ;) {
      const end = this.text.indexOf('"', from)
      if (end < 0) {
        if (!this.pasted) throw new NotAList('open-quote', number)
        this.at = start
        return this.#plain()
      }
      cell += this.text.slice(from, end)
      if (this.text[end + 1] === '"') {
        cell += '"'
        from = end + 2
        continue
      }
      this.at = end + 1
      // What stands between the quote and the sign belongs to the cell: "Two" Rivers. Copied, it is as somebody typed it.
      const more = this.#plain()
      if (more.trim() === '') return cell
      if (!this.pasted) return cell + more
      this.at = start
      return this.#plain()
    }
  }
}

/** The sign that parts most lines into the same number of cells. Signs between quotes part nothing. */
function delimiterOf (text: string): string {
  const lines = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n?|\n/).filter(line => line.trim() !== '').slice(0, 50)
  let best = ','
  let most = 0
  for (const delimiter of delimiters) {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const usual = counts.filter(count => count > 0).sort((a, b) => a - b)[Math.floor(counts.filter(count => count > 0).length / 2)] ?? 0
    const alike = usual === 0 ? 0 : counts.filter(count => count === usual).length / lines.length
    if (alike > most + 0.05) {
      most = alike
      best = delimiter
    }
  }
  return best
}
