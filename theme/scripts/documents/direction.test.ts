import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leftToRight, rightToLeft } from './direction.ts'
import { fillDocx } from './docx-fill.ts'
import { Pace } from './pace.ts'
import { fillPdf } from './pdf-fill.ts'
import { latin } from './pdf-parser.ts'
import { read } from './read.ts'
import { blankDocx } from './testing/blank-docx.ts'
import { blankPdf, noInk } from './testing/blank-pdf.ts'
import { content, guide } from './testing/guide.ts'
import { listEntries, unpack } from './unzip.ts'

const arabic = '\u0645\u0639\u0627'
const hebrew = '\u05d1\u05d9\u05d7\u05d3'
const answers = {
  'sample.name': arabic, 'sample.why': `1. ${arabic} Harbor Street 24 ${arabic}\nand more`, 'sample.gives.r1.what': hebrew, 'sample.gives.r1.ours': `Caf\u00e9 ${arabic}`, 'sample.roles.job-coach.knows': arabic
}

test('the first letter says in which direction a text runs', () => {
  for (const text of [arabic, hebrew, `2026: "${arabic}"`, `(${arabic}) English`, '\u{1e900}', `\u060c ${arabic}`]) assert.ok(rightToLeft.test(text), text)
  for (const text of ['', '12', '\u060c one', `English ${arabic}`, '\u652f\u63f4', '\u0661\u0662', '\u{1f642} yes']) assert.ok(!rightToLeft.test(text), text)
  assert.deepEqual(`${arabic} A 1 b2, ${arabic}-\u00e9!`.split(leftToRight), [`${arabic} `, 'A 1 b2', `, ${arabic}-`, '\u00e9', '!'])
})

test('in Word such answers run from the right, and words from the left within them keep their order', async () => {
  const made = await fillDocx(await blankDocx(), content(answers, { 'sample.gives': ['r1'] }))
  const entry = listEntries(made.bytes).find(e => e.name === 'word/document.xml')!
  const xml = new TextDecoder().decode(await unpack(entry, new Pace()))
  const paragraphs = xml.split('<w:p>').filter(p => /[\u0590-\u08ff]/.test(p))
  const runs = (p: string): string[] => [...p.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => (run.includes('<w:rtl/>') ? '<' : '>') + run.replace(/<w:br\/>/g, '\n').replace(/<[^>]*>/g, ''))
  assert.deepEqual(paragraphs.map(p => [p.includes('<w:bidi/>'), ...runs(p)]), [
    // A label stands before it in the same paragraph.
    [false, '>Name of the program ', `<${arabic}`],
    [false, '>Why? ', `<1. ${arabic} `, '>Harbor Street 24', `< ${arabic}\n`, '>and more'],
    [true, `<${hebrew}`],
    [false, `>Caf\u00e9 ${arabic}`],
    [true, `<${arabic}`]
  ])
  const result = await read(made.bytes, guide)
  assert.deepEqual(Object.fromEntries(Object.entries(result.answers).filter(([, answer]) => answer !== '')), answers)
})

test('in a PDF such fields are aligned to the right, and a drawn answer says its words', async () => {
  const made = latin((await fillPdf(blankPdf(), content(answers), noInk)).bytes)
  const added = made.slice(made.indexOf('%%EOF'))
  assert.equal(added.match(/\/Q 2/g)?.length, 4)
  assert.match(added, /\/Span<<\/ActualText <feff064506390627>>>BDC/)
})
