import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fillDocx } from './docx-fill.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { Pace } from './pace.ts'
import { read } from './read.ts'
import { blankDocx } from './testing/blank-docx.ts'
import { content, guide } from './testing/guide.ts'
import { listEntries, openPart } from './unzip.ts'
import { child, copy, descendants, elements, first, make, tagOf, writeXml, type XmlElement } from './xml.ts'
import { pack, writeZip } from './zip.ts'

const rows = { 'sample.gives': ['r1', 'r3', 'r8'] }
const answers = {
  'sample.name': 'Harbor', 'sample.why': 'One\nTwo', 'sample.done': 'yes', 'sample.day': '2026-03-14', 'sample.safe.answer': 'partly',
  'sample.gives.r1.what': 'Rides', 'sample.gives.r1.ours': 'A van\nand fuel', 'sample.gives.r1.tie': 'strong', 'sample.gives.r3.what': 'Desks', 'sample.gives.r3.agreed': 'yes',
  'sample.gives.r3.by': '2026-04-02', 'sample.gives.r8.by': '2026-05-01', 'sample.roles.job-coach.knows': 'A lot', 'sample.roles.case-management.signed': 'yes'
}

/** The filled sample with its tree changed. */
async function changed (change: (root: XmlElement) => void, readWith = guide): Promise<ReadDocument> {
  const made = await fillDocx(await blankDocx(), content(answers, rows))
  const entries = listEntries(made.bytes)
  const root = (await openPart(entries, 'word/document.xml', new Pace()))!
  change(root)
  return await read(writeZip(await Promise.all(entries.map(async entry => entry.name === 'word/document.xml' ? await pack(entry.name, writeXml(root)) : entry))), readWith)
}

const given = (result: ReadDocument): Record<string, string> => Object.fromEntries(Object.entries(result.answers).filter(([, answer]) => answer !== ''))

const properties = {
  plain: [], tagged: [make('w:alias', { 'w:val': 'Theirs' }), make('w:tag', { 'w:val': 'goog_rdk_12' })], group: [make('w:group')],
  richText: [make('w:id', { 'w:val': '-77' }), make('w:richText')], lock: [make('w:lock', { 'w:val': 'contentLocked' })]
} satisfies Record<string, XmlElement[]>
type Kind = keyof typeof properties

const around = (kind: Kind, ...inner: XmlElement[]): XmlElement => make('w:sdt', {}, [make('w:sdtPr', {}, properties[kind].map(copy)), make('w:sdtContent', {}, inner)])

/** What is wrapped around things without being a control. */
const others = {
  alternate: (inner: XmlElement) => make('mc:AlternateContent', {}, [make('mc:Choice', { Requires: 'new w14' }, [copy(inner)]), make('mc:Fallback', {}, [inner])]),
  choice: (inner: XmlElement) => make('mc:AlternateContent', {}, [make('mc:Choice', { Requires: 'w14' }, [inner]), make('mc:Fallback', {}, [copy(inner)])]),
  customXml: (inner: XmlElement) => make('w:customXml', { 'w:element': 'a' }, [inner]),
  inserted: (inner: XmlElement) => make('w:ins', { 'w:id': '1' }, [inner])
} satisfies Record<string, (inner: XmlElement) => XmlElement>
type Other = keyof typeof others

/** Puts something in the place of a child. */
function replace (parent: XmlElement, old: XmlElement, ...put: XmlElement[]): void {
  parent.children.splice(parent.children.indexOf(old), 1, ...put)
}

/** Ways in which programs move the control of a cell around it, with its bookmark or without. */
const moves = ['stays', 'around', 'around, bookmark inside', 'around, bookmark in the row', 'bookmark around the cell', 'bookmark alone'] as const

function move (row: XmlElement, cell: XmlElement, how: typeof moves[number]): void {
  const paragraph = child(cell, 'w:p')!
  const control = child(paragraph, 'w:sdt')
  if (control === undefined || how === 'stays') return
  const [start, end] = [child(paragraph, 'w:bookmarkStart')!, child(paragraph, 'w:bookmarkEnd')!]
  const inner = elements(child(control, 'w:sdtContent'))
  const outer = make('w:sdt', {}, [child(control, 'w:sdtPr')!, make('w:sdtContent', {}, [cell])])
  const rest = elements(paragraph).filter(e => ![start, control, end].includes(e))
  switch (how) {
    case 'around':
    case 'around, bookmark in the row':
      paragraph.children = [...rest, ...inner]
      replace(row, cell, ...how === 'around' ? [outer] : [start, outer, end])
      break
    case 'around, bookmark inside':
      paragraph.children = [...rest, start, ...inner, end]
      replace(row, cell, outer)
      break
    case 'bookmark around the cell':
      paragraph.children = [...rest, control]
      replace(row, cell, start, cell, end)
      break
    case 'bookmark alone':
      paragraph.children = [...rest, start, ...inner, end]
  }
}

const kinds = fc.constantFrom(...Object.keys(properties) as Kind[], ...Object.keys(others) as Other[])
const layers = fc.array(kinds, { maxLength: 2 })

