import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'

/*
 * What the program says to readers stands in theme/words, in the language of the page, and not in code: a word that stands here is
 * one that no translation reaches. Whether a text is for people nobody can tell for sure; this finds what looks so.
 */

/** Attributes that are read to people. */
const spoken = new Set(['aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'title', 'alt', 'placeholder', 'label', 'data-l'])

/** Calls whose arguments are selectors, names of events, or marks for whoever looks for what is slow. */
const technical = new Set(['querySelector', 'querySelectorAll', 'matches', 'closest', 'addEventListener', 'removeEventListener', 'mark', 'supports'])

/** Calls whose texts come to people: from which argument on, and up to which. */
const says = new Map<string, [from: number, to: number]>([
  ['el', [2, Infinity]], ['shape', [2, Infinity]], ['button', [0, 0]], ['hidden', [0, 0]], ['setText', [1, 1]], ['notice', [0, 1]], ['ask', [0, 0]], ['reportList', [0, 0]], ['offerReport', [0, 0]],
  ...['append', 'prepend', 'replaceChildren', 'before', 'after'].map((name): [string, [number, number]] => [name, [0, Infinity]])
])

/** Calls that make an element: of what, with which attributes, and what stands in it. */
const makers = new Set(['el', 'shape'])

/** Properties whose text comes to people. */
const shown = new Set(['textContent', 'innerText', 'title', 'placeholder', 'alt', 'label', 'ariaLabel', 'ariaDescription', 'nodeValue'])

/** What looks like words for people and is none: where, what, and why. */
const allowed: readonly { file: RegExp, text: RegExp, reason: string }[] = [
  { file: /^documents\/(?:docx-|xml\.|templates\/fill|tables\/xlsx)/, text: /^[\w:]+$|^<|[<>="]|^\w+\/|\/\w+\.xml$|^row[: ]/, reason: 'names and parts of Office Open XML' },
  { file: /^documents\/(?:pdf-|drawing\/pdf-text)/, text: /^[A-Z][A-Za-z]*\d?$|\b(?:BMC|BDC|Tj|ET|cm|re W|Tf|obj)\b|^MM\/dd\/yyyy$/, reason: 'names and operators of PDF, and a pattern' },
  { file: /^(?:documents\/(?:docx-read|read|metadata|metadata-places)|import\/lists\/spreadsheets\/spreadsheet)\.ts$/, text: /^(?:Info|Type|Id|Target|EncryptedPackage|PartnershipToolkit|Refused)$/, reason: 'names in the formats that are read' },
  { file: /^documents\/known-placeholders\.ts$/, text: /^(?:Write here|Choose one|Choose a date|Escriba aquí|Elija una opción|Elija una fecha)$/, reason: 'what stood in the empty controls of documents that were published: read, never shown' },
  { file: /^workbook\/unnamed\.ts$/, text: /^(?:First partner|Primer aliado)$/, reason: 'what workbooks and documents say that were made already: read, never shown' },
  { file: /^documents\/drawing\/rasterizer\.ts$/, text: /Arial/, reason: 'names of fonts' },
  { file: /^documents\/symbols\/signs\.ts$/, text: /^wingdings [23]$/, reason: 'names of fonts' },
  { file: /^workbook\/calendar\.ts$/, text: /^(?:BEGIN:VCALENDAR|PRODID:.*)$/, reason: 'lines of an iCalendar file that nobody is shown' },
  { file: /^(?:workbook\/personal-data)\.ts$/, text: /jan\(\?:uary|st\|nd\|rd|date of birth/, reason: 'patterns of English texts that are looked for, not said' },
  { file: /^(?:page\/exit|page\/keeper|page\/notice|page\/report-offer|reading\/terms|fields\/partners)\.ts$/, text: /^(?:Shift|Tab|Escape)$/, reason: 'names of keys in the browser' },
  { file: /^(?:storage\/|workbook\/circuit\.ts$|trouble\/)/, text: /^(?:toolkit|page) |^[a-z ]+$|Error$/, reason: 'names of errors and of places in the browser’s storage' },
  { file: /^documents\/pdf-parser\.ts$/, text: /^no value$/, reason: 'the name of an error' },
  { file: /^import\/lists\/kumu\.ts$/, text: /^(?:Label|From|To|Type)$/, reason: 'headings that Kumu reads and writes, in no other language' },
  { file: /^compare\/compare-(?:rows|workbooks)\.ts$/, text: /^(?:\$\{…\} )?(?:removed|moved|partner) \$/, reason: 'by which a difference is found again; never shown' }
]

interface Found { file: string, line: number, text: string }

/** Texts of a script that look as if they were for people. */
function wordsIn (file: string, code: string): Found[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const found: Found[] = []
  const note = (node: ts.Node, text: string): void => {
    if (allowed.some(rule => rule.file.test(file) && rule.text.test(text))) return
    found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text })
  }
  /** @param said Whether what stands here comes to people for sure. */
  const visit = (node: ts.Node, said: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node) || ts.isModuleDeclaration(node)) return
    if (ts.isThrowStatement(node) || (ts.isNewExpression(node) && /Error$|^Refused$|^WorkbookRefused$/.test(node.expression.getText()))) return
    if (ts.isStringLiteralLike(node)) {
      if (looksLikeWords(node.text, said)) note(node, node.text)
      return
    }
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(span => span.literal.text)]
      // As it would read: what is filled in stands for a word.
      if (looksLikeWords(parts.join('X'), said, parts)) note(node, parts.join('${…}'))
      for (const span of node.templateSpans) visit(span.expression, said)
      return
    }
    if (ts.isCallExpression(node)) {
      const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText()
      visit(node.expression, false)
      if (technical.has(name)) return
      const [from, to] = says.get(name) ?? [Infinity, 0]
      // What an error says is for whoever mends it.
      if (name === 'super') return
      node.arguments.forEach((argument, i) => {
        if (makers.has(name) && i === 0) return
        if (makers.has(name) && i === 1 && ts.isObjectLiteralExpression(argument)) attributes(argument)
        else visit(argument, i >= from && i <= to && !ts.isObjectLiteralExpression(argument) && !isFunction(argument))
      })
      return
    }
    if (ts.isBinaryExpression(node)) {
      const { left, operatorToken: { kind }, right } = node
      if (kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(left) && shown.has(left.name.text)) {
        visit(right, true)
        return
      }
      // What is compared with is not said.
      const compares = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken || kind === ts.SyntaxKind.InKeyword
      visit(left, said && !compares)
      visit(right, said && !compares)
      return
    }
    // Of a condition only what follows from it.
    if (ts.isConditionalExpression(node)) {
      visit(node.condition, false)
      visit(node.whenTrue, said)
      visit(node.whenFalse, said)
      return
    }
    const passesOn = ts.isParenthesizedExpression(node) || ts.isSpreadElement(node) || ts.isArrayLiteralExpression(node) || ts.isAsExpression(node)
    ts.forEachChild(node, child => { visit(child, said && passesOn) })
  }
  const attributes = (list: ts.ObjectLiteralExpression): void => {
    for (const property of list.properties) {
      if (!ts.isPropertyAssignment(property)) continue
      const name = ts.isIdentifier(property.name) || ts.isStringLiteral(property.name) ? property.name.text : ''
      if (spoken.has(name)) visit(property.initializer, true)
      else if (isFunction(property.initializer)) visit(property.initializer, false)
    }
  }
  visit(source, false)
  return found
}

