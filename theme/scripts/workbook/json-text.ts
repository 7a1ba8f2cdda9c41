import type { Turns } from './turns.ts'

/**
 * Reads JSON as `JSON.parse` does, value by value: the browser's own reading of a large file would stop the page for as long as it takes.
 * @throws {SyntaxError} where the text is no JSON.
 * @throws {RangeError} where values stand in more than `deepest` others.
 */
export function * parseInTurns (text: string, deepest: number): Turns<unknown> {
  /** What is open, with the key under which the next value stands. */
  const open: { into: unknown[] | Record<string, unknown>, key: string }[] = []
  let at = 0
  const wrong = (): never => { throw new SyntaxError(`at ${at}`) }
  const skipSpace = (): string => {
    while (at < text.length && (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t')) at++
    return text[at] ?? ''
  }
  const string = (): string => {
    if (text[at] !== '"') wrong()
    let end = at
    do {
      end = text.indexOf('"', end + 1)
      if (end < 0) wrong()
    } while (isEscaped(text, end))
    const value = JSON.parse(text.slice(at, end + 1)) as string
    at = end + 1
    return value
  }
  const plain = (): unknown => {
    plainValue.lastIndex = at
    const found = plainValue.exec(text)?.[0] ?? wrong()
    at += found.length
    return JSON.parse(found)
  }
  const key = (): string => {
    skipSpace()
    const name = string()
    if (skipSpace() !== ':') wrong()
    at++
    return name
  }

  for (;;) {
    yield
    let value: unknown
    const first = skipSpace()
    if (first === '{' || first === '[') {
      if (open.length >= deepest) throw new RangeError(`at ${at}`)
      at++
      const into: unknown[] | Record<string, unknown> = first === '[' ? [] : {}
      if (skipSpace() !== (first === '[' ? ']' : '}')) {
        open.push({ into, key: first === '[' ? '' : key() })
        continue
      }
      at++
      value = into
    } else {
      value = first === '"' ? string() : plain()
    }
    // A value may be the last in what holds it, and that in what holds that.
    for (;;) {
      const last = open.at(-1)
      if (last === undefined) {
        if (skipSpace() !== '') wrong()
        return value
      }
      const { into } = last
      if (Array.isArray(into)) into.push(value)
      // Not as the name of what it inherits from.
      else if (last.key === '__proto__') Object.defineProperty(into, last.key, { value, configurable: true, enumerable: true, writable: true })
      else into[last.key] = value
      const next = skipSpace()
      at++
      if (next === ',') {
        if (!Array.isArray(into)) last.key = key()
        break
      }
      if (next !== (Array.isArray(into) ? ']' : '}')) wrong()
      value = into
      open.pop()
    }
  }
}

const plainValue = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Whether an odd number of backslashes stands before. */
function isEscaped (text: string, at: number): boolean {
  let before = at
  while (text[before - 1] === '\\') before--
  return (at - before) % 2 === 1
}
