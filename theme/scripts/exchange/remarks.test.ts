import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadDocument, ReadingRemark } from '../workbook/read-document.ts'
import { fillDocx } from '../documents/docx-fill.ts'
import { fillPdf } from '../documents/pdf-fill.ts'
import { latin } from '../documents/pdf-parser.ts'
import { Pace } from '../documents/pace.ts'
import { read } from '../documents/read.ts'
import { blankDocx, bookmarked, cell, run } from '../documents/testing/blank-docx.ts'
import { blankPdf, noInk } from '../documents/testing/blank-pdf.ts'
import { content, guide } from '../documents/testing/guide.ts'
import { listEntries, unpack } from '../documents/unzip.ts'
import { pack, writeZip } from '../documents/zip.ts'
import type { Guide, PartDefinition } from '../workbook/guide.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import { byWeight, remarkText } from './remarks.ts'
import * as words from '../words/exchange.ts'

test('what is lost unless somebody looks comes before what costs nobody an answer', () => {
  const kinds = byWeight([{ kind: 'by-position' }, { kind: 'missing-field' }, { kind: 'not-a-date' }, { kind: 'by-position' }, { kind: 'cut' }, { kind: 'outside-options' }]).map(remark => remark.kind)
  assert.deepEqual(kinds, ['not-a-date', 'cut', 'outside-options', 'missing-field', 'by-position', 'by-position'])
})

const answers = { 'sample.name': 'Harbor', 'sample.day': '2026-03-14', 'sample.safe.answer': 'partly', 'sample.tie': 'na', 'sample.gives.r1.what': 'Rides', 'sample.gives.r2.what': 'Desks' }

/** The guide of a later day, which has dropped a question, a column and a table. */
const later: Guide = {
  ...guide,
  instruments: guide.instruments.map(instrument => ({
    ...instrument,
    parts: instrument.parts.flatMap((part): PartDefinition[] => 'field' in part ? part.item === 'why' ? [] : [part]
      : part.table.id.endsWith('.roles') ? [] : [{ table: { ...part.table, columns: part.table.columns.filter(column => column.id !== 'ours') } }])
  }))
}

type Shown = [index: GuideIndex, read: ReadDocument]

async function word (change: (xml: string) => string, readWith = guide): Promise<Shown> {
  const { bytes } = await fillDocx(await blankDocx(), content({ ...answers, 'sample.roles.job-coach.knows': 'A lot' }))
  const changed = writeZip(await Promise.all(listEntries(bytes).map(async entry => entry.name !== 'word/document.xml' ? entry
    : await pack(entry.name, change(new TextDecoder().decode(await unpack(entry, new Pace())))))))
  return [new GuideIndex(readWith), await read(changed, readWith)]
}

async function paper (change: (text: string) => string, readWith = guide): Promise<Shown> {
  const { bytes } = await fillPdf(blankPdf(), content(answers), noInk)
  return [new GuideIndex(readWith), await read(Uint8Array.from(change(latin(bytes)), c => c.charCodeAt(0)), readWith)]
}

/** Puts runs into every control. */
const intoAll = (runs: string) => (xml: string): string => xml.replaceAll('</w:sdtContent></w:sdt><w:bookmarkEnd', `${runs}</w:sdtContent></w:sdt><w:bookmarkEnd`)
const theirs = (tag: string, alias: string, text: string): string => `<w:p><w:sdt><w:sdtPr>${alias}<w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt></w:p>`

