// Makes PDFs as long as its input is open: one request a line on stdin, one answer a line on stdout.
//   first line:  {"ready":true}
//   request:     {"id":7,"tree":{…},"files":{"image-1.png":"/full/path.png"},"out":"/full/path.pdf"}
//   answer:      {"id":7,"pages":4}   or   {"id":7,"errors":["…"]}
// The tree is what guide.typ renders. Warnings are errors: there is no reader to overlook them.
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { createRequire } from 'node:module'

const folder = import.meta.dirname
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler')

// Only the folders of the fonts that are used: the packages hold every weight.
const fonts = JSON.parse(fs.readFileSync(path.join(folder, 'fonts.json'), 'utf8'))
const fontPaths = fonts.map(font => path.join(folder, 'node_modules', path.dirname(font)))
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] })
const template = path.join(folder, 'guide.typ')

/** A part whose last page holds less than this much of its height leaves a sheet nearly empty. */
const shortRest = 0.38
/** Nor is a last page left with less than this for the sake of an entry that stands alone. */
const leastRest = 0.3
const closest = 2
/** Closenesses at which entries that stand alone may find company: few, since each lays the whole document out again. */
const finer = [0.5, 1, 0, 1.5]
/** The end of a document is then kept together with what stands before it (guide.typ). */
const together = 3

class Refused extends Error {
  constructor (messages) {
    super(messages.join('; '))
    this.messages = messages
  }
}

const answer = value => process.stdout.write(JSON.stringify(value) + '\n')

answer({ ready: true })
for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue
  const request = JSON.parse(line)
  try {
    answer({ id: request.id, ...make(request) })
  } catch (error) {
    answer({ id: request.id, errors: messages(error) })
  }
}

function make ({ tree, files, out }) {
  const shadows = Object.entries(files).map(([name, source]) => [path.join(folder, name), source])
  try {
    for (const [name, source] of shadows) compiler.mapShadow(name, plainFile(source))
    const result = settle(close => {
      const compiled = compiler.compile({ mainFilePath: template, inputs: { tree: JSON.stringify(tree), close: JSON.stringify(close) } })
      const warnings = compiled.takeWarnings()
      if (warnings) throw new Refused(diagnostics(warnings))
      if (compiled.hasError()) throw new Refused(diagnostics(compiled.takeError()))
      return compiled.result
    })
    fs.writeFileSync(out, compiler.pdf(result, { pdfStandard: 'ua-1' }))
    return { pages: result.numOfPages }
  } catch (error) {
    if (error instanceof Refused) return { errors: error.messages }
    throw error
  } finally {
    for (const [name] of shadows) compiler.unmapShadow(name)
    compiler.evictCache(0)
    // What was laid out lies outside of the heap: nothing else tells the collector how much waits for it there.
    globalThis.gc?.()
  }
}

/**
 * Lays a document out, and its parts that leave a short rest again, more closely, until that is on the page before. Where
 * nothing pulls it back, the part stays as it was. Then its parts in which an entry stands alone are set a little closer.
 */
function settle (compile) {
  const close = {}
  let result = compile(close)
  const before = parts(result)
  for (let open = before.filter(isShort), level = 1; level <= closest && open.length > 0; level++) {
    for (const { part } of open) close[part] = level
    result = compile(close)
    const now = parts(result)
    open = open.filter(({ part, pages }) => now[part].pages === pages)
    if (level < closest || open.length === 0) continue
    for (const { part } of open) {
      if (part === before.length - 1) close[part] = together
      else delete close[part]
    }
    result = compile(close)
  }
  return accompany(compile, close, result)
}

/** Sets parts in which a page begins or ends with one entry of a table or list alone at other distances, where fewer are alone then, or as few and the last page is fuller. */
function accompany (compile, close, first) {
  const before = parts(first)
  const best = new Map(before.filter(({ alone }) => alone > 0).map(part => [part.part, { level: close[part.part] ?? 0, ...part }]))
  const open = () => [...best.values()].filter(({ alone }) => alone > 0)
  if (open().length === 0) return first
  for (const finely of finer) {
    const tried = open().map(({ part }) => ({ part, level: finely + (close[part] >= together ? together : 0) }))
    if (tried.length === 0) break
    const now = parts(compile({ ...close, ...Object.fromEntries(tried.map(({ part, level }) => [part, level])) }))
    for (const { part, level } of tried) {
      const { pages, rest, alone } = now[part]
      const fuller = alone === best.get(part).alone && isShort(best.get(part)) && !isShort(now[part])
      const suits = pages <= before[part].pages && (!isShort(now[part]) || rest >= Math.min(before[part].rest, leastRest))
      if (suits && (fuller || alone < best.get(part).alone)) best.set(part, { level, ...now[part] })
    }
  }
  return compile({ ...close, ...Object.fromEntries([...best].map(([part, { level }]) => [part, level])) })
}

/** How many pages each part takes, how much of the last one, where it is not the only one, and how many entries are alone in it. */
function parts (result) {
  const edges = compiler.query(result, { selector: '<edge>', field: 'value' })
  const of = place => edges.filter(edge => edge.place === place).sort((a, b) => a.part - b.part)
  const starts = of('start')
  const lonely = alone(compiler.query(result, { selector: '<seat>', field: 'value' }))
  return of('end').map(({ part, page, at, height }, i) => ({
    part,
    pages: page - starts[i].page + 1,
    rest: at / height,
    alone: lonely.filter(seat => seat >= starts[i].page && seat <= page).length
  }))
}

/** The pages that begin or end with one entry alone: an entry that another one should accompany begins on another page than that. */
function alone (seats) {
  const pages = []
  const open = []
  for (const { at, page } of seats) {
    if (at === 'first' || at === 'before') open.push(page)
    else if (open.pop() !== page) pages.push(page)
  }
  return pages
}

function isShort ({ pages, rest }) {
  return pages > 1 && rest < shortRest
}

/** What was a plain file when the site was read is not followed where it has become a link, nor waited for where it has become a pipe. */
function plainFile (source) {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants
  const file = fs.openSync(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    return fs.readFileSync(file)
  } finally {
    fs.closeSync(file)
  }
}

function diagnostics (error) {
  return compiler.fetchDiagnostics(error).map(({ message, range }) =>
    range ? `${message} (guide.typ:${range.start.line + 1})` : message)
}

/** Errors of the export arrive as the debug text of Typst's own diagnostics: their messages are picked out of it. */
function messages (error) {
  const text = String(error?.message ?? error)
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(match => match[1].replaceAll('\\"', '"'))
  return found.length > 0 ? [...new Set(found)] : [text]
}