function isFunction (node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node)
}

/** @param parts What of it stands in the code. */
function looksLikeWords (text: string, said: boolean, parts: readonly string[] = [text]): boolean {
  if (!parts.some(part => /\p{L}{2}/u.test(part))) return false
  if (said) return true
  // Ids, paths, attributes and parts of them have no blanks; marks of one word have no capital and no full stop.
  const isSentence = /\p{L}[,.:;!?]? \p{L}/u.test(text) && parts.some(part => /(?:^|\s)\p{L}{2,}(?:[\s,.:;!?…]|$)/u.test(part))
  return isSentence || parts.some(part => /^\s*\p{Lu}\p{Ll}+$|\p{L}{2}[.!?…]$/u.test(part))
}

const scripts = ['scripts', 'Blocks'].flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => ({ folder, file: file.replaceAll('\\', '/') })))
  .filter(({ file }) => file.endsWith('.ts') && !/\.test\.ts$|(?:^|\/)testing\/|^words\//.test(file))

test('no script holds words for readers', () => {
  assert.ok(scripts.length > 120)
  const found = scripts.flatMap(({ folder, file }) => wordsIn(file, readFileSync(join(folder, file), 'utf8')))
  assert.deepEqual(found.map(({ file, line, text }) => `${file}:${line} ${JSON.stringify(text)}`), [], 'Words for readers belong into theme/words/en.')
})

test('every exception is still needed', () => {
  const texts = (file: string): string[] => {
    const all: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) all.push(node.text)
      if (ts.isTemplateExpression(node)) all.push([node.head.text, ...node.templateSpans.map(span => span.literal.text)].join('${…}'))
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(file, readFileSync(join('scripts', file), 'utf8'), ts.ScriptTarget.Latest))
    return all
  }
  for (const rule of allowed) {
    assert.ok(scripts.some(({ folder, file }) => folder === 'scripts' && rule.file.test(file) && texts(file).some(text => rule.text.test(text))), rule.reason)
  }
})

test('words are found in whatever way they come to readers', () => {
  for (const code of [
    'el(\'p\', {}, \'row\')', 'shape(\'text\', {}, \'row\')', 'el(\'p\', { class: \'small\' }, found ? \'yes\' : \'no\')', 'el(\'button\', { \'aria-label\': \'close\' })', 'button(\'Undo\', \'link\', act)', 'page.notice(`Kept as ${name}`)',
    'status.textContent = \'saved\'', 'setText(status, count === 1 ? \'one\' : `${count} rows`)', 'hidden(` row ${n}`)', 'const words = { empty: \'Nothing yet.\' }', 'const title = \'Where you stand\'',
    'const text = `${n} of ${all} answered`', 'const column = \'Note\'', 'list.replaceChildren(...parts, \'nothing\')', 'return `Page ${n}`', 'throwAway(\'not now, thank you\')'
  ]) assert.equal(wordsIn('views/x.ts', code).length > 0, true, code)
})

test('what is not for readers is left alone', () => {
  for (const code of [
    'el(\'p\', { class: \'quiet small\', role: \'status\' }, words.nothing)', 'box.querySelector(\'input, select, textarea\')', 'throw new Error(\'no such thing here\')', 'import { x } from \'./x y.ts\'',
    'if (kind === \'worksheet\') el(\'p\', {}, words.a)', 'const kind: \'in place\' | \'Other\' = other', 'const id = `${table}.${key}.${column}`', 'el(\'p\', {}, `: ${what}`, \' \', \'–\')', 'load(\'storage-settings\')'
  ]) assert.deepEqual(wordsIn('views/x.ts', code), [], code)
})
