import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { calendar } from '../workbook/calendar.ts'
import { compareDocument } from '../compare/compare.ts'
import { compareWorkbooks } from '../compare/compare-workbooks.ts'
import { apply } from '../workbook/edit.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import { readWorkbook, writeWorkbook } from '../workbook/json.ts'
import { pack, unpack } from '../workbook/pack.ts'
import { cleanText, oneLine, textFor } from '../workbook/text.ts'
import { agency, emptyWorkbook, rowsIn, subjectOf, valueOf, type Workbook } from '../workbook/workbook.ts'
import { fillDocx } from './docx-fill.ts'
import { parseMetadata, writeMetadata } from './metadata-json.ts'
import type { DocumentMetadata } from '../workbook/read-document.ts'
import { Pace } from './pace.ts'
import { fillPdf } from './pdf-fill.ts'
import { read } from './read.ts'
import { csv } from './tables/csv.ts'
import { xlsx } from './tables/xlsx.ts'
import { blankBody, blankDocx, docx } from './testing/blank-docx.ts'
import { blankPdf, noInk } from './testing/blank-pdf.ts'
import { blankMetadata, content, guide } from './testing/guide.ts'
import { allAtOnce, awkwardText, disguises } from './testing/texts.ts'
import { listEntries, openPart } from './unzip.ts'
import { interpret } from './values.ts'
import { descendants, textIn } from './xml.ts'

const index = new GuideIndex(guide)
const stamp = { at: 5, by: 'a' }
const fields = ['sample.name', 'sample.why', 'sample.gives.r1.what', 'sample.gives.r1.ours', 'sample.roles.job-coach.knows']
const kept = (field: string, text: string): string => textFor(index.field(field)?.definition.kind, text)

/** What was typed into each field, and the partner's name. */
const typed = fc.record({ texts: fc.tuple(...fields.map(() => awkwardText)), name: awkwardText })
const everything = { texts: fields.map(() => allAtOnce), name: allAtOnce }

/** A workbook as an earlier version kept it: text as it came in. */
function uncleaned ({ texts, name }: { texts: string[], name: string }): Workbook {
  const book = emptyWorkbook('w1')
  book.partners.set('p1', { id: 'p1', name, ...stamp })
  fields.forEach((field, i) => { subjectOf(book, 'p1').answers.set(field, { value: texts[i]!, ...stamp }) })
  rowsIn(subjectOf(book, 'p1'), 'sample.gives').set('r1', { place: 1, ...stamp })
  return book
}

async function checkDocument (given: { texts: string[], name: string }, fill: (answers: Record<string, string>, partner: { id: string, name: string }) => Promise<Uint8Array>): Promise<void> {
  const answers = Object.fromEntries(fields.map((field, i) => [field, given.texts[i]!]))
  const result = await read(await fill(answers, { id: 'p1', name: given.name }), guide)
  for (const field of fields) assert.equal(result.answers[field], kept(field, answers[field]!), field)
  assert.equal(result.partners['sample'], oneLine(given.name))
  assert.deepEqual(result.remarks, [])
  // What the file says of itself is what stands in it.
  assert.deepEqual(result.metadata?.values, Object.fromEntries(fields.map(field => [field, kept(field, answers[field]!)]).filter(([, text]) => text !== '')))
  assert.equal(result.metadata?.partner?.name, oneLine(given.name))
  const book = uncleaned(given)
  const surroundings = { index, subjectOf: () => 'p1', nameOf: () => given.name, stamp: () => stamp }
  assert.deepEqual(compareDocument(result, { ...surroundings, book }), [], 'against what an earlier version kept')
  assert.deepEqual(compareDocument(result, { ...surroundings, book: unpack(pack(book)) }), [], 'against what is kept')
}

test('any text goes into a Word file and comes back clean, and nothing was changed in the file', async () => {
  const blank = await blankDocx()
  const fill = async (answers: Record<string, string>, partner: { id: string, name: string }) => (await fillDocx(blank, content(answers, {}, partner))).bytes
  await fc.assert(fc.asyncProperty(typed, given => checkDocument(given, fill)), { numRuns: 150, examples: [[everything]] })
})

test('any text goes into a PDF and comes back clean, and nothing was changed in the file', async () => {
  const blank = blankPdf()
  const fill = async (answers: Record<string, string>, partner: { id: string, name: string }) => (await fillPdf(blank, content(answers, {}, partner), noInk)).bytes
  await fc.assert(fc.asyncProperty(typed, given => checkDocument(given, fill)), { numRuns: 150, examples: [[everything]] })
})