for (const tags of [true, false]) {
  test(`controls around cells, rows, paragraphs and tables belong to what is in them, however deep and whosever they are, ${tags ? 'with' : 'without'} tags`, async () => {
    await wrappedAnyhow(tags)
  })
}

async function wrappedAnyhow (tags: boolean): Promise<void> {
  // Without its tag a control needs its bookmark.
  const known = moves.filter(how => tags || how !== 'around')
  const choice = fc.record({
    cells: fc.array(fc.tuple(fc.constantFrom(...known), layers), { minLength: 24, maxLength: 24 }), rows: fc.array(layers, { minLength: 8, maxLength: 8 }),
    paragraphs: fc.array(layers, { minLength: 8, maxLength: 8 }), tables: fc.array(layers, { minLength: 2, maxLength: 2 })
  })
  await fc.assert(fc.asyncProperty(choice, async chosen => {
    const result = await changed(root => {
      const body = child(root, 'w:body')!
      if (!tags) for (const properties of descendants(body, 'w:sdtPr')) properties.children = properties.children.filter(e => (e as XmlElement).name !== 'w:tag')
      const wrap = (parent: XmlElement, element: XmlElement, layers: readonly (Kind | Other)[]): void => {
        if (layers.length > 0) replace(parent, element, layers.reduce((inner, kind) => kind in others ? others[kind as Other](inner) : around(kind as Kind, inner), element))
      }
      let [cell, row] = [0, 0]
      const search = (parent: XmlElement): void => {
        for (const element of elements(parent)) {
          search(element)
          if (element.name === 'w:tc' && child(child(element, 'w:p'), 'w:sdt') !== undefined) {
            const [how, layers] = chosen.cells[cell++ % 24]!
            move(parent, element, how)
            // What holds the cell now is wrapped.
            const holder = elements(parent).find(e => e === element || (e.name === 'w:sdt' && elements(child(e, 'w:sdtContent')).includes(element)))!
            wrap(parent, holder, layers)
          } else if (element.name === 'w:tr') {
            wrap(parent, element, chosen.rows[row++ % 8]!)
          }
        }
      }
      search(body)
      elements(body).filter(e => e.name === 'w:p' && e.children.length > 0).forEach((paragraph, i) => { wrap(body, paragraph, chosen.paragraphs[i]!) })
      elements(body).filter(e => e.name === 'w:tbl').forEach((table, i) => { wrap(body, table, chosen.tables[i]!) })
    })
    assert.deepEqual(given(result), answers)
    assert.deepEqual(result.rows, { 'sample.gives': ['r1', 'r3', 'r8', 'r9'], 'sample.roles': ['case-management', 'job-coach'] })
    assert.deepEqual([result.addedRows, result.remarks], [{}, []])
  }), { numRuns: 100 })
}

test('what someone puts into a field is part of its answer, and is not called unknown', async () => {
  for (const kind of Object.keys(properties) as Kind[]) {
    const result = await changed(root => {
      for (const control of descendants(root, 'w:sdt')) {
        if (tagOf(control) !== 'sample.name') continue
        child(control, 'w:sdtContent')!.children.push(around(kind, make('w:r', {}, [make('w:t', { 'xml:space': 'preserve' }, [' Street'])])))
      }
    })
    assert.deepEqual([given(result), result.remarks], [{ ...answers, 'sample.name': 'Harbor Street' }, []], kind)
  }
})

test('a row that was added with controls of another program is read once, and its words are not called unknown', async () => {
  const cell = (text: string): XmlElement => make('w:tc', {}, [make('w:p', {}, [around('tagged', make('w:r', {}, [make('w:t', {}, [text])]))])])
  const result = await changed(root => {
    const row = [...descendants(root, 'w:tr')].find(tr => [...descendants(tr, 'w:tag')].some(tag => tag.attributes.get('w:val') === 'sample.gives.r3.what'))!
    row.children = ['Meals', 'Lunch', 'x', '2026-06-01', 'A weak tie'].map(cell)
  })
  const key = result.addedRows['sample.gives']![0]!
  assert.deepEqual(['what', 'ours', 'agreed', 'by', 'tie'].map(column => result.answers[`sample.gives.${key}.${column}`]), ['Meals', 'Lunch', 'yes', '2026-06-01', 'weak'])
  assert.ok(result.remarks.every(remark => remark.kind === 'by-position'), JSON.stringify(result.remarks))
})

