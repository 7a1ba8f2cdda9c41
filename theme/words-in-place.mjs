// A plugin for esbuild: a text with gaps is put where it is said, filled, instead of a call. `words.about({ name })` becomes
// the template `About ${name}.`, which is shorter, and nothing else has to name the gaps. What it does not know it leaves.
import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { filledWords, firstLanguage, isOneAndOther, readWords } from './words.mjs'

const made = resolve(dirname(fileURLToPath(import.meta.url)), 'scripts', 'words')

/** @param language Of the modules that are bundled. */
export function wordsInPlace (language = firstLanguage) {
  const areas = filledWords(readWords(language), readWords(firstLanguage))
  return {
    name: 'words in place',
    setup (build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (dirname(path) === made) return undefined
        const code = readFileSync(path, 'utf8')
        return { contents: putInPlace(code, module => areaOf(path, module), areas, isOneAndOther(language)), loader: 'ts' }
      })
    }
  }
}

/** Which area a module is that a script names; null where it is none. */
function areaOf (path, module) {
  const [name, ...deeper] = relative(made, resolve(dirname(path), module)).split(sep)
  return deeper.length === 0 && name.endsWith('.ts') ? name.slice(0, -'.ts'.length) : null
}

/**
 * The same code with its words in place.
 * @param areaOf Tells which area a module is that the code names; null where it is none.
 * @param simple Whether a number is one or other, as in English.
 */
export function putInPlace (code, areaOf, areas, simple) {
  const source = ts.createSourceFile('script.ts', code, ts.ScriptTarget.Latest, true)
  const known = namesOf(source, areaOf, areas)
  if (known.size === 0) return code
  /** Code of a node with the words in it in place. */
  const written = node => {
    let text = ''
    let at = node.getStart(source)
    const visit = child => {
      const put = ts.isCallExpression(child) ? filled(child) : null
      if (put === null) {
        ts.forEachChild(child, visit)
        return
      }
      text += code.slice(at, child.getStart(source)) + put
      at = child.getEnd()
    }
    const put = ts.isCallExpression(node) ? filled(node) : null
    if (put !== null) return put
    ts.forEachChild(node, visit)
    return text + code.slice(at, node.getEnd())
  }
  /** A call as the text that it returns; null where it is none, or would be no shorter. */
  const filled = call => {
    const word = wordOf(call.expression, known)
    const [gaps] = call.arguments
    if (word === undefined || call.arguments.length !== 1 || !ts.isObjectLiteralExpression(gaps)) return null
    const values = new Map()
    for (const property of gaps.properties) {
      if (ts.isShorthandPropertyAssignment(property)) values.set(property.name.text, property.name)
      else if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)) values.set(property.name.text, property.initializer)
      else return null
    }
    const forms = typeof word === 'string' ? [word] : [...new Set(Object.values(word))]
    const isPlural = forms.length > 1
    if (isPlural && !simple) return null
    // What is filled in stands in the code once, or is but a name.
    const once = [...values].every(([gap, value]) => isName(value) || (!(isPlural && gap === 'count') && (isPlural ? 0 : forms[0].split(`{${gap}}`).length - 1) === 1))
    if (!once) return null
    const template = text => `\`${text.replace(/[`\\]|\$(?=\{)/g, '\\$&').replace(/\{(\w+)\}/g, (_, gap) => `\${${written(values.get(gap))}}`)}\``
    return isPlural ? `(${written(values.get('count'))} === 1 ? ${template(word.one)} : ${template(word.other)})` : template(forms[0])
  }
  return written(source)
}

/** What the code calls areas and words: by name, the words under it. A name that means something else anywhere is left out. */
function namesOf (source, areaOf, areas) {
  const known = new Map()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue
    const words = areas.get(areaOf(statement.moduleSpecifier.text))
    const bindings = statement.importClause?.namedBindings
    if (words === undefined || bindings === undefined) continue
    if (ts.isNamespaceImport(bindings)) known.set(bindings.name.text, words)
    else for (const { name, propertyName } of bindings.elements) known.set(name.text, words[(propertyName ?? name).text])
  }
  const visit = node => {
    if (ts.isImportDeclaration(node)) return
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node)) && node.name !== undefined && ts.isIdentifier(node.name)) known.delete(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return known
}

/** The text, or the forms, that an expression names; undefined where it names none. */
function wordOf (expression, known) {
  const path = []
  let node = expression
  while (ts.isPropertyAccessExpression(node) && node.questionDotToken === undefined) {
    path.unshift(node.name.text)
    node = node.expression
  }
  if (!ts.isIdentifier(node)) return undefined
  let found = known.get(node.text)
  for (const key of path) found = found !== undefined && Object.hasOwn(found, key) ? found[key] : undefined
  return typeof found === 'string' || found?.other !== undefined ? found : undefined
}

/** Whether it may stand twice: it costs nothing and changes nothing. */
function isName (node) {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && node.questionDotToken === undefined && isName(node.expression))
}