test('a partner of any name stands on one line of a Word file', async () => {
  const { bytes } = await fillDocx(await blankDocx(), content({}, {}, { id: 'p1', name: 'Harbor\v\u2028Street\nBakery' }))
  const document = (await openPart(listEntries(bytes), 'word/document.xml', new Pace()))!
  assert.deepEqual([...descendants(document, 'w:br')], [])
  assert.ok([...descendants(document, 'w:t')].some(t => textIn(t) === 'Harbor Street Bakery'))
})

/** What comes of a Word file that was made with an answer that is not told so in it. */
async function readOther (typed: string, runs: string) {
  const metadata: DocumentMetadata = {
    format: 1, document: 'a-sample', code: 'ab12cd', guide: '2026-11', instruments: ['sample'], serials: guide.documents[0]!.serials, wording: {}, values: { 'sample.why': typed }
  }
  const place = blankBody().indexOf('Write here', blankBody().indexOf('sample.why'))
  const body = blankBody().slice(0, place).replace(/<w:t>$/, '') + runs + blankBody().slice(place).replace(/^Write here<\/w:t>/, '')
  const result = await read(await docx(body.replace(/(w:val="sample\.why"\/><w:id w:val="\d+"\/>)<w:showingPlcHdr\/>/, '$1'), JSON.stringify(metadata)), guide)
  const book = uncleaned({ texts: ['', typed, '', '', ''], name: '' })
  return { value: result.answers['sample.why'], differences: compareDocument(result, { index, book, subjectOf: () => 'p1', nameOf: () => null, stamp: () => stamp }) }
}

test('a Word file that an earlier version made with line breaks that it could not write says nothing either', async () => {
  const typed = 'one\vtwo\fthree\0\ttwo\u2028four'
  const found = await readOther(typed, '<w:t xml:space="preserve">onetwothree</w:t><w:tab/><w:t xml:space="preserve">two\u2028four</w:t>')
  assert.deepEqual(found, { value: cleanText(typed), differences: [] })
})

test('what LibreOffice makes of a text that looks like a character of a spreadsheet is no change, however often it saves', async () => {
  const typed = 'a _x000A_ and _x005F_x000d_x0041_'
  let saved = typed
  for (let times = 0; times < 3; times++) {
    saved = saved.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    assert.deepEqual(await readOther(typed, `<w:t>${saved}</w:t>`), { value: typed, differences: [] })
  }
  const { value, differences } = await readOther(typed, `<w:t>${saved}!</w:t>`)
  assert.equal(value, saved + '!')
  assert.equal(differences.length, 1)
})

test('a program that reads such a text as a character finds none in what a file says of itself', () => {
  const metadata = parseMetadata(blankMetadata)!
  metadata.values['sample.why'] = '_x000A_x0022_ _X000a_ \u017f'
  const written = writeMetadata(metadata)
  assert.doesNotMatch(written, /_x[\da-f]{4}_/i)
  assert.deepEqual(parseMetadata(written), metadata)
})

test('a partner of a file whose id is none, or another subject, is known by its name alone', () => {
  const metadata = (id: unknown) => parseMetadata(JSON.stringify({ ...JSON.parse(blankMetadata) as object, partner: { id, name: 'Harbor\rStreet' } }))?.partner
  assert.deepEqual(metadata('p1'), { id: 'p1', name: 'Harbor Street' })
  for (const id of ['', 'agency', 'plan', 'P 1', 'p1\r\n', 'p1\0', 'a'.repeat(25), 7, null]) assert.equal(metadata(id), undefined)
})

test('a text that is too long is not cut within a character', () => {
  for (const start of ['', 'x']) {
    const { value, remark } = interpret(undefined, { text: start + '\u{1f642}'.repeat(60_000) }, undefined, { language: 'en' })
    assert.equal(remark, 'cut')
    assert.equal(value, cleanText(value!))
    assert.ok(value.endsWith('\u{1f642}'))
  }
})

test('any text goes through a workbook, its storage and its file, clean after the first time', () => {
  fc.assert(fc.property(typed, given => {
    const book = uncleaned(given)
    for (const again of [unpack(pack(book)), readWorkbook(writeWorkbook(book)), readWorkbook(new TextDecoder().decode(new TextEncoder().encode(writeWorkbook(book))))]) {
      fields.forEach((field, i) => { assert.equal(valueOf(again, 'p1', field), cleanText(given.texts[i]!)) })
      assert.equal(again.partners.get('p1')!.name, oneLine(given.name))
      const subjects = new Map([['p1', 'p1']])
      assert.deepEqual(compareWorkbooks(again, book, index, subjects, new Map([['p1', oneLine(given.name)]])), [])
      assert.deepEqual(compareWorkbooks(again, readWorkbook(writeWorkbook(again)), index, subjects), [])
      assert.equal(writeWorkbook(readWorkbook(writeWorkbook(again))), writeWorkbook(again))
    }
    const made = emptyWorkbook('w1')
    apply(made, [{ kind: 'partner', id: 'p1', name: given.name }, ...fields.map((field, i) => ({ kind: 'answer' as const, subject: 'p1', field, value: given.texts[i]! }))], stamp)
    assert.equal(made.partners.get('p1')!.name, oneLine(given.name))
    fields.forEach((field, i) => { assert.equal(valueOf(made, 'p1', field), cleanText(given.texts[i]!)) })
  }), { numRuns: 300, examples: [[everything]] })
})

