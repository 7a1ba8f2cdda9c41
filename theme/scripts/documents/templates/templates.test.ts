import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pace } from '../pace.ts'
import { cell, docx, run } from '../testing/blank-docx.ts'
import { listEntries, unpack } from '../unzip.ts'
import { child, descendants, elements, parseXml, type XmlElement } from '../xml.ts'
import type { TemplateContent } from './api.ts'
import { fillTemplate } from './fill.ts'

let id = 0
const slot = (tag: string): string => `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/><w:id w:val="${++id}"/></w:sdtPr><w:sdtContent>${run('\u2013')}</w:sdtContent></w:sdt>`
const section = (name: string, rows: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="row:${name}"/><w:id w:val="${++id}"/><w15:repeatingSection/></w:sdtPr><w:sdtContent>` +
  `<w:sdt><w:sdtPr><w:id w:val="${++id}"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>${rows}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`

const blank = await docx(
  `<w:p>${slot('text:date')}</w:p>` +
  `<w:tbl>${row(run('Tools'))}${section('tool', row(slot('cell:tool')) + section('answer', row(slot('cell:question'), slot('cell:answer'))))}</w:tbl>` +
  `<w:tbl>${row(run('Steps'))}${section('step', row(slot('cell:what')))}</w:tbl>`)

const content: TemplateContent = {
  texts: { date: '2026-03-14' },
  rows: {
    tool: [
      { cells: { tool: 'Vetting' }, rows: { answer: [{ cells: { question: 'Safe?', answer: 'Mostly\nand growing' } }, { cells: { question: '¿Paga justa?' } }] } },
      { cells: { tool: 'Readiness & <more>' } }
    ]
  }
}

async function bodyOf (bytes: Uint8Array): Promise<XmlElement> {
  const pace = new Pace()
  return await parseXml(await unpack(listEntries(bytes).find(entry => entry.name === 'word/document.xml')!, pace), pace)
}

const words = (element: XmlElement): string => [...descendants(element, 'w:t')].map(t => t.children.join('')).join('|')

test('texts are written and rows are cloned, with the rows inside them', async () => {
  const body = await bodyOf(await fillTemplate(blank, content))
  const rows = [...descendants(body, 'w:tr')].map(words)
  assert.deepEqual(rows, ['Tools', 'Vetting', 'Safe?|Mostly|and growing', '¿Paga justa?|', 'Readiness & <more>', 'Steps'])
  assert.equal([...descendants(body, 'w:br')].length, 1)
  assert.match(words([...descendants(body, 'w:p')][0]!), /2026-03-14/)
})

test('a section without rows is gone, and ids of controls differ', async () => {
  const body = await bodyOf(await fillTemplate(blank, content))
  const tags = [...descendants(body, 'w:tag')].map(tag => tag.attributes.get('w:val'))
  assert.ok(!tags.includes('row:step'))
  assert.ok(!tags.includes('cell:what'))
  const ids = [...descendants(body, 'w:sdtPr')].map(properties => child(properties, 'w:id')?.attributes.get('w:val'))
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(elements(body).length > 0)
})

test('a text holds nothing that Word cannot, and no words run together', async () => {
  const body = await bodyOf(await fillTemplate(blank, { texts: { date: '\0one\vtwo\u2028three\tfour\ud800' }, rows: {} }))
  assert.equal(words([...descendants(body, 'w:p')][0]!), 'one|two|three four\ufffd')
})

test('the same content gives the same bytes, and the blank stays as it was', async () => {
  const before = blank.slice()
  assert.deepEqual(await fillTemplate(blank, content), await fillTemplate(blank, content))
  assert.deepEqual(blank, before)
})

test('a text that is free has no controls, and sections of paragraphs are cloned too', async () => {
  const said = (name: string): string =>
    `<w:sdt><w:sdtPr><w:tag w:val="row:${name}"/><w:id w:val="${++id}"/><w15:repeatingSection/></w:sdtPr><w:sdtContent>` +
    `<w:sdt><w:sdtPr><w:id w:val="${++id}"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent><w:p>${slot('cell:lead')}${slot('cell:text')}</w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>`
  const body = await bodyOf(await fillTemplate(await docx(`<w:p>${slot('text:date')}</w:p>${said('opening')}${said('none')}`),
    { free: true, texts: { date: 'Today' }, rows: { opening: [{ cells: { lead: 'Who? ', text: 'We' } }, { cells: { lead: '', text: 'Both' } }] } }))
  assert.deepEqual([...descendants(body, 'w:p')].map(words).filter(text => text !== ''), ['Today', 'Who? |We', '|Both'])
  assert.equal([...descendants(body, 'w:sdt')].length, 0)
})