test('a row of wrapped cells that Word copied gets a new key', async () => {
  const result = await changed(root => {
    for (const item of [...descendants(root, 'w:tr')]) for (const tc of elements(item).filter(e => e.name === 'w:tc')) move(item, tc, 'around')
    for (const section of descendants(root, 'w:sdtContent')) {
      const item = elements(section).find(e => child(child(e, 'w:sdtPr'), 'w15:repeatingSectionItem') !== undefined)
      if (item === undefined) continue
      const added = copy(item)
      for (const text of descendants(added, 'w:t')) if (text.children[0] === 'Rides') text.children = ['Meals']
      section.children.splice(section.children.indexOf(item) + 1, 0, added)
      break
    }
  })
  assert.deepEqual([result.rows['sample.gives'], result.addedRows], [['r1', 'r10', 'r3', 'r8', 'r9'], { 'sample.gives': ['r10'] }])
  assert.deepEqual(given(result), { ...answers, 'sample.gives.r10.what': 'Meals', 'sample.gives.r10.ours': 'A van\nand fuel', 'sample.gives.r10.tie': 'strong' })
  assert.deepEqual(result.remarks, [])
})

test('a control around a cell that is deleted is said to be gone, and its answer is not emptied', async () => {
  const result = await changed(root => {
    for (const row of [...descendants(root, 'w:tr')]) {
      for (const tc of elements(row).filter(e => e.name === 'w:tc')) {
        const own = [...descendants(tc, 'w:tag')].some(tag => tag.attributes.get('w:val') === 'sample.gives.r1.ours')
        move(row, tc, 'around')
        if (own) tc.children.unshift(make('w:tcPr', {}, [make('w:cellDel', { 'w:id': '1' })]))
      }
    }
  })
  assert.equal(result.answers['sample.gives.r1.tie'], 'strong')
  assert.equal('sample.gives.r1.ours' in result.answers, false)
  assert.deepEqual(result.remarks, [{ kind: 'missing-field', field: 'sample.gives.r1.ours' }])
})

test('a control of another program around answers whose own controls are gone leaves each answer its own', async () => {
  for (const kind of Object.keys(properties) as Kind[]) {
    const result = await changed(root => {
      const body = child(root, 'w:body')!
      const paragraphs = elements(body).filter(e => e.name === 'w:p' && child(e, 'w:sdt') !== undefined)
      for (const paragraph of paragraphs) {
        const control = child(paragraph, 'w:sdt')!
        replace(paragraph, control, ...elements(child(control, 'w:sdtContent')))
      }
      body.children = [around(kind, ...paragraphs), ...body.children.filter(e => !paragraphs.includes(e as XmlElement))]
    })
    assert.deepEqual([given(result), result.remarks], [answers, []], kind)
  }
})

test('words behind a wrapped control, within the wrapping and behind it, are said', async () => {
  const words = (text: string): XmlElement => make('w:r', {}, [make('w:t', { 'xml:space': 'preserve' }, [text])])
  const result = await changed(root => {
    const paragraph = [...descendants(root, 'w:p')].find(p => child(p, 'w:sdt') !== undefined && tagOf(child(p, 'w:sdt')!) === 'sample.name')!
    const [label, ...rest] = elements(paragraph)
    paragraph.children = [label!, around('plain', ...rest, words(' since')), words(' May')]
  })
  assert.deepEqual([given(result), result.remarks], [answers, [{ kind: 'beside', field: 'sample.name', found: 'since May' }]])
})

test('words beside an empty field in the first cell are read, whatever stands before and around its row', async () => {
  for (const kind of Object.keys(properties) as Kind[]) {
    const result = await changed(root => {
      for (const parent of [...descendants(root)]) {
        const row = elements(parent).find(e => e.name === 'w:tr' && [...descendants(e, 'w:tag')].some(tag => tag.attributes.get('w:val') === 'sample.gives.r8.what'))
        if (row === undefined) continue
        first(row, 'w:p')!.children.push(make('w:r', {}, [make('w:t', {}, ['Vans'])]))
        replace(parent, row, around(kind, row))
      }
      // Nothing but the rows: the fields before stand right before the first.
      for (const table of descendants(root, 'w:tbl')) table.children = table.children.filter(e => (e as XmlElement).name !== 'w:tr' || child(e as XmlElement, 'w:trPr') === undefined)
    })
    assert.equal(result.answers['sample.gives.r8.what'], 'Vans', kind)
    assert.deepEqual(result.remarks, [{ kind: 'by-position', field: 'sample.gives.r8.what', found: 'Vans' }], kind)
  }
})

test('a table whose repeating section became a plain control is read as before, also where the guide has dropped it', async () => {
  const plain = (tags: boolean) => (root: XmlElement): void => {
    for (const properties of descendants(root, 'w:sdtPr')) {
      properties.children = properties.children.filter(e => !(e as XmlElement).name.startsWith('w15:') && (tags || (e as XmlElement).name !== 'w:tag' || (e as XmlElement).attributes.get('w:val')!.split('.').length === 2))
    }
  }
  for (const tags of [true, false]) {
    const result = await changed(plain(tags))
    assert.deepEqual([given(result), result.remarks], [answers, []])
    const later = { ...guide, instruments: guide.instruments.map(i => ({ ...i, parts: i.parts.filter(part => 'field' in part) })) }
    const old = await changed(plain(tags), later)
    // What its options meant nobody knows any more.
    assert.deepEqual([given(old), old.remarks], [{ ...answers, 'sample.gives.r1.tie': 'A "strong" tie & more' }, []])
  }
})