test('remarks name things in the words of the guide or the file: no id, no bookmark, no tag', async () => {
  const all = guide.documents[0]!.serials
  const shown = await Promise.all([
    // Every field gone, alone and with its rows and tables; every field with words in, behind and for the second time.
    ...all.map((_, i) => word(xml => xml.replace(new RegExp(`<w:bookmarkStart w:id="${i + 1}" .*?<w:bookmarkEnd w:id="${i + 1}"/>`, 's'), ''))),
    word(xml => xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '')), word(xml => xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, ''), later),
    word(intoAll(run(' \ue123'))), word(intoAll(run(' \ue123')), later), word(intoAll('<w:r><w:drawing/></w:r>')), word(intoAll('<w:r><w:drawing/></w:r>'), later),
    word(xml => xml.replace('Harbor', Array.from({ length: 20_000 }, (_, i) => i * 7919).join())), word(xml => xml.replaceAll(/<w:bookmarkEnd [^>]*>/g, end => end + run(' and more'))), word(xml => xml.replaceAll(/<w:bookmarkEnd [^>]*>/g, end => end + run(' and more')), later),
    word(xml => xml.replace('</w:body>', all.map((_, i) => `<w:p>${bookmarked(i + 1, run('a second time'))}</w:p>`).join('') + '</w:body>')),
    word(xml => xml.replace('</w:body>', theirs('budget', '', '900') + theirs('goog_rdk_7', '<w:alias w:val="Our budget"/>', '900') + theirs('sample.old', '', 'Kept') + '</w:body>'), later),
    word(xml => xml.replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(?:Content)?>|<w:bookmark[^>]*>/gs, '')), word(xml => xml.replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(?:Content)?>|<w:bookmark[^>]*>/gs, ''), later),
    word(xml => xml.replace('</w:tbl>', `<w:tr>${cell(run('Cook'))}${cell(run('Recipes'))}</w:tr></w:tbl>`)), word(xml => xml),
    paper(text => text), paper(text => text, later), paper(text => text.replaceAll('/AS', '/AX')), paper(text => text.replaceAll('/AS /partly', '/AS /Off')),
    paper(text => text.replace(/\/Fields\[[^\]]*\]/, fields => `/Fields[<</T(sample)/Kids[<</T(safe)/Kids[<</T(answer)/FT/Btn/Ff 32768/V/in-place>>]>><</T(tie)/FT/Ch/V(not-yet)>>]>>${fields.slice(8)}`)),
    paper(text => text.replaceAll('/Fields[', '/Fields[<</T(topmostSubform[0].Text1[0])/FT/Tx/V(900)>><</T(Text2)/TU(Our budget)/FT/Tx/V(900)>><</T(sample.name)/FT/Tx/RV(<p>x</p>)>>')),
    paper(text => text.replace('/Annots[', '/Annots[<</Subtype/Ink>><</Subtype/Stamp/Contents(Seen)>>'))
  ])
  const kinds = new Set<ReadingRemark['kind']>()
  const ids = [...all, ...all.map(id => id.split('.').slice(0, 2).join('.')), 'budget', 'goog_rdk', 'topmost', 'Text1', 'Text2', 'tk_', 'sample.', 'ab12cd']
  const options = ['partly', 'not-yet', 'in-place', 'na', 'weak', 'strong']
  for (const [index, { remarks }] of shown) {
    for (const remark of remarks) {
      kinds.add(remark.kind)
      // What people wrote is theirs.
      const text = remarkText(remark, index).replace('Our budget', 'Theirs')
      assert.deepEqual([ids.filter(id => text.includes(id)), options.filter(option => text.includes(`\u201c${option}\u201d`))], [[], []], text)
      assert.doesNotMatch(text, /undefined|null|\bNaN\b|^: /)
    }
  }
  const never = ['no-fields', 'not-a-date', 'which-day']
  assert.deepEqual(Object.keys(words.remarks).filter(kind => !kinds.has(kind as ReadingRemark['kind']) && !never.includes(kind)), [])
})

test('a remark says where it is', () => {
  const index = new GuideIndex(guide)
  for (const [remark, text] of [
    [{ kind: 'missing-field', field: 'sample.partner' }, 'Partner, A sample: The field is gone from the file. Nothing is changed for it.'],
    [{ kind: 'unsure', field: 'sample.gives.r2.what', found: 'a' }, `What each side gives, row 2: What: ${words.remarks.unsure({ what: '\u201ca\u201d' })}`],
    [{ kind: 'unknown-field', field: 'Our budget', found: '900' }, `Our budget: ${words.remarks['unknown-field']({ what: '\u201c900\u201d' })}`],
    [{ kind: 'unknown-field', found: '900' }, words.remarks['unknown-field']({ what: '\u201c900\u201d' })],
    [{ kind: 'unreadable', field: 'sample.name', found: '' }, `Name of the program: ${words.remarks.unreadable({ what: 'What stands there' })}`],
    [{ kind: 'drawn', page: 3 }, `Page 3: ${words.remarks.drawn}`], [{ kind: 'drawn' }, words.remarks.drawn],
    [{ kind: 'beside', found: 'Since May', page: 2 }, `Page 2: ${words.remarks.beside({ what: '\u201cSince May\u201d' })}`]
  ] satisfies [ReadingRemark, string][]) assert.equal(remarkText(remark, index), text)
})
