// What `round-trips.mjs` runs: fills the documents of a built site, and compares files that came back from other programs.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { DocumentDefinition, Guide, GuideLabels } from '../../workbook/guide.ts'
import { oneLine, textFor } from '../../workbook/text.ts'
import type { FilledDocument } from '../api.ts'
import { cellOf, GuideFields } from '../fields.ts'
import { fillDocx } from '../docx-fill.ts'
import type { ReadDocument } from '../../workbook/read-document.ts'
import { fillPdf } from '../pdf-fill.ts'
import { read } from '../read.ts'
import { escape, escapeAttribute } from '../xml.ts'
import { answersFor, everyAnswer, ownAnswers, partnerIn, roundsOf } from './answers.ts'
import { noInk } from './blank-pdf.ts'
import { stripped } from './strip.ts'

interface Expected { answers: Record<string, string>, partner: string }

const [command, site, folder, ...rest] = process.argv.slice(2) as [string, string, string, ...string[]]

function bytesOf (file: string): Uint8Array {
  return new Uint8Array(readFileSync(file))
}

/** What pages load on use: each language has its own, and its pages name the list that its own stands in. @param language Its folder; empty for the source. */
function load<T> (name: string, language = ''): T {
  const list = /data-manifest="([^"]+)"/.exec(readFileSync(join(site, language, 'index.html'), 'utf8'))?.[1] ?? ''
  const loaded = readFileSync(join(site, list), 'utf8')
  const file = readdirSync(join(site, 'assets')).find(file => file.startsWith(`${name}.`) && file.split('.').length === 3 && loaded.includes(file))
  if (file === undefined) throw new Error(`The site has no ${name}.`)
  let data: T | undefined
  const toolkit = { provide: (_: string, value: T) => { data = value } }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- run as a browser runs it
  new Function('toolkit', readFileSync(join(site, 'assets', file), 'utf8'))(toolkit)
  return data!
}

const guide = load<Guide>('guide')
const fields = new GuideFields(guide)
const partner = { id: 'p1', name: 'Harbor Street Caf\u00e9 & Sons' }

function without (answers: Map<string, string>, rowsLeftOut: FilledDocument['rowsLeftOut']): Record<string, string> {
  return Object.fromEntries([...answers].filter(([id]) => {
    const cell = cellOf(id)
    return cell === undefined || rowsLeftOut[cell.table]?.includes(cell.row) !== true
  }))
}

