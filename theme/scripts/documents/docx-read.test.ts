import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillDocx } from './docx-fill.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { Pace } from './pace.ts'
import { read } from './read.ts'
import { blankBody, blankDocx, bookmarked, cell, docx, run } from './testing/blank-docx.ts'
import { blankMetadata, content, guide } from './testing/guide.ts'
import { listEntries, unpack } from './unzip.ts'
import { pack, writeZip } from './zip.ts'

const serial = (id: string): number => guide.documents[0]!.serials.indexOf(id) + 1

/** Reads a file whose text was changed after it was filled. */
async function edited (answers: Record<string, string>, change: (xml: string) => string, rows: Record<string, string[]> = {}): Promise<ReadDocument> {
  const made = await fillDocx(await blankDocx(), content(answers, rows))
  const entries = await Promise.all(listEntries(made.bytes).map(async entry => {
    if (entry.name !== 'word/document.xml') return entry
    return await pack(entry.name, change(new TextDecoder().decode(await unpack(entry, new Pace()))))
  }))
  return await read(writeZip(entries), guide)
}

/** The text of the row that holds this bit. */
function rowWith (xml: string, bit: string): string {
  const at = xml.indexOf(bit)
  const start = xml.lastIndexOf('<w:tr>', at)
  return xml.slice(start, xml.indexOf('</w:tr>', at) + '</w:tr>'.length)
}

const longFile = async (): Promise<Uint8Array> =>
  await docx(Array.from({ length: 60_000 }, (_, i) => `<w:p>${run(`words ${i * 7919 % 60_000}`)}</w:p>`).join('') + bookmarked(1, run('x')))

const withoutTags = (xml: string): string => xml.replace(/<w:tag [^>]*>/g, '')
const withoutControls = (xml: string): string => xml.replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(?:Content)?>/gs, '')
const rows = { 'sample.gives': ['r1', 'r3'] }
const answers = {
  'sample.name': 'Harbor', 'sample.why': 'One\nTwo', 'sample.done': 'yes', 'sample.day': '2026-03-14', 'sample.safe.answer': 'partly',
  'sample.gives.r1.what': 'Rides', 'sample.gives.r1.tie': 'strong', 'sample.gives.r3.what': 'Desks', 'sample.gives.r3.agreed': 'yes', 'sample.roles.job-coach.knows': 'A lot'
}
const given = (result: ReadDocument): Record<string, string> => Object.fromEntries(Object.entries(result.answers).filter(([, answer]) => answer !== ''))

test('bookmarks are enough where a program dropped the tags', async () => {
  assert.deepEqual(given(await edited(answers, withoutTags, rows)), answers)
})

test('bookmarks and text are enough where a program dropped the controls', async () => {
  assert.deepEqual(given(await edited(answers, withoutControls, rows)), answers)
})

test('bookmarks are enough without metadata: keys of moved rows stand in their names', async () => {
  const made = await fillDocx(await blankDocx(), content(answers, rows))
  const entries = await Promise.all(listEntries(made.bytes).filter(entry => entry.name !== 'docProps/custom.xml').map(async entry =>
    entry.name === 'word/document.xml' ? await pack(entry.name, withoutControls(new TextDecoder().decode(await unpack(entry, new Pace())))) : entry))
  const result = await read(writeZip(entries), guide)
  assert.equal(result.metadata, null)
  assert.equal(result.document, 'a-sample')
  assert.deepEqual(given(result), answers)
})

test('a row that Word copied gets a new key and keeps the rest apart', async () => {
  const result = await edited(answers, xml => {
    const row = rowWith(xml, 'Rides')
    return xml.replace(row, row + row.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '').replace('Rides', 'Meals'))
  }, rows)
  assert.deepEqual(result.addedRows, { 'sample.gives': ['r6'] })
  assert.deepEqual(result.rows['sample.gives'], ['r1', 'r6', 'r3', 'r4', 'r5'])
  assert.equal(result.answers['sample.gives.r6.what'], 'Meals')
  assert.equal(result.answers['sample.gives.r6.tie'], 'strong')
  assert.equal(result.answers['sample.gives.r1.what'], 'Rides')
})

