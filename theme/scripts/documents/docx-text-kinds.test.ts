import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { crc32 } from './crc32.ts'
import { fillDocx } from './docx-fill.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { Pace } from './pace.ts'
import { read } from './read.ts'
import { signOf } from './symbols/signs.ts'
import { blankDocx, bookmarked, docx, run } from './testing/blank-docx.ts'
import { content, guide } from './testing/guide.ts'
import { listEntries, unpack } from './unzip.ts'
import { pack, writeZip } from './zip.ts'

const serial = (id: string): number => guide.documents[0]!.serials.indexOf(id) + 1
const symbols = async (): Promise<typeof signOf> => signOf
const spaces = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:new="http://schemas.microsoft.com/office/word/2030/wordml"'

/** A control, around paragraphs or within one. */
const control = (id: string, inner: string): string => `<w:sdt><w:sdtPr><w:tag w:val="${id}"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

async function readIn (body: string): Promise<ReadDocument> {
  const file = await docx(`<w:ignored ${spaces}>${body}</w:ignored>`)
  return await read(file, guide, { symbols })
}

async function why (paragraphs: string): Promise<{ answer: string | undefined, said: string[] }> {
  const result = await readIn(control('sample.why', paragraphs))
  return { answer: result.answers['sample.why'], said: result.remarks.filter(remark => remark.field === 'sample.why').map(remark => remark.kind) }
}

const symbol = (font: string, code: number): string => `<w:r><w:sym w:font="${font}" w:char="${code.toString(16).toUpperCase().padStart(4, '0')}"/></w:r>`
const alternate = (...tellings: [requires: string | null, xml: string][]): string => '<mc:AlternateContent>' +
  tellings.map(([requires, xml]) => requires === null ? `<mc:Fallback>${xml}</mc:Fallback>` : `<mc:Choice Requires="${requires}">${xml}</mc:Choice>`).join('') + '</mc:AlternateContent>'
const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`
const field = (instruction: string, result: string | null): string => '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + instruction +
  (result === null ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`

const formField = (data: string): string => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/>${data}</w:ffData></w:fldChar></w:r>${code('FORM')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** What stands in a paragraph, and the text that Word shows for it with all changes made. */
const pieces: Record<string, [xml: string, text: string]> = {
  plain: [run('plain '), 'plain '],
  emoji: [`<w:r>${alternate(['w16se', '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F642"/>'], [null, t('?')])}</w:r>`, '\u{1f642}'],
  'emoji in another font': [`<w:r><w:rPr>${alternate(['w16se', ''], [null, '<w:rFonts w:ascii="Segoe UI Emoji"/>'])}</w:rPr>${alternate(['w16se', '<w16se:symEx w16se:char="2764"/>'], [null, t('?')])}</w:r>`, '\u2764'],
  'a choice that is known': [alternate(['w14', run('one')], ['w15', run('two')], [null, run('three')]), 'one'],
  'a choice that is not': [alternate(['new', run('one')], ['w15 w14', run('two')], [null, run('three')]), 'two'],
  'choices that are half known': [alternate(['w14 new', run('one')], [null, run('three')]), 'three'],
  'no choice that is known': [alternate(['new', run('one')], [null, run('three')]), 'three'],
  'no fallback': [alternate(['new', run('one')]), 'one'],
  'nothing to choose': ['<mc:AlternateContent/>', ''],
  'choices within choices': [alternate(['w14', alternate(['new', run('one')], [null, alternate(['wps', run('two')], [null, run('three')])])], [null, run('four')]), 'two'],
  inserted: [`<w:ins w:id="1" w:author="A">${run('new')}<w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>`, 'new'],
  deleted: ['<w:del w:id="1"><w:r><w:delText>gone</w:delText><w:br/><w:t>gone</w:t></w:r></w:del>', ''],
  moved: [`<w:moveFrom w:id="1">${run('from')}</w:moveFrom><w:moveTo w:id="2">${run('to')}</w:moveTo>`, 'to'],
  'changed look': ['<w:r><w:rPr><w:b/><w:rPrChange w:id="3"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>', 'bold'],
  'not hidden': ['<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', 'seen'],
  hyphens: [`<w:r>${t('a')}<w:noBreakHyphen/>${t('b')}<w:softHyphen/>${t('c')}</w:r>`, 'a\u2011bc'],
  breaks: [`<w:r>${t('a')}<w:br/>${t('b')}<w:cr/>${t('c')}<w:br w:type="page"/><w:br w:type="textWrapping"/>${t('d')}<w:lastRenderedPageBreak/></w:r>`, 'a\nb\nc\nd'],
  'an old field for text': [field(code('FORMTEXT'), run('typed')).replace('"begin"/>', '"begin"><w:ffData><w:name w:val="Text1"/><w:textInput><w:default w:val="Type here"/></w:textInput></w:ffData></w:fldChar>'), 'typed'],
  'an old field that is empty': [field(code('FORMTEXT'), run('\u2002\u2002\u2002\u2002\u2002')), '\u2002\u2002\u2002\u2002\u2002'],
  'an old box': [formField('<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>'), '\u2612'],
  'an old box that is open': [formField('<w:checkBox><w:sizeAuto/><w:default/><w:checked w:val="0"/></w:checkBox>'), '\u2610'],
  'an old list': [formField('<w:ddList><w:result w:val="1"/><w:listEntry w:val="weak"/><w:listEntry w:val="strong"/></w:ddList>'), 'strong'],
  'an old list that nobody chose from': [formField('<w:ddList><w:listEntry w:val="weak"/><w:listEntry w:val="strong"/></w:ddList>'), 'weak'],
  tabs: [`<w:r>${t('a')}<w:tab/>${t('b')}<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>${t('c')}</w:r>`, 'a b c'],
  'a simple field': [`<w:fldSimple w:instr=" AUTHOR ">${run('Sam')}</w:fldSimple>`, 'Sam'],
  'a field': [field(code('DATE'), run('today')), 'today'],
  'a field within a field': [field(code('HYPERLINK'), run('see ') + field(code('PAGE'), run('4'))), 'see 4'],
  'a field without a result': [field(code('PAGE'), null), ''],
  ruby: [`<w:r><w:ruby><w:rubyPr/><w:rt><w:r>${t('read so')}</w:r></w:rt><w:rubyBase><w:r>${t('base')}</w:r></w:rubyBase></w:ruby></w:r>`, 'base'],
  link: [`<w:hyperlink w:anchor="top">${run('linked')}</w:hyperlink>`, 'linked'],
  tags: [`<w:smartTag w:element="place">${run('Here')}</w:smartTag><w:customXml w:element="a">${run(' too')}</w:customXml>`, 'Here too'],
  direction: [`<w:bdo w:val="rtl">${run('abc')}</w:bdo><w:dir w:val="rtl">${run('def')}</w:dir>`, 'abcdef'],
  marks: [`<w:commentRangeStart w:id="0"/><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="800" w:name="theirs"/>${run('marked')}<w:bookmarkEnd w:id="800"/><w:permStart w:id="4"/><w:permEnd w:id="4"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`, 'marked'],
  arrow: [symbol('Wingdings', 0xf0e0), '\u2192'],
  'arrow by its own number': [symbol('WINGDINGS', 0xe0), '\u2192'],
  smiley: ['<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>\uf04a</w:t></w:r>', '\u263a'],
  'letters in a font of pictures': ['<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t xml:space="preserve">J \u00e0\u2191</w:t></w:r>', '\u263a \u2192\u2191'],
  'letters in the font of a theme': ['<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:asciiTheme="minorHAnsi"/></w:rPr><w:t>J</w:t></w:r>', 'J'],
  'Greek letters': ['<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>ab</w:t></w:r>', '\u03b1\u03b2'],
  'a sign of a usual font': [symbol('Segoe UI Symbol', 0x2713), '\u2713']
}

/** What is no text, and what is left of it; the reader says so. */
const unread: Record<string, [xml: string, text: string]> = {
  'hidden words': ['<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>', ''],
  'hidden words around a word with its sound': ['<w:r><w:rPr><w:vanish/></w:rPr><w:ruby><w:rubyBase><w:r><w:rPr><w:vanish/></w:rPr><w:t>base</w:t></w:r></w:rubyBase></w:ruby><w:t>hidden</w:t></w:r>', ''],
  'a picture': ['<w:r><w:drawing><a/></w:drawing></w:r>', ''],
  'an old picture': ['<w:r><w:pict><a/></w:pict></w:r>', ''],
  'a file in it': ['<w:r><w:object><a/></w:object></w:r>', ''],
  ink: [`<w:r>${alternate(['new', '<w14:contentPart/>'], [null, '<w:drawing/>'])}</w:r>`, ''],
  'a footnote': ['<w:r><w:footnoteReference w:id="2"/></w:r>', ''],
  'an endnote': ['<w:r><w:endnoteReference w:id="2"/></w:r>', ''],
  'a formula': ['<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>', '1/2'],
  'the making of a field': [field(code('IF') + run('1 = 1'), run('yes')), 'yes'],
  'a sign that no font explains': [symbol('Our Logos', 0xf041), '\uf041'],
  'a letter of an unknown font of pictures': [symbol('Our Logos', 0x41), '\uf041'],
  'the one sign without a Unicode sign': [symbol('Wingdings', 0xf0ff), '\uf0ff'],
  'a character for private use': [run('\ue123'), '\ue123'],
  'one beyond the first plane': [run('\u{f0001}'), '\u{f0001}']
}

test('every piece of a paragraph is read as Word shows it, alone and beside the others', async () => {
  const plain = fc.array(fc.constantFrom(...Object.keys(pieces)), { minLength: 1, maxLength: 8 })
  for (const [name, [xml, text]] of Object.entries(pieces)) assert.deepEqual(await why(`<w:p>${xml}</w:p>`), { answer: text.trim(), said: [] }, name)
  await fc.assert(fc.asyncProperty(plain, async names => {
    const { answer, said } = await why(`<w:p>${names.map(name => pieces[name]![0]).join('')}</w:p>`)
    assert.deepEqual([answer, said], [names.map(name => pieces[name]![1]).join('').trim(), []])
  }), { numRuns: 200 })
})

test('what is no text is said; an answer that is nothing else is not emptied', async () => {
  for (const [name, [xml, text]] of Object.entries(unread)) {
    assert.deepEqual(await why(`<w:p>${xml}</w:p>`), text === '' ? { answer: undefined, said: ['unreadable'] } : { answer: text, said: ['unsure'] }, name)
    assert.deepEqual(await why(`<w:p>${run('Before ')}${xml}${run(' after')}</w:p>`), { answer: `Before ${text} after`, said: ['unsure'] }, name)
  }
  for (const picture of [unread['a picture']!, unread['hidden words']!]) {
    const result = await readIn(control('sample.safe.answer', `<w:p>${picture[0]}</w:p>`) + control('sample.day', `<w:p>${picture[0]}</w:p>`))
    assert.deepEqual(['sample.safe.answer', 'sample.day'].map(id => result.answers[id]), [undefined, undefined])
    assert.deepEqual(result.remarks.slice(0, 2).map(remark => remark.kind), ['unreadable', 'unreadable'])
  }
})

test('words that a style hides are said as other hidden words are', async () => {
  const style = (id: string, look: string, base = ''): string => `<w:style w:styleId="${id}">${base === '' ? '' : `<w:basedOn w:val="${base}"/>`}<w:rPr>${look}</w:rPr></w:style>`
  const styles = `<w:styles xmlns:w="${wml}">${style('Plain', '')}${style('Shown', '<w:vanish w:val="0"/>', 'Deeper')}${style('Deeper', '<w:b/>', 'Hidden')}${style('Hidden', '<w:vanish/>')}${style('Circle', '', 'Circle')}</w:styles>`
  const words = async (paragraph: string, letters: string, own = ''): Promise<{ answer: string | undefined, said: string[] }> => {
    const file = await docx(control('sample.why', `<w:p><w:pPr><w:pStyle w:val="${paragraph}"/></w:pPr>${run('Seen ')}<w:r><w:rPr><w:rStyle w:val="${letters}"/>${own}</w:rPr><w:t>words</w:t></w:r></w:p>`))
    const result = await read(writeZip([...listEntries(file), await pack('word/styles.xml', styles)]), guide)
    return { answer: result.answers['sample.why'], said: result.remarks.filter(remark => remark.field === 'sample.why').map(remark => remark.kind) }
  }
  const [shown, hidden] = [{ answer: 'Seen words', said: [] }, { answer: 'Seen', said: ['unsure'] }]
  for (const letters of ['', 'Plain', 'Shown', 'Circle', 'Nowhere']) assert.deepEqual(await words('Plain', letters), shown, letters)
  for (const letters of ['Hidden', 'Deeper']) assert.deepEqual(await words('Plain', letters), hidden, letters)
  assert.deepEqual(await words('Plain', 'Hidden', '<w:vanish w:val="0"/>'), shown)
  assert.deepEqual(await words('Plain', 'Shown', '<w:vanish/>'), hidden)
  assert.deepEqual(await words('Hidden', 'Hidden'), { answer: 'words', said: ['unsure'] })
  assert.deepEqual(await words('Hidden', 'Plain', '<w:vanish w:val="0"/>'), { answer: 'words', said: ['unsure'] })
  const broken = await read(writeZip([...listEntries(await docx(control('sample.why', `<w:p>${run('Seen')}</w:p>`))), await pack('word/styles.xml', '<w:styles>')]), guide)
  assert.equal(broken.answers['sample.why'], 'Seen')
})

test('words in a picture are said as standing beside, and do not make the answer unsure', async () => {
  const box = `<w:r>${alternate(['wps', '<w:drawing><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:drawing>'], [null, '<w:pict><w:t>In a box</w:t></w:pict>'])}</w:r>`
  const result = await readIn(control('sample.why', `<w:p>${run('Own')}${box}</w:p>`))
  assert.equal(result.answers['sample.why'], 'Own')
  assert.deepEqual(result.remarks.filter(remark => remark.kind !== 'missing-field'), [{ kind: 'beside', found: 'In a box' }])
})

test('every sign of Word\'s fonts of pictures is read by both its numbers, or said', async () => {
  for (const font of ['Wingdings', 'Wingdings 2', 'Wingdings 3', 'Webdings', 'Symbol']) {
    const all = Array.from({ length: 0xff - 0x21 + 1 }, (_, i) => 0x21 + i)
    const known = all.filter(place => signOf(font, place) !== '')
    assert.ok(known.length > 180, font)
    for (const base of [0, 0xf000]) {
      const { answer, said } = await why(`<w:p>${run('[')}${known.map(place => symbol(font, base + place)).join('')}${run(']')}</w:p>`)
      assert.deepEqual([answer, said], [`[${known.map(place => signOf(font, place)).join('')}]`, []], font)
      assert.doesNotMatch(answer!, /[\ue000-\uf8ff\ufffd\0-\x1f]/)
    }
    for (const place of all.filter(place => signOf(font, place) === '')) assert.deepEqual((await why(`<w:p>${symbol(font, 0xf000 + place)}</w:p>`)).said, ['unsure'], `${font} ${place}`)
  }
  for (const [font, place, sign] of [
    ['Wingdings', 0xfc, '\u2713'], ['Wingdings', 0x4c, '\u2639'], ['Wingdings', 0xdf, '\u2190'], ['Wingdings', 0xa8, '\u25a1'], ['Wingdings', 0xfe, '\u2611'], ['Wingdings 2', 0x50, '\u2713'],
    ['Wingdings 2', 0x52, '\u2611'], ['Wingdings 3', 0x70, '\u25b2'], ['Webdings', 0x61, '\u2714'], ['Symbol', 0xae, '\u2192'], ['Symbol', 0xb3, '\u2265'], ['Symbol', 0xdb, '\u21d4']
  ] as const) assert.equal(signOf(font, place), sign, `${font} ${place}`)
})

test('signs whose list cannot be loaded are said, and still tick a box', async () => {
  const body = `<w:p>${bookmarked(serial('sample.name'), symbol('Wingdings', 0xf04a))}</w:p><w:p>${bookmarked(serial('sample.done'), symbol('Wingdings', 0xf0fc))}</w:p>`
  for (const options of [{}, { symbols: async () => await Promise.reject(new Error('no network')) }]) {
    const result = await read(await docx(body), guide, options)
    assert.deepEqual([result.answers['sample.name'], result.answers['sample.done']], ['\uf04a', 'yes'])
    assert.deepEqual(result.remarks.filter(remark => remark.kind !== 'missing-field'), [{ kind: 'unsure', field: 'sample.name', found: '\uf04a' }])
  }
  const loaded = await read(await docx(body), guide, { symbols })
  assert.deepEqual([loaded.answers['sample.name'], loaded.answers['sample.done']], ['\u263a', 'yes'])
})

test('signs of boxes tick or do not, whatever font they come from', async () => {
  for (const [font, place, answer] of [
    ['Wingdings', 0xa8, ''], ['Wingdings', 0x6f, ''], ['Wingdings', 0xfe, 'yes'], ['Wingdings', 0xfd, 'yes'], ['Wingdings', 0xfc, 'yes'], ['Wingdings', 0xfb, 'yes'], ['Wingdings', 0x78, 'yes'],
    ['Wingdings 2', 0x50, 'yes'], ['Wingdings 2', 0x51, 'yes'], ['Wingdings 2', 0x52, 'yes'], ['Wingdings 2', 0x53, 'yes'], ['Wingdings 2', 0x54, 'yes'], ['Wingdings 2', 0x4f, 'yes'], ['Wingdings 2', 0xa3, ''],
    ['Webdings', 0x63, ''], ['Webdings', 0x61, 'yes'], ['Webdings', 0x67, 'yes']
  ] as const) {
    const result = await readIn(`<w:p>${bookmarked(serial('sample.done'), symbol(font, 0xf000 + place))}</w:p>`)
    assert.equal(result.answers['sample.done'], answer, `${font} ${place.toString(16)}`)
  }
})

test('lines are as they are once all tracked changes are made', async () => {
  const piece = fc.record({ text: fc.constantFrom('a', 'b', 'c'), how: fc.constantFrom('stays', 'inserted', 'deleted', 'moved away', 'moved here') })
  const paragraph = fc.record({ pieces: fc.array(piece, { maxLength: 3 }), end: fc.constantFrom('stays', 'stays', 'inserted', 'deleted', 'moved away') })
  const wrap = { stays: ['', ''], inserted: ['<w:ins>', '</w:ins>'], deleted: ['<w:del>', '</w:del>'], 'moved away': ['<w:moveFrom>', '</w:moveFrom>'], 'moved here': ['<w:moveTo>', '</w:moveTo>'] } as const
  const gone = (how: string): boolean => how === 'deleted' || how === 'moved away'
  const ends = { stays: '', inserted: '<w:ins w:id="1"/>', deleted: '<w:del w:id="1"/>', 'moved away': '<w:moveFrom w:id="1"/>' }
  await fc.assert(fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 6 }), async paragraphs => {
    // The last end of a cell or control cannot be deleted.
    const xml = paragraphs.map(({ pieces, end }, i) => `<w:p><w:pPr><w:rPr>${i === paragraphs.length - 1 ? '' : ends[end]}</w:rPr></w:pPr>` +
      pieces.map(({ text, how }) => wrap[how][0] + run(text) + wrap[how][1]).join('') + '</w:p>').join('')
    const text = paragraphs.map(({ pieces, end }) => pieces.filter(({ how }) => !gone(how)).map(({ text }) => text).join('') + (gone(end) ? '' : '\n')).join('')
    assert.deepEqual(await why(xml), { answer: text.trim(), said: [] })
    const cell = await readIn(`<w:tbl><w:tr><w:tc>${bookmarked(serial('sample.why'), xml)}</w:tc><w:tc><w:p>${run('another cell')}</w:p></w:tc></w:tr></w:tbl>`)
    assert.equal(cell.answers['sample.why'], text.trim())
  }), { numRuns: 200 })
})

test('words beside an empty field are read in the first cell of a table, too, whatever stands before it', async () => {
  const result = await readIn(`<w:p>${control('sample.name', run('Harbor'))}</w:p><w:tbl><w:tr><w:tc><w:p>${control('sample.gives.r1.what', '')}${run('Vans')}</w:p></w:tc></w:tr></w:tbl>`)
  assert.deepEqual([result.answers['sample.name'], result.answers['sample.gives.r1.what']], ['Harbor', 'Vans'])
})

test('a control of another program in a line leaves each bookmark in it its own', async () => {
  for (const properties of ['', '<w:tag w:val="goog_rdk_1"/>']) {
    const result = await readIn(`<w:p><w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run('Name ')}${bookmarked(serial('sample.name'), run('Harbor'))}${run(' why ')}${bookmarked(serial('sample.why'), run('Jobs'))}</w:sdtContent></w:sdt></w:p>`)
    assert.deepEqual([result.answers['sample.name'], result.answers['sample.why']], ['Harbor', 'Jobs'])
  }
})

test('several controls of another program within one bookmark are one answer, and none of them is unknown', async () => {
  const theirs = (n: number, text: string): string => `<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_${n}"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`
  const result = await readIn(`<w:p>${bookmarked(serial('sample.name'), theirs(0, 'Harbor') + theirs(1, ' Street') + theirs(2, ' Caf\u00e9'))}</w:p>`)
  assert.equal(result.answers['sample.name'], 'Harbor Street Caf\u00e9')
  assert.ok(result.remarks.every(remark => remark.kind === 'missing-field'))
})