/** Form data for programs that fill PDFs: a field for each segment. */
function xfdf (answers: Record<string, string>): string {
  const root = new Map<string, unknown>()
  for (const [id, answer] of Object.entries(answers)) {
    const path = id.split('.')
    let at = root
    for (const part of path.slice(0, -1)) {
      if (!(at.get(part) instanceof Map)) at.set(part, new Map())
      at = at.get(part) as Map<string, unknown>
    }
    at.set(path.at(-1)!, answer)
  }
  const write = (level: Map<string, unknown>): string => [...level].map(([name, value]) => `<field name="${escapeAttribute(name)}">` +
    (value instanceof Map ? write(value) : `<value>${escape(value as string)}</value>`) + '</field>').join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><fields>${write(root)}</fields></xfdf>`
}

type Expectations = Record<string, Expected>

/**
 * Writes a document filled, its form data, and what is expected of each of these files.
 * @param of The guide in the document's language. @param language Its folder; empty for the source.
 */
async function fillOne (name: string, document: DocumentDefinition, answers: Map<string, string>, rows: Map<string, string[]>, about: typeof partner, expected: Expectations, of = guide, language = ''): Promise<void> {
  const content = { guide: of, document, answers, rows, partner: about }
  const asksPartner = guide.instruments.some(instrument => instrument.perPartner === true && document.instruments.includes(instrument.id))
  const said = asksPartner ? oneLine(about.name) : ''
  const kept = new Map([...answers].map(([id, text]) => [id, textFor(fields.get(id)?.kind, text)]))
  const docx = await fillDocx(bytesOf(join(site, 'downloads', language, `${document.id}.docx`)), content)
  const pdf = await fillPdf(bytesOf(join(site, 'downloads', language, `${document.id}.pdf`)), content, noInk)
  writeFileSync(join(folder, `${name}.docx`), docx.bytes)
  writeFileSync(join(folder, `${name}.pdf`), pdf.bytes)
  expected[`${name}.docx`] = { answers: Object.fromEntries(kept), partner: said }
  expected[`${name}.pdf`] = { answers: without(kept, pdf.rowsLeftOut), partner: said }
  const onPaper = Object.fromEntries([...kept].filter(([id]) => document.serials.includes(id)))
  expected[`${name}.form.pdf`] = { answers: onPaper, partner: '' }
  writeFileSync(join(folder, `${name}.xfdf`), xfdf(onPaper))
  writeFileSync(join(folder, `${name}.form.json`), JSON.stringify(onPaper))
}

/** fill SITE FOLDER ROWS SEED: writes every document filled, its form data, and `expected.json`. */
async function fill (): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const expected: Expectations = {}
  for (const [i, document] of guide.documents.filter(d => d.instruments.length > 0).entries()) {
    const { answers, rows } = answersFor(guide, document, Number(rest[0]), Number(rest[1]) + 10_000 * i)
    await fillOne(document.id, document, answers, rows, partner, expected)
  }
  writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected))
}

/** fill-every SITE FOLDER: the whole guide, in as many files as it takes for every option of every field and every kind of text. */
async function fillEvery (): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const expected: Expectations = {}
  const document = guide.documents.find(d => d.kind === 'guide')!
  for (let round = 0; round < roundsOf(guide); round++) {
    const { answers, rows } = everyAnswer(guide, document, round)
    await fillOne(`every-${round}`, document, answers, rows, { id: 'p1', name: partnerIn(round) }, expected)
  }
  writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected))
}

/** fill-in SITE FOLDER LANGUAGE: the whole guide in another language, for programs that save it, and to be read in the source's. */
async function fillIn (): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const [language] = rest as [string]
  const of = load<Guide>('guide', language)
  const document = of.documents.find(d => d.kind === 'guide')!
  const { answers, rows } = answersFor(guide, document, 3, 9_000_000)
  const expected: Expectations = {}
  await fillOne(`guide-${language}`, document, answers, rows, partner, expected, of, language)
  writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected))
}

const noMetadata = 'the metadata is gone'

function differences (result: ReadDocument, expected: Expected): string[] {
  const found: string[] = []
  const ids = new Set([...Object.keys(expected.answers), ...Object.keys(result.answers)])
  for (const id of ids) {
    const [wanted, given] = [expected.answers[id] ?? '', result.answers[id] ?? '']
    if (wanted !== given) found.push(`${id}: ${JSON.stringify(wanted)} became ${JSON.stringify(given)}`)
  }
  for (const name of Object.values(result.partners)) {
    if (name !== expected.partner) found.push(`partner: ${JSON.stringify(expected.partner)} became ${JSON.stringify(name)}`)
  }
  if (result.metadata === null && command !== 'compare-bare') found.push(noMetadata)
  return [...found, ...result.remarks.map(remark => `remark ${JSON.stringify(remark)}`)]
}

/**
 * compare SITE FOLDER FILE...: reads the files and says what is not as `FOLDER/expected.json` has it; compare-bare: files may have lost what they say of themselves;
 * compare-across: of files in another language, knowing what that calls the same, as browsers do.
 */
async function compare (): Promise<void> {
  const as = command === 'compare-across' ? { labels: load<GuideLabels>('labels'), language: 'en' } : {}
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>
  let answers = 0
  for (const file of rest) {
    const wanted = expected[basename(file)]
    if (wanted === undefined) throw new Error(`Nothing is expected of ${basename(file)}.`)
    answers += Object.keys(wanted.answers).length
    try {
      for (const line of differences(await read(bytesOf(file), guide, as), wanted)) {
        console.error(`${basename(file)}: ${line}`)
        process.exitCode = 1
      }
    } catch (error) {
      console.error(`${basename(file)}: ${String(error)}`)
      process.exitCode = 1
    }
  }
  console.log(`${rest.length} ${extname(rest[0] ?? '')} files, ${answers} answers compared`)
}

/** What a file and all that programs may leave of it read otherwise than they should, with what was lost. */
async function differencesHowever (bytes: Uint8Array, wanted: Expected, by: (file: Uint8Array) => Promise<ReadDocument> = file => read(file, guide)): Promise<string[]> {
  const found: string[] = []
  for (const [lost, file] of Object.entries({ nothing: bytes, ...await stripped(bytes) })) {
    const result = await by(file).catch(String)
    const lines = typeof result === 'string' ? [result] : differences(result, wanted).filter(line => line !== noMetadata || !lost.startsWith('metadata'))
    found.push(...lines.map(line => `without ${lost}: ${line}`))
  }
  return found
}

function say (file: string, lines: readonly string[]): void {
  for (const line of lines) console.error(`${basename(file)}: ${line}`)
  if (lines.length > 0) process.exitCode = 1
}

/** compare-stripped SITE FOLDER FILE...: the same, of each file and of what is left where programs drop what they do not know. */
async function compareStripped (): Promise<void> {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>
  for (const file of rest) say(file, await differencesHowever(bytesOf(file), expected[basename(file)]!))
  console.log(`${rest.length} files compared`)
}

/** What a folder of documents holds that were published once, and are kept as they are. */
interface Kept {
  partner: string
  /** Instruments by document. */
  documents: Record<string, string[]>
  /** The same in every document. */
  answers: Record<string, string>
}

/** keep SITE FOLDER NAME...: fills documents of this version, each field with an answer of its own, to be kept for good. A name ends in `.docx` or `.pdf`. */
async function keep (): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const whole = guide.documents.find(d => d.kind === 'guide')!
  const { answers, rows } = ownAnswers(guide, whole)
  const kept: Kept = { partner: partner.name, documents: {}, answers: Object.fromEntries(answers) }
  for (const name of rest) {
    const document = guide.documents.find(d => d.id === name.replace(/\.\w+$/, ''))!
    kept.documents[document.id] = document.instruments
    const content = { guide, document, answers, rows, partner }
    const blank = bytesOf(join(site, 'downloads', name))
    if (name.endsWith('.docx')) writeFileSync(join(folder, name), (await fillDocx(blank, content)).bytes)
    else writeFileSync(join(folder, `${name}.br`), new Uint8Array(brotliCompressSync((await fillPdf(blank, content, noInk)).bytes)))
  }
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(kept, null, 1) + '\n')
}

/** compare-kept SITE FOLDER: reads documents that were kept, as they are and stripped. Fields that the guide has no longer are left out. */
async function compareKept (): Promise<void> {
  const kept = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Kept
  const files = readdirSync(folder).filter(name => name !== 'answers.json')
  let compared = 0
  for (const name of files) {
    const own = kept.documents[name.slice(0, name.indexOf('.'))]!
    const answers = Object.fromEntries(Object.entries(kept.answers).filter(([id]) => own.includes(id.slice(0, id.indexOf('.'))) && fields.get(id) !== undefined))
    compared += Object.keys(answers).length
    const bytes = bytesOf(join(folder, name))
    const lines = await differencesHowever(name.endsWith('.br') ? new Uint8Array(brotliDecompressSync(bytes)) : bytes, { answers, partner: kept.partner })
    const gone = Object.keys(kept.answers).some(id => fields.get(id) === undefined)
    say(name, lines.filter(line => !gone || !line.includes('"unknown-field"')))
  }
  console.log(`${files.length} files, ${compared} answers compared`)
}

/**
 * across SITE LANGUAGE DOCUMENT...: fills documents in the source's language and reads them by the data of the other language, and the other way round, each as
 * it is and as programs leave it that drop what they do not know. Without a document: all of them.
 */
async function across (): Promise<void> {
  const sides = ['', folder].map(language => ({ language, guide: load<Guide>('guide', language), as: { labels: load<GuideLabels>('labels', language), language: language === '' ? 'en' : language } }))
  const documents = guide.documents.filter(d => d.instruments.length > 0 && (rest.length === 0 || rest.includes(d.id)))
  let [files, compared] = [0, 0]
  for (const [i, document] of documents.entries()) {
    const { answers, rows } = answersFor(guide, document, 3, 7_000_000 + 10_000 * i)
    const kept = new Map([...answers].map(([id, text]) => [id, textFor(fields.get(id)?.kind, text)]))
    const said = guide.instruments.some(one => one.perPartner === true && document.instruments.includes(one.id)) ? partner.name : ''
    for (const [from, to] of [[sides[0]!, sides[1]!], [sides[1]!, sides[0]!]] as const) {
      const content = { guide: from.guide, document: from.guide.documents.find(d => d.id === document.id)!, answers, rows, partner }
      const blank = (ending: string): Uint8Array => bytesOf(join(site, 'downloads', from.language, document.id + ending))
      const [docx, pdf] = [await fillDocx(blank('.docx'), content), await fillPdf(blank('.pdf'), content, noInk)]
      for (const [ending, { bytes, rowsLeftOut }] of [['.docx', docx], ['.pdf', pdf]] as const) {
        const wanted = { answers: without(kept, rowsLeftOut), partner: said }
        say(`${document.id}${ending} from ${from.as.language} to ${to.as.language}`, await differencesHowever(bytes, wanted, file => read(file, to.guide, to.as)))
        files++
        compared += Object.keys(wanted.answers).length
      }
    }
  }
  console.log(`${documents.length} documents, ${files} files, ${compared} answers compared`)
  if (rest.some(name => !documents.some(d => d.id === name))) throw new Error(`The guide has not all of these: ${rest.join(', ')}`)
}

/** read SITE FOLDER FILE...: writes what was read from each file beside it, as FILE.json. */
async function readAll (): Promise<void> {
  for (const file of rest) writeFileSync(`${file}.json`, JSON.stringify(await read(bytesOf(file), guide).catch((error: unknown) => ({ refused: (error as { reason?: string }).reason ?? String(error) }))))
}

const commands: Record<string, () => Promise<void>> = {
  fill, 'fill-every': fillEvery, 'fill-in': fillIn, compare, 'compare-bare': compare, 'compare-across': compare, 'compare-stripped': compareStripped, keep, 'compare-kept': compareKept, across, read: readAll
}

await commands[command]!()