/** The rows of the table `gives` as cards: labels and answers below each other in two cells. */
function asCards (xml: string): string {
  const labels = ['What', 'We give', 'Agreed', 'By when', 'Tie']
  return xml.replace(/<w:tr>(?=(?:(?!<\/w:tr>).)*sample\.gives\.r\d)(.*?)<\/w:tr>/gs, (_, row: string) => {
    const cells = [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map((found, i) => `<w:p>${run(labels[i]!)}</w:p>${found[1]}`)
    return `<w:tr><w:tc>${cells.slice(0, 3).join('')}</w:tc><w:tc>${cells.slice(3).join('')}<w:p>${run('A weak tie \u00b7 A "strong" tie & more')}</w:p></w:tc></w:tr>`
  })
}

test('a row can be a card: several answers in a cell, each below its label', async () => {
  assert.deepEqual(given(await edited(answers, asCards, rows)), answers)
  assert.deepEqual(given(await edited(answers, xml => withoutTags(asCards(xml)), rows)), answers)
  assert.deepEqual(given(await edited(answers, xml => withoutControls(asCards(xml)), rows)), answers)
})

test('what somebody wrote beside a field of a card is that field\u2019s', async () => {
  const result = await edited(answers, xml => asCards(xml).replace(/(sample\.gives\.r3\.ours.*?<\/w:p>)/s, `$1<w:p>${run('Two rooms')}</w:p>`), rows)
  assert.equal(result.answers['sample.gives.r3.ours'], 'Two rooms')
  assert.equal(result.answers['sample.gives.r3.what'], 'Desks')
  assert.equal(result.answers['sample.gives.r3.tie'], '')
})

test('a card that somebody copied without its fields is read by its labels; what stands below none is said and given to no field', async () => {
  const bare = (first: string, second: string): string => `<w:tr><w:tc>${first}</w:tc><w:tc>${second}</w:tc></w:tr>`
  const lines = (...texts: string[]): string => texts.map(text => `<w:p>${run(text)}</w:p>`).join('')
  const result = await edited(answers, xml => {
    const cards = asCards(xml)
    const end = cards.lastIndexOf('</w:sdtContent></w:sdt></w:tbl>') + '</w:sdtContent></w:sdt>'.length
    return cards.slice(0, end) + bare(lines('What', 'Meals', 'We give', 'Lunch', 'Dinner', 'Agreed'), lines('By when', 'April 2, 2026', 'Tie', 'a WEAK  tie', 'A weak tie \u00b7 A "strong" tie & more')) +
      bare(lines('Somebody told us of them'), lines('')) + cards.slice(end)
  }, rows)
  const key = result.addedRows['sample.gives']![0]!
  assert.deepEqual(['what', 'ours', 'agreed', 'by', 'tie'].map(column => result.answers[`sample.gives.${key}.${column}`] ?? ''), ['Meals', 'Lunch\nDinner', '', '2026-04-02', 'weak'])
  assert.equal(result.addedRows['sample.gives']!.length, 1)
  assert.ok(result.remarks.some(remark => remark.kind === 'unknown-field' && JSON.stringify(remark).includes('Somebody told us of them')))
})

test('a row without bookmarks is read by the place of its cells, and the reader says so', async () => {
  const added = `<w:tr>${cell(run('Meals'))}${cell(run('Lunch') + '<w:br/>' + run('Dinner'))}${cell(run('x'))}${cell(run('April 2, 2026'))}${cell(run('a WEAK  tie'))}</w:tr>`
  const result = await edited(answers, xml => xml.replace(rowWith(xml, 'Desks'), row => row + added), rows)
  const key = result.addedRows['sample.gives']![0]!
  assert.deepEqual(['what', 'ours', 'agreed', 'by', 'tie'].map(column => result.answers[`sample.gives.${key}.${column}`]), ['Meals', 'Lunch\nDinner', 'yes', '2026-04-02', 'weak'])
  assert.ok(result.remarks.every(remark => remark.kind === 'by-position'))
})

test('an added row that is empty, and a second heading, are no rows', async () => {
  const empty = `<w:tr>${cell('')}${cell(run(' '))}${cell(run('\u2610'))}${cell(run('Choose a date'))}${cell(run('Choose one'))}</w:tr>`
  const heading = `<w:tr>${['What', 'We give', 'Agreed', 'By when', 'Tie'].map(text => cell(run(text))).join('')}</w:tr>`
  const result = await edited(answers, xml => xml.replace(rowWith(xml, 'Desks'), row => empty + heading + row), rows)
  assert.deepEqual(result.addedRows, {})
  assert.deepEqual(result.remarks, [])
})

test('a deleted row is gone and rows keep their keys when they move', async () => {
  const result = await edited(answers, xml => {
    const [rides, desks] = [rowWith(xml, 'Rides'), rowWith(xml, 'Desks')]
    return xml.replace(desks, '').replace(rides, rides.replace('Rides', 'R')).replace(rowWith(xml, 'sample.gives.r5.what'), row => row + desks)
  }, rows)
  assert.deepEqual(result.rows['sample.gives'], ['r1', 'r4', 'r5', 'r3'])
  assert.equal(result.answers['sample.gives.r3.what'], 'Desks')
  const gone = await edited(answers, xml => xml.replace(rowWith(xml, 'Desks'), ''), rows)
  assert.deepEqual(gone.rows['sample.gives'], ['r1', 'r4', 'r5'])
  assert.equal(gone.answers['sample.gives.r3.what'], undefined)
  assert.deepEqual(gone.remarks, [])
})

test('a fixed row is known by its name when its controls are gone; what fits nowhere is said', async () => {
  const result = await edited(answers, xml => xml
    .replace(rowWith(xml, 'A lot'), `<w:tr>${cell(run('Job coach'))}${cell(run('Enough'))}${cell(run('\u2612'))}</w:tr><w:tr>${cell(run('Cook'))}${cell(run('Recipes'))}${cell('')}</w:tr>`), rows)
  assert.equal(result.answers['sample.roles.job-coach.knows'], 'Enough')
  assert.equal(result.answers['sample.roles.job-coach.signed'], 'yes')
  assert.ok(result.remarks.some(remark => remark.kind === 'unknown-field' && remark.field === 'Who knows what' && remark.found === 'Cook \u00b7 Recipes'))
})

test('a control that was deleted is said to be missing, and typing beside an empty one in a cell is kept', async () => {
  const result = await edited({}, xml => xml
    .replace(/<w:bookmarkStart w:id="2" .*?<w:bookmarkEnd w:id="2"\/>/s, '')
    .replace(new RegExp(`(<w:bookmarkEnd w:id="${serial('sample.gives.r2.what')}"/>)`), `$1${run(' Vans')}`))
  assert.deepEqual(result.remarks.find(remark => remark.kind === 'missing-field'), { kind: 'missing-field', field: 'sample.name' })
  assert.equal(result.answers['sample.name'], undefined)
  assert.equal(result.answers['sample.gives.r2.what'], 'Vans')
})

test('an answer outside the options and a day that is none are told, and do not look like an empty answer', async () => {
  const result = await edited(answers, xml => xml.replace('>Partly in place<', '>It depends<').replace('>2026-03-14<', '>after Easter<').replace('w:fullDate="2026-03-14T00:00:00Z"', ''), rows)
  assert.equal('sample.safe.answer' in result.answers, false)
  assert.equal('sample.day' in result.answers, false)
  assert.deepEqual(result.remarks, [{ kind: 'not-a-date', field: 'sample.day', found: 'after Easter' }, { kind: 'outside-options', field: 'sample.safe.answer', found: 'It depends' }])
})

test('words in the place of a box are said, and do not count as a tick', async () => {
  for (const [words, answer] of [['not yet', undefined], ['n/a', undefined], ['\u2013', undefined], ['\u2610 No', undefined], ['yes', 'yes'], ['No', '']] as const) {
    const result = await read(await docx(`<w:p>${bookmarked(serial('sample.done'), run(words))}</w:p>`), guide)
    assert.equal(result.answers['sample.done'], answer, words)
    assert.deepEqual(result.remarks.filter(remark => remark.field === 'sample.done'), answer === undefined ? [{ kind: 'outside-options', field: 'sample.done', found: words }] : [], words)
  }
  for (const [character, answer] of [['00A8', ''], ['F0A8', ''], ['00FE', 'yes'], ['F0FE', 'yes']] as const) {
    const result = await read(await docx(`<w:p>${bookmarked(serial('sample.done'), `<w:r><w:sym w:font="Wingdings" w:char="${character}"/></w:r>`)}</w:p>`), guide)
    assert.equal(result.answers['sample.done'], answer, character)
  }
})

test('what stands in controls and places that this guide does not know is said', async () => {
  const control = (tag: string, text: string): string => `<w:sdt><w:sdtPr><w:alias w:val="Our ${tag}"/><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`
  const result = await edited(answers, xml => xml.replace('</w:body>', `<w:p>${control('budget', '900')}${control('empty', ' ')}${control('sample.name', 'Bay')}${control('sample.name', 'Harbor')}</w:p></w:body>`), rows)
  assert.deepEqual(result.remarks, [{ kind: 'unknown-field', field: 'Our budget', found: '900' }, { kind: 'twice', field: 'sample.name', found: 'Bay' }])
})

test('a table that is gone is said once, a row that is gone is not', async () => {
  const result = await edited(answers, xml => xml.replace(/<w:tbl>(?:(?!<w:tbl>)[^])*Knows(?:(?!<w:tbl>)[^])*<\/w:tbl>/, ''), rows)
  assert.deepEqual(result.remarks, [{ kind: 'missing-field', field: 'Who knows what' }])
  const bareWith = (...headings: string[]) => edited(answers, xml => headings.reduce((text, heading) => text.replace(`>${heading}<`, `>Our ${heading.toLowerCase()}<`), withoutControls(xml).replace(/<w:bookmark[^>]*>/g, '')), rows)
  const reworded = await bareWith('We give', 'Agreed')
  assert.ok(reworded.remarks.some(remark => remark.kind === 'missing-field' && remark.field === 'What each side gives'))
  // One heading of five that somebody worded otherwise: what stands below it is told by its place, and that is said.
  const one = await bareWith('Agreed')
  assert.ok(!one.remarks.some(remark => remark.kind === 'missing-field' && remark.field === 'What each side gives'))
  assert.equal(one.answers['sample.gives.r6.agreed'], 'yes')
  assert.ok(one.remarks.some(remark => remark.kind === 'by-position' && remark.field === 'sample.gives.r6.agreed'))
})

test('words typed behind a field, in comments and in text boxes are said, and are no answers', async () => {
  const after = (id: string, text: string) => (xml: string): string => xml.replace(new RegExp(`(<w:bookmarkEnd w:id="${serial(id)}"/>)`), `$1${run(text)}`)
  const box = '<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>In a</w:t></w:r><w:r><w:t> box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>In a box</w:t></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
  const result = await edited({ 'sample.name': 'Harbor' }, xml => [
    after('sample.safe.answer', ' Mostly, since May'), after('sample.name', ' (the old one)'), after('sample.done', ' It is done  mostly'), after('sample.why', ' '),
    after('sample.gives.r2.tie', ' Weak, I think')
  ].reduce((text, change) => change(text), xml).replace('</w:body>', `<w:p>${box}</w:p></w:body>`))
  assert.deepEqual(result.remarks, [
    { kind: 'outside-options', field: 'sample.gives.r2.tie', found: 'Weak, I think' }, { kind: 'by-position', field: 'sample.gives.r2.tie', found: 'Weak, I think' },
    { kind: 'beside', field: 'sample.name', found: '(the old one)' }, { kind: 'beside', field: 'sample.done', found: 'mostly' },
    { kind: 'beside', field: 'sample.safe.answer', found: 'Mostly, since May' }, { kind: 'beside', found: 'In a box' }
  ])
  assert.deepEqual(given(result), { 'sample.name': 'Harbor' })
  const made = listEntries(await docx(blankBody()))
  const comments = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p><w:r><w:t>Ask</w:t></w:r></w:p><w:p><w:r><w:t>them</w:t><w:br/><w:t>soon</w:t></w:r></w:p></w:comment></w:comments>'
  assert.deepEqual((await read(writeZip([...made, await pack('word/comments.xml', comments)]), guide)).remarks, [{ kind: 'beside', found: 'Ask\nthem\nsoon' }])
})

test('columns that were swapped and cells that were joined are read by their headings', async () => {
  const order = [4, 0, 2, 1, 3]
  const row = (...texts: string[]): string => `<w:tr>${order.map(i => cell(run(texts[i]!))).join('')}</w:tr>`
  const joined = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${run('weak')}</w:p></w:tc>${cell(run('x'))}${cell(run('Paper'))}${cell(run('2026-05-01'))}</w:tr>`
  const bytes = await docx(`<w:tbl>${row('What', 'We give', 'Agreed', 'By when', 'Tie')}${row('Rides', 'A van', 'x', '2026-04-02', 'A weak tie')}${joined}</w:tbl>`)
  const result = await read(bytes, guide)
  assert.deepEqual(given(result), {
    'sample.gives.r5.what': 'Rides', 'sample.gives.r5.ours': 'A van', 'sample.gives.r5.agreed': 'yes', 'sample.gives.r5.by': '2026-04-02', 'sample.gives.r5.tie': 'weak',
    'sample.gives.r6.ours': 'Paper', 'sample.gives.r6.agreed': 'yes', 'sample.gives.r6.by': '2026-05-01', 'sample.gives.r6.tie': 'weak'
  })
})

test('the labels of the file come before those of today', async () => {
  const result = await edited(answers, xml => xml.replace(/(sample\.safe\.answer".*?)w:displayText="Not yet"(.*?)w:displayText="Partly in place"/s, '$1w:displayText="Partly in place"$2w:displayText="Half way"'), rows)
  assert.equal(result.answers['sample.safe.answer'], 'not-yet')
})

test('a box may be ticked by hand', async () => {
  for (const [mark, answer] of [['x', 'yes'], ['\u2611', 'yes'], ['\u2713', 'yes'], ['\u2610', ''], ['', '']] as const) {
    const result = await edited({}, xml => xml.replace(/(sample\.done".*?<w:t)>\u2610</s, `$1>${mark}<`))
    assert.equal(result.answers['sample.done'], answer, mark)
  }
})

test('changes that are only proposed count as made', async () => {
  const result = await edited(answers, xml => xml.replace('<w:r><w:t xml:space="preserve">Harbor</w:t></w:r>',
    '<w:del><w:r><w:delText>Harbor</w:delText></w:r></w:del><w:ins><w:r><w:t>Bay</w:t></w:r></w:ins>'), rows)
  assert.equal(result.answers['sample.name'], 'Bay')
})

test('a row that was deleted while changes were tracked is gone, and comments are no answers', async () => {
  const result = await edited(answers, xml => xml
    .replace(rowWith(xml, 'Desks'), row => row.replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1" w:author="A" w:date="2026-03-14T00:00:00Z"/></w:trPr>'))
    .replace('<w:r><w:t xml:space="preserve">Harbor</w:t></w:r>', run => `<w:commentRangeStart w:id="0"/>${run}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`), rows)
  assert.deepEqual(result.rows['sample.gives'], ['r1', 'r4', 'r5'])
  assert.equal(result.answers['sample.name'], 'Harbor')
  assert.deepEqual(result.remarks, [])
})

test('of a file that lost controls, bookmarks and what it says of itself the tables are read, and the rest is said to be missing', async () => {
  const bare = (xml: string): string => withoutControls(xml).replace(/<w:bookmark[^>]*>/g, '')
  const made = await fillDocx(await blankDocx(), content(answers, rows))
  const entries = await Promise.all(listEntries(made.bytes).filter(entry => entry.name !== 'docProps/custom.xml').map(async entry =>
    entry.name === 'word/document.xml' ? await pack(entry.name, bare(new TextDecoder().decode(await unpack(entry, new Pace())))) : entry))
  const result = await read(writeZip(entries), guide)
  assert.deepEqual(given(result), {
    'sample.gives.r5.what': 'Rides', 'sample.gives.r5.tie': 'strong', 'sample.gives.r6.what': 'Desks', 'sample.gives.r6.agreed': 'yes', 'sample.roles.job-coach.knows': 'A lot'
  })
  assert.deepEqual(result.addedRows, { 'sample.gives': ['r5', 'r6'] })
  const said = (kind: string): number => result.remarks.filter(remark => remark.kind === kind).length
  assert.deepEqual([result.document, said('missing-field'), said('by-position') >= 5], [null, 7, true])
  // With its metadata it is known for what it is.
  const named = await edited(answers, bare, rows)
  assert.equal(named.document, 'a-sample')
  assert.ok(named.remarks.some(remark => remark.kind === 'missing-field' && remark.field === 'sample.name'))
})

test('a placeholder is an answer only where someone answered with its words', async () => {
  const result = await edited({ 'sample.name': 'Write here' }, xml => xml)
  assert.equal(result.answers['sample.name'], 'Write here')
  assert.equal(result.answers['sample.why'], '')
})

test('a field that the guide no longer has is kept, and not called unknown', async () => {
  const bytes = await docx(`<w:p><w:sdt><w:sdtPr><w:tag w:val="sample.old"/></w:sdtPr><w:sdtContent>${run('Kept')}</w:sdtContent></w:sdt></w:p>`)
  const result = await read(bytes, guide)
  assert.equal(result.answers['sample.old'], 'Kept')
  assert.ok(result.remarks.every(remark => remark.kind === 'missing-field'))
})

test('files of other people, other kinds, newer versions and with a DOCTYPE are refused', async () => {
  const reason = async (bytes: Uint8Array): Promise<string> => await read(bytes, guide).then(() => 'read', (error: { reason: string }) => error.reason)
  assert.equal(await reason(await docx(`<w:p>${run('A letter')}</w:p>`, null)), 'not-ours')
  assert.equal(await reason(writeZip([await pack('mimetype', 'application/vnd.oasis.opendocument.text'), await pack('content.xml', '<a/>')])), 'open-document')
  assert.equal(await reason(await docx(blankBody(), blankMetadata.replace('"format":1', '"format":2'))), 'newer')
  assert.equal(await reason(writeZip([await pack('word/document.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')])), 'damaged')
  assert.equal(await reason(new TextEncoder().encode('hello')), 'other-kind')
  assert.equal(await reason(writeZip([await pack('answers/plan.docx', 'x')])), 'zip-folder')
  assert.equal(await reason(new Uint8Array(0)), 'empty')
  assert.equal(await reason(new Uint8Array(21 * 1024 * 1024)), 'too-large')
  assert.equal(await reason(writeZip([await pack('word/document.xml', `<a>${' '.repeat(9_000_000)}</a>`)])), 'too-large')
  assert.equal(await reason(writeZip([await pack('word/document.xml', '<a>'.repeat(500) + '</a>'.repeat(500))])), 'too-large')
  const [locked] = [writeZip([await pack('word/document.xml', '<a/>')])]
  locked[locked.length - 22 - 46 - 'word/document.xml'.length + 8]! |= 1
  assert.equal(await reason(locked), 'encrypted')
  assert.equal(await reason(Uint8Array.from('\xd0\xcf\x11\xe0' + [...'EncryptedPackage'].join('\0'), c => c.charCodeAt(0))), 'encrypted')
})

test('reading stops when it is cancelled or takes too long', async () => {
  const bytes = await blankDocx()
  await assert.rejects(read(bytes, guide, { signal: AbortSignal.abort() }), { name: 'Refused', reason: 'cancelled' })
  const big = await longFile()
  await assert.rejects(read(big, guide, { deadline: 1 }), { name: 'Refused', reason: 'too-large' })
  const stop = new AbortController()
  let steps = 0
  await assert.rejects(read(big, guide, { signal: stop.signal, progress: () => { if (++steps === 2) stop.abort() } }), { reason: 'cancelled' })
})

test('a text of spaces takes no longer than another', async () => {
  const start = process.cpuUsage()
  const result = await read(await docx(`<w:p>${bookmarked(serial('sample.name'), `<w:r><w:t> \n x${' '.repeat(200_000)}x\t</w:t></w:r>`)}</w:p>`), guide)
  assert.ok(process.cpuUsage(start).user < 1_000_000)
  assert.deepEqual([result.answers['sample.name']!.length, result.remarks[0]!.kind], [100_000, 'cut'])
})

test('long reading leaves turns to others', async () => {
  const big = await longFile()
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await read(big, guide)
  clearInterval(timer)
  assert.ok(turns >= 3, `${turns} turns`)
})
