// Makes TypeScript of the catalogue of words: theme/scripts/words/AREA.ts of theme/words/LANGUAGE/AREA.json, one constant for
// each word, so that a bundle holds the words that it uses and no others, and nothing is parsed in the browser. A text with
// gaps is a function of an object that names them. Files are written only where they change.
//   node words.mjs [LANGUAGE] [FOLDER]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv/dist/2020.js'

const here = dirname(fileURLToPath(import.meta.url))
const catalogue = join(here, 'words')

/** The language in which the others are checked: it has every word. */
export const firstLanguage = 'en'

/** What no constant of a module can be called. */
const reserved = new Set(('arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
  'function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try ' +
  'typeof undefined var void while with yield').split(' '))

/** The languages that the catalogue has, the first one first. */
export function languages () {
  const all = readdirSync(catalogue, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)
  return [firstLanguage, ...all.filter(language => language !== firstLanguage).sort()]
}

/** The words of a language as they stand in its files, by area. */
export function readWords (language) {
  const folder = join(catalogue, language)
  return new Map(readdirSync(folder).filter(file => file.endsWith('.json')).sort().map(file =>
    [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, file), 'utf8'))]))
}

/**
 * What is wrong with the words of a language, each with its place: their shape, plural forms that the language does not have or needs and lacks, gaps
 * that are in one form and not in another, and against the first language words that are missing, too many, or have other gaps.
 * @param source Words of the first language; left out for that language itself.
 */
export function problemsOf (language, areas, source) {
  const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(JSON.parse(readFileSync(join(catalogue, 'words.schema.json'), 'utf8')))
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const needed = categories.filter(form => form !== 'many' || !hasRareMany(language))
  const found = []
  for (const [area, words] of areas) {
    const at = key => `${language}/${area}.json ${key}`
    if (!validate(words)) {
      // The conditions of a schema say only that one of their halves failed; the half itself says what is wrong.
      for (const { instancePath, message, keyword } of validate.errors) if (keyword !== 'if') found.push(`${at(instancePath)}: ${message}`)
      continue
    }
    for (const key of Object.keys(words)) {
      if (key.startsWith('//') ? words[key.slice(2)] === undefined : reserved.has(key)) found.push(`${at(key)}: ${key.startsWith('//') ? 'explains no word' : 'is a word of the language that scripts are written in'}`)
    }
    const own = wordsIn(words)
    for (const [key, word] of own) {
      if (isPlural(word)) {
        const forms = Object.keys(word)
        const wrong = [...needed.filter(one => !forms.includes(one)).map(one => `lacks the form “${one}”`), ...forms.filter(one => !categories.includes(one)).map(one => `has the form “${one}”, which the language has not`)]
        found.push(...wrong.map(text => `${at(key)}: ${text}`))
        for (const [form, text] of Object.entries(word)) {
          // “One page” says its number, whether as {count} or, as the language writes large numbers, as {number}.
          const missing = gapsOf(word).filter(gap => gap !== 'count' && gap !== 'number' && !gapsOf(text).includes(gap))
          if (missing.length > 0) found.push(`${at(key)}: the form “${form}” lacks {${missing.join('}, {')}}`)
        }
      } else if (!Array.isArray(word) && gapsOf(word).includes('count')) {
        // A text for numbers has forms in every language, if only one.
        found.push(`${at(key)}: {count} is the number of a word with plural forms`)
      }
    }
    if (source === undefined) continue
    const theirs = wordsIn(source.get(area) ?? {})
    for (const [key, word] of theirs) {
      const mine = own.get(key)
      if (mine === undefined) found.push(`${at(key)}: is missing`)
      else if (kindOf(mine) !== kindOf(word)) found.push(`${at(key)}: is ${kindOf(mine)} here and ${kindOf(word)} in ${firstLanguage}`)
      else if (gapsOf(mine).join() !== gapsOf(word).join()) found.push(`${at(key)}: has the gaps {${gapsOf(mine).join('}, {')}} here and {${gapsOf(word).join('}, {')}} in ${firstLanguage}`)
    }
    for (const key of own.keys()) if (!theirs.has(key)) found.push(`${at(key)}: is no word of ${firstLanguage}`)
  }
  if (source !== undefined) for (const area of source.keys()) if (!areas.has(area)) found.push(`${language}/${area}.json: is missing`)
  return found
}

/** Words of an area by key; those of a group by its key and theirs. */
function wordsIn (area) {
  const found = new Map()
  for (const [key, value] of Object.entries(area)) {
    if (key.startsWith('//')) continue
    if (!isGroup(value)) found.set(key, value)
    else for (const [inner, word] of Object.entries(value)) if (!inner.startsWith('//')) found.set(`${key}.${inner}`, word)
  }
  return found
}

function isPlural (value) {
  return typeof value === 'object' && !Array.isArray(value) && value.other !== undefined
}

function isGroup (value) {
  return typeof value === 'object' && !Array.isArray(value) && value.other === undefined
}

function kindOf (word) {
  return Array.isArray(word) ? 'a list' : isPlural(word) ? 'a word with plural forms' : 'a text'
}

/** Names of the gaps in a word, each once, sorted. */
function gapsOf (word) {
  const texts = typeof word === 'string' ? [word] : Object.values(word)
  return [...new Set(texts.flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1])))].sort()
}

/** Whose numbers and days a language has that names no country: Spanish here is that of the United States (docs/spanish.md). */
const locales = new Map([['en', 'en-US'], ['es', 'es-US']])