/** Reads comma-separated values as RFC 4180 says. */
function parseCsv (text: string): string[][] {
  const rows: string[][] = [[]]
  for (let at = 0; at < text.length;) {
    const match = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
    match.lastIndex = at
    const [all, quoted, plain, end] = match.exec(text) ?? assert.fail(`no cell at ${text.slice(at, at + 20)}`)
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!)
    at += all.length
    if (end === '\r\n' && at < text.length) rows.push([])
  }
  return rows
}

const startsFormula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

test('any text comes whole out of comma-separated values, and none starts a formula, whatever a program leaves out before it', () => {
  fc.assert(fc.property(fc.array(fc.tuple(awkwardText, awkwardText), { minLength: 1, maxLength: 5 }), rows => {
    const bytes = csv({ title: 'A table', columns: ['a', 'b'], rows })
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
    assert.ok(text.startsWith('\ufeff') && !text.slice(1).includes('\ufeff'))
    const found = parseCsv(text.slice(1)).slice(1)
    found.flat().forEach((cell, i) => {
      assert.doesNotMatch(cell, startsFormula)
      assert.doesNotMatch(cell.replace(/^[\p{C}\s\p{DI}"]+/u, ''), startsFormula)
      const typed = cleanText(rows.flat()[i]!)
      // An apostrophe stands before what looks like a formula, also behind apostrophes: one of them is taken away.
      assert.equal(cell.startsWith("'") && /^["'\p{C}\p{Z}\p{DI}\u2018-\u201f`]*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20\u207a-\u207c\u208a-\u208c\ufb29\ufe62\ufe63\ufe66\ufe6b]/u.test(cell) ? cell.slice(1) : cell, typed)
    })
  }), { numRuns: 500, examples: [[disguises.map(text => [text, text])], [[[allAtOnce, allAtOnce]]]] })
})

test('any text comes whole out of a spreadsheet, and none is a formula', async () => {
  await fc.assert(fc.asyncProperty(fc.array(awkwardText, { minLength: 1, maxLength: 5 }), awkwardText, async (texts, title) => {
    const bytes = await xlsx([{ title, columns: ['a'], rows: texts.map(text => [text]) }])
    const entries = listEntries(bytes)
    const sheet = (await openPart(entries, 'xl/worksheets/sheet1.xml', new Pace()))!
    const unescaped = (text: string): string => text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    const cells = [...descendants(sheet, 'row')].slice(1).map(row => [...descendants(row, 't')].map(textIn).map(unescaped)[0] ?? '')
    assert.deepEqual(cells, texts.map(cleanText))
    assert.deepEqual([...descendants(sheet, 'f')], [])
    const name = unescaped([...descendants((await openPart(entries, 'xl/workbook.xml', new Pace()))!, 'sheet')][0]!.attributes.get('name')!)
    assert.match(name, /^[^[\]:*?/\\\p{Cc}]{1,31}$/u)
  }), { numRuns: 150, examples: [[disguises, disguises[0]!], [[allAtOnce], allAtOnce]] })
})

test('a cell that no spreadsheet takes whole says that it goes on', async () => {
  const sheet = await openPart(listEntries(await xlsx([{ title: 'A', columns: ['a'], rows: [['\u{1f642}'.repeat(20_000)]] }])), 'xl/worksheets/sheet1.xml', new Pace())
  const text = textIn([...descendants(sheet!, 't')][1]!)
  assert.ok(text.length <= 32_767 && text.endsWith('\u{1f642}\u2026'))
})

const step = { key: 'r1', at: Date.UTC(2026, 10, 3), from: '', what: '', first: '', who: '', due: '2026-12-01', state: 'open', partners: '' }
const labels = { first: 'First step', who: 'Who', partners: 'Partners' }

test('any text comes whole out of a calendar file, which another program finds valid', () => {
  fc.assert(fc.property(fc.record({ what: awkwardText, first: awkwardText, who: awkwardText, partners: awkwardText }), awkwardText, awkwardText, (texts, plan, title) => {
    const file = calendar([{ ...step, ...texts }, { ...step, key: 'r2', what: 'the next' }], plan, title, labels)
    const bytes = new TextEncoder().encode(file)
    assert.equal(new TextDecoder('utf-8', { fatal: true }).decode(bytes), file)
    for (const line of file.split('\r\n')) {
      assert.doesNotMatch(line, /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{NChar}]/u)
      assert.ok(new TextEncoder().encode(line).length <= 75)
    }
    const root = new ICAL.Component(ICAL.parse(file) as unknown[])
    const events = root.getAllSubcomponents('vevent')
    assert.equal(events.length, 2)
    const [event] = events
    assert.equal(event!.getFirstPropertyValue('summary'), cleanText(texts.what))
    const details = (['first', 'who', 'partners'] as const).filter(part => texts[part] !== '').map(part => `${labels[part]}: ${texts[part]}`).join('\n')
    assert.equal(event!.getFirstPropertyValue('description') ?? '', cleanText(details))
    assert.match(String(event!.getFirstPropertyValue('uid')), /^r1-[\w.-]*@partnership-toolkit$/)
    assert.equal(event!.getAllProperties().length, details === '' ? 7 : 8)
  }), { numRuns: 300, examples: [[{ what: allAtOnce, first: allAtOnce, who: allAtOnce, partners: allAtOnce }, allAtOnce, allAtOnce], [{ what: 'a', first: '', who: '', partners: '' }, 'w1\r\nBEGIN:VEVENT\rX:1', 'b']] })
})

test('a day that does not exist, or a moment beyond all years, breaks no calendar file', () => {
  const days = ['2026-02-30', '2026-13-01', '2026-00-10', '0000-00-00', '9999-12-31', '2026-12-31', 'soon', '2026-12-01\r\nX:1']
  const file = calendar(days.map((due, i) => ({ ...step, key: `r${i + 1}`, due, what: due, at: 2 ** 52 })), 'w1', 'Plan', labels)
  const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent')
  assert.deepEqual(events.map(event => [event.getFirstPropertyValue('summary'), String(event.getFirstPropertyValue('dtend'))]), [['9999-12-31', '9999-12-31'], ['2026-12-31', '2027-01-01']])
  for (const event of events) assert.match(String(event.getFirstPropertyValue('dtstamp')), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
})

test('what a workbook file calls itself, its tabs, rows and partners is no text of another file', () => {
  const good = emptyWorkbook('w1a2b3c4d', '2026-11')
  apply(good, [{ kind: 'partner', id: 'p1', name: 'Harbor Street' }, { kind: 'answer', subject: agency, field: 'map.rows.r1.who', value: 'x' },
    { kind: 'row', subject: agency, table: 'map.rows', key: 'r1', place: 1, born: '1700000000000-t1a2b3c4d' }], { at: 1700000000000, by: 't1a2b3c4d' })
  const text = writeWorkbook(readWorkbook(writeWorkbook(good)))
  for (const bad of ['\r', '\n', '\r\nBEGIN:VEVENT', '\0', ' ', '\u2028', '=', '<', '"', '\u200b', '/', ';', '\ud800', 'a'.repeat(101)]) {
    for (const part of ['"w1a2b3c4d"', '"t1a2b3c4d"', '"1700000000000-t1a2b3c4d"', '"r1"', '"p1"', '"map.rows"', '"map.rows.r1.who"', '"agency"']) {
      const wrong = text.replace(part, JSON.stringify(JSON.parse(part) as string + bad))
      assert.notEqual(wrong, text)
      assert.throws(() => readWorkbook(wrong), { name: 'WorkbookRefused', reason: 'damaged' }, `${part} with ${JSON.stringify(bad)}`)
    }
  }
  for (const taken of ['agency', 'plan']) assert.throws(() => readWorkbook(text.replace('"p1"', `"${taken}"`)), { reason: 'damaged' })
})

test('a workbook under an id that an earlier version took from a file saves a file that opens', () => {
  const stored = pack({ ...emptyWorkbook('w1\r\nX:1'), guide: '2026-11' })
  assert.equal(readWorkbook(writeWorkbook(unpack(stored))).id, 'w1X1')
})

test('what a workbook holds beyond what is known goes out as it came, and what could not go out does not come in', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
  const file = (rest: string): string => `{"format":"partnership-toolkit-workbook","version":1,"id":"w1","guide":"","partners":[],"subjects":{},${rest}}`
  const odd = file('"__proto__":{"a":1},"toJSON":"x","constructor":{"prototype":1},"more":["\\ud800","\\u0000\\r\\u2028"],"deep":' + deep(50))
  const again = JSON.parse(writeWorkbook(readWorkbook(odd))) as object
  assert.deepEqual(again, JSON.parse(odd))
  assert.throws(() => readWorkbook(file(`"deep":${deep(100_000)}`)), { reason: 'damaged' })
})