test('a field that was left open swallows nothing beyond its paragraph', async () => {
  const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + code('DATE')
  assert.deepEqual(await why(`<w:p>${run('One')}${open}</w:p><w:p>${run('Two')}</w:p>`), { answer: 'One\nTwo', said: [] })
})

test('a deleted line joins nothing beyond its cell', async () => {
  const cell = (serials: number, text: string, end: string): string => `<w:tc><w:p><w:pPr><w:rPr>${end}</w:rPr></w:pPr>${bookmarked(serials, run(text))}</w:p></w:tc>`
  const both = `<w:tbl><w:tr>${cell(serial('sample.name'), 'one', '<w:del w:id="1"/>')}${cell(serial('sample.tie'), 'partly', '')}</w:tr></w:tbl>`
  const result = await readIn(bookmarked(serial('sample.why'), both))
  assert.deepEqual([result.answers['sample.why'], result.answers['sample.name']], ['one\npartly', 'one'])
})

/** The same file with one part told otherwise. */
async function rewritten (change: (name: string, xml: string) => Part | undefined): Promise<ReadDocument> {
  const { bytes } = await fillDocx(await blankDocx(), content({ 'sample.name': 'Harbor \u{1f642}', 'sample.done': 'yes', 'sample.gives.r2.what': 'Rides' }))
  return await read(writeZip(await Promise.all(listEntries(bytes).map(async entry => {
    const xml = new TextDecoder().decode(await unpack(entry, new Pace()))
    const [name, text] = change(entry.name, xml) ?? [entry.name, xml]
    const packed = typeof text === 'string' ? new TextEncoder().encode(text) : text
    return { name, method: 0, crc: crc32(packed), size: packed.length, packed }
  }))), guide, { symbols })
}

