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
    const compiled = compiler.compile({ mainFilePath: template, inputs: { tree: JSON.stringify(tree) } })
    const warnings = compiled.takeWarnings()
    if (warnings) return { errors: diagnostics(warnings) }
    if (compiled.hasError()) return { errors: diagnostics(compiled.takeError()) }
    fs.writeFileSync(out, compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }))
    return { pages: compiled.result.numOfPages }
  } finally {
    for (const [name] of shadows) compiler.unmapShadow(name)
    compiler.evictCache(2)
    // What was laid out lies outside of the heap: nothing else tells the collector how much waits for it there.
    globalThis.gc?.()
  }
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