/** The modules of a language, by file name. */
export function modulesOf (language, areas) {
  const plurals = pluralsOf(language)
  const modules = new Map([['language.ts', `${head(language)}/** The language of all that the program says: its subtag as HTML and Intl know it. */\nexport const language = ${quoted(language)}\n\n` +
    `/** The same with the country whose numbers and days it writes. */\nexport const locale = ${quoted(locales.get(language) ?? language)}\n` +
    (plurals === null ? '' : `\n${plurals}`)]])
  for (const [area, words] of areas) {
    const lines = Object.entries(words).filter(([key]) => !key.startsWith('//')).map(([key, value]) => {
      const reason = words[`//${key}`]
      const written = isGroup(value) ? groupCode(value, language) : wordCode(value, language, '')
      return `${reason === undefined ? '' : `/** ${reason.replaceAll('*/', '* /')} */\n`}export const ${key} = ${written}\n`
    })
    const text = lines.join('')
    modules.set(`${area}.ts`, head(language) + (/\bplural\(/.test(text) ? 'import { plural } from \'./language.ts\'\n\n' : '') + text)
  }
  return modules
}

function head (language) {
  return `// Made by words.mjs of theme/words/${language}: what is changed here is lost.\n`
}

/**
 * Most languages' rules are said by `Intl.PluralRules` in the browser. Where they are but one and other, as in English, the
 * scripts need not ask.
 */
function pluralsOf (language) {
  return isOneAndOther(language)
    ? null
    : `const rules = new Intl.PluralRules(language)

/** The form of a word for a number. */
export function plural<T> (count: number, forms: Partial<Record<Intl.LDMLPluralRule, T>> & { other: T }): T {
  return forms[rules.select(count)] ?? forms.other
}
`
}

/** Whether `many` is for millions alone, as in Spanish and French: who leaves it out says those in the form `other`. */
function hasRareMany (language) {
  const rules = new Intl.PluralRules(language)
  return [...Array(2000).keys()].every(n => rules.select(n) !== 'many')
}

/** Whether whole numbers have one form for 1 and another one for all else. */
export function isOneAndOther (language) {
  const rules = new Intl.PluralRules(language)
  const numbers = [...Array(2000).keys(), 1e4, 1e5, 1e6, 2e6, 1e7, 1e9, 1_000_001]
  return numbers.every(n => rules.select(n) === (n === 1 ? 'one' : 'other'))
}

function groupCode (group, language) {
  const lines = Object.entries(group).flatMap(([key, value]) => {
    if (key.startsWith('//')) return []
    const reason = group[`//${key}`]
    return `${reason === undefined ? '' : `  /** ${reason.replaceAll('*/', '* /')} */\n`}  ${/^\w+$/.test(key) ? key : quoted(key)}: ${wordCode(value, language, '  ')}`
  })
  return `{\n${lines.join(',\n')}\n}`
}

/** A word as code: a text, a list of texts, or a function of what fills its gaps. */
function wordCode (word, language, indent) {
  if (Array.isArray(word)) return `[${word.map(text => wordCode(text, language, indent)).join(', ')}] as const`
  const said = gapsOf(word)
  // The number decides the form, whether a form says it or not.
  const gaps = isPlural(word) ? [...new Set(['count', ...said])].sort() : said
  if (gaps.length === 0) return quoted(word)
  const isSame = isPlural(word) && new Set(Object.values(word)).size === 1
  const types = gaps.map(gap => `${gap}: ${gap === 'count' ? 'number' : 'string | number'}`)
  const start = `({ ${(isSame ? said : gaps).join(', ')} }: { ${types.join(', ')} }): string => `
  if (!isPlural(word) || isSame) return start + textCode(word.other ?? word)
  if (isOneAndOther(language)) return `${start}count === 1 ? ${textCode(word.one)} : ${textCode(word.other)}`
  return `${start}plural(count, { ${Object.entries(word).map(([form, text]) => `${form}: ${textCode(text)}`).join(', ')} })`
}

function textCode (text) {
  if (gapsOf(text).length === 0) return quoted(text)
  return `\`${text.replace(/[`\\]|\$(?=\{)/g, '\\$&').replace(/\{(\w+)\}/g, '${$1}')}\``
}

function quoted (text) {
  return `'${text.replace(/['\\]/g, '\\$&').replace(/\n/g, '\\n')}'`
}

/** The words of a language, with those of the first one where it has none. */
export function filledWords (areas, source) {
  const fill = (own, theirs) => Object.fromEntries(Object.entries(theirs).map(([key, value]) =>
    [key, own[key] === undefined ? value : isGroup(value) ? fill(own[key], value) : own[key]]))
  return new Map([...source].map(([area, words]) => [area, fill(areas.get(area) ?? {}, words)]))
}

/**
 * Writes the modules of a language where they are missing or otherwise. What another language than the first one lacks is said in the first.
 * @throws where its words are not what they have to be; the message lists what is wrong.
 */
export function writeWords (language = firstLanguage, folder = join(here, 'scripts', 'words')) {
  const source = readWords(firstLanguage)
  const own = language === firstLanguage ? source : readWords(language)
  const areas = language === firstLanguage ? source : filledWords(own, source)
  const problems = problemsOf(language, own, language === firstLanguage ? undefined : source).filter(problem => language === firstLanguage || !problem.endsWith(': is missing'))
  if (problems.length > 0) throw new Error(`The words are not whole:\n${problems.join('\n')}`)
  const modules = modulesOf(language, areas)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of modules) {
    const file = join(folder, name)
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  }
  // Those of an area that is gone.
  for (const name of readdirSync(folder)) if (/^[a-z]+\.ts$/.test(name) && !modules.has(name)) rmSync(join(folder, name))
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , language = firstLanguage, folder] = process.argv
  writeWords(language, folder)
  if (language !== firstLanguage) for (const problem of problemsOf(language, readWords(language), readWords(firstLanguage))) console.log(problem)
}