type Part = [name: string, text: string | Uint8Array<ArrayBuffer>]

const wml = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array<ArrayBuffer> => {
  const all = (mark ? '\ufeff' : '') + text.replace('UTF-8', 'UTF-16')
  const bytes = new Uint8Array(2 * all.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < all.length; i++) view.setUint16(2 * i, all.charCodeAt(i), little)
  return bytes
}

test('files are read alike whatever prefixes, namespaces, encodings and names of parts a program uses', async () => {
  const expected = await rewritten(() => undefined)
  assert.deepEqual([expected.answers['sample.name'], expected.remarks], ['Harbor \u{1f642}', []])
  const ofMain = (change: (xml: string) => string | Uint8Array<ArrayBuffer>) => (name: string, xml: string): Part | undefined => name === 'word/document.xml' ? [name, change(xml)] : undefined
  const named = (main: string, target: string, upper = false) => (name: string, xml: string): Part | undefined =>
    name === 'word/document.xml' ? [main, xml] : name === '_rels/.rels' ? [upper ? '_RELS/.RELS' : name, xml.replace('word/document.xml', target)] : undefined
  for (const [how, change] of Object.entries({
    'other prefixes': ofMain(xml => xml.replaceAll('w:', 'ns0:').replaceAll('w14:', 'ns1:').replace('xmlns:w=', 'xmlns:ns0=').replace('xmlns:w14=', 'xmlns:ns1=').replace(/mc:Ignorable="[^"]*"/, '')),
    'Word\'s as the default namespace': ofMain(xml => xml.replace(/<(\/?)w:/g, '<$1').replace('<document ', `<document xmlns="${wml}" `)),
    'swapped prefixes': ofMain(xml => xml.replaceAll('w14:', 'w99:').replaceAll('w:', 'w14:').replaceAll('w99:', 'w:').replace('xmlns:w14=', 'xmlns:w98=').replace('xmlns:w=', 'xmlns:w14=').replace('xmlns:w98=', 'xmlns:w=')
      .replace(/xmlns:w14="[^"]*"/, `xmlns:w14="${wml}"`).replace(/xmlns:w="[^"]*"/, 'xmlns:w="http://schemas.microsoft.com/office/word/2010/wordml"')),
    strict: ofMain(xml => xml.replace(wml, 'http://purl.oclc.org/ooxml/wordprocessingml/main')),
    'UTF-16 little': ofMain(xml => utf16(xml, true, true)), 'UTF-16 big': ofMain(xml => utf16(xml, false, true)),
    'UTF-16 little without a mark': ofMain(xml => utf16(xml, true, false)), 'UTF-16 big without a mark': ofMain(xml => utf16(xml, false, false)),
    'a mark before UTF-8': ofMain(xml => '\ufeff' + xml),
    'another name': named('word/document2.xml', 'word/document2.xml'), 'an absolute target': named('docs/text.xml', '/docs/text.xml'), 'a target from here': named('docs/text.xml', './docs/text.xml'),
    'names in capitals': named('WORD/DOCUMENT.XML', 'word/document.xml', true), 'folders as Windows parts them': (name: string, xml: string): Part => [name.replaceAll('/', '\\'), xml]
  } satisfies Record<string, (name: string, xml: string) => Part | undefined>)) {
    assert.deepEqual(await rewritten(change), expected, how)
  }
})

test('another program\'s names never pass for Word\'s', async () => {
  const result = await readIn(control('sample.why', `<w:p>${run('Own')}<w:x xmlns:w="urn:other"><w:t>theirs</w:t></w:x></w:p>`))
  assert.equal(result.answers['sample.why'], 'Own')
})
