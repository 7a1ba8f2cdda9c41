import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guide, GuideLabels, InstrumentDefinition, LanguageLabels, Option } from '../workbook/guide.ts'
import type { ReadDocument } from '../workbook/read-document.ts'
import { daysFor, daysOf } from './dates.ts'
import { fillDocx } from './docx-fill.ts'
import { fillPdf } from './pdf-fill.ts'
import { read } from './read.ts'
import { blankBody, docx } from './testing/blank-docx.ts'
import { blankPdf, noInk } from './testing/blank-pdf.ts'
import { blankMetadata, content, guide, sample } from './testing/guide.ts'
import { bare, edit, stripped } from './testing/strip.ts'
import { interpret } from './values.ts'

const inSpanish: Record<string, string> = {
  'Not yet': 'Todavía no', 'Partly in place': 'En parte', 'In place': 'En marcha', 'Does not apply to us': 'No corresponde', 'A weak tie': 'Un lazo débil', 'A "strong" tie & more': 'Un lazo «fuerte» y más',
  'Name of the program': 'Nombre del programa', 'Why?': '¿Por qué?', 'It is done': 'Está hecho', 'Day of the meeting': 'Día de la reunión', 'Is it safe?': '¿Es seguro?', 'How strong is the tie?': '¿Qué tan fuerte es el lazo?',
  'What each side gives': 'Lo que da cada parte', What: 'Qué', 'We give': 'Damos', Agreed: 'De acuerdo', 'By when': 'Para cuándo', Tie: 'Lazo',
  'Who knows what': 'Quién sabe qué', 'Case management': 'Manejo de casos', 'Job coach': 'Orientación laboral', Knows: 'Sabe', Signed: 'Firmado'
}

/** The sample in Spanish: other words for the same ids. */
const muestra: InstrumentDefinition = JSON.parse(JSON.stringify(sample), (key, value: unknown) =>
  key === 'label' && typeof value === 'string' ? inSpanish[value] ?? assert.fail(value) : value) as InstrumentDefinition
const guia: Guide = { ...guide, instruments: [muestra] }

/** What the build says of a language. */
function labelsOf (language: string, instrument: InstrumentDefinition): LanguageLabels {
  const found: LanguageLabels = { language, labels: {}, sets: [], options: {} }
  const offer = (id: string, options: readonly Option[] | undefined): void => {
    if (options !== undefined) found.options[id] = found.sets.push(Object.fromEntries(options.map(option => [option.id, option.label]))) - 1
  }
  for (const part of instrument.parts) {
    if ('field' in part) {
      found.labels[part.field.id] = part.field.label
      offer(part.field.id, part.field.options)
      continue
    }
    const { id, label, columns, fixedRows = [] } = part.table
    found.labels[id] = label
    for (const row of fixedRows) found.labels[`${id}:${row.key}`] = row.label
    for (const column of columns) {
      found.labels[`${id}.${column.id}`] = column.label
      offer(`${id}.${column.id}`, column.options)
    }
  }
  return found
}

const labelsOnEnglish: GuideLabels = { first: 'en', others: [labelsOf('es', muestra)] }
const labelsOnSpanish: GuideLabels = { first: 'en', others: [labelsOf('en', sample)] }

const rows = { 'sample.gives': ['r1', 'r3'] }
const answers = {
  'sample.name': 'Harbor', 'sample.why': 'Uno\nDos', 'sample.done': 'yes', 'sample.day': '2026-03-14', 'sample.safe.answer': 'partly', 'sample.tie': 'na',
  'sample.gives.r1.what': 'Viajes', 'sample.gives.r1.tie': 'strong', 'sample.gives.r3.what': 'Mesas', 'sample.gives.r3.agreed': 'yes', 'sample.gives.r3.by': '2026-05-01',
  'sample.roles.job-coach.knows': 'Mucho', 'sample.roles.job-coach.signed': 'yes'
}
const partner = { id: 'p1', name: 'Calle del Puerto' }
const given = (result: ReadDocument): Record<string, string> => Object.fromEntries(Object.entries(result.answers).filter(([, answer]) => answer !== ''))

/** The blank file of a language, as the build makes it. */
async function blank (language: 'en' | 'es', instrument: InstrumentDefinition): Promise<Uint8Array> {
  const placeholders: [string, string][] = [['Write here', 'Escriba aquí'], ['Choose one', 'Elija una opción'], ['Choose a date', 'Elija una fecha'], ['>Role<', '>Función<']]
  const body = language === 'en' ? blankBody(instrument) : placeholders.reduce((text, [english, spanish]) => text.replaceAll(english, spanish), blankBody(instrument))
  return await docx(body, language === 'en' ? blankMetadata : blankMetadata.replace('"guide":"2026-11"', '"guide":"2026-11","language":"es"'))
}

for (const [name, language, instrument, theirs, ours, labels] of [
  ['Spanish in English', 'es', muestra, guia, guide, labelsOnEnglish], ['English in Spanish', 'en', sample, guide, guia, labelsOnSpanish]
] as const) {
  test(`a Word file comes back whatever it lost: ${name}`, async () => {
    const empty = await blank(language, instrument)
    const { bytes } = await fillDocx(empty, { ...content(answers, rows, partner), guide: theirs })
    for (const [lost, file] of Object.entries({ nothing: bytes, ...await stripped(bytes) })) {
      const result = await read(file, ours, { labels, language: ours === guide ? 'en' : 'es' })
      assert.deepEqual([given(result), result.remarks, result.partners['sample']], [answers, [], partner.name], `without ${lost}`)
    }
    for (const [lost, file] of Object.entries({ nothing: empty, ...await stripped(empty) })) {
      const result = await read(file, ours, { labels, language: ours === guide ? 'en' : 'es' })
      assert.deepEqual([given(result), result.remarks], [{}, []], `blank without ${lost}`)
    }
    // All but the texts: tables are read by the headings of the other language.
    const result = await read(await bare(bytes), ours, { labels, language: ours === guide ? 'en' : 'es' })
    assert.deepEqual(given(result), {
      'sample.gives.r5.what': 'Viajes', 'sample.gives.r5.tie': 'strong', 'sample.gives.r6.what': 'Mesas', 'sample.gives.r6.agreed': 'yes', 'sample.gives.r6.by': '2026-05-01',
      'sample.roles.job-coach.knows': 'Mucho', 'sample.roles.job-coach.signed': 'yes'
    })
    // And where some of these were worded otherwise when the file was made.
    const heading = instrument.parts.flatMap(part => 'table' in part ? part.table.columns.slice(-1) : [])[0]!.label
    const reworded = await edit(await bare(bytes), xml => {
      const changed = xml.replaceAll(`>${heading}<`, '>Formerly<')
      assert.notEqual(changed, xml)
      return changed
    }, false)
    const former = await read(reworded, ours, { labels, language: ours === guide ? 'en' : 'es' })
    assert.deepEqual(given(former), given(result))
    // A guide that does not know the language knows no table of it.
    await assert.rejects(read(await bare(bytes), ours), { reason: 'not-ours' })
  })
}

test('a PDF comes back by its values alone', async () => {
  const { bytes } = await fillPdf(blankPdf(), content(answers, rows, partner), noInk)
  const result = await read(bytes, guia, { labels: labelsOnSpanish, language: 'es' })
  assert.deepEqual([given(result), result.remarks], [answers, []])
})

test('an answer that somebody typed is known in every language', () => {
  const options = [{ id: 'partly', label: 'Partly in place' }, { id: 'partly', label: 'En parte' }]
  const field = { kind: 'choice' as const, label: 'Is it safe?', options }
  for (const text of ['partly in place', 'EN PARTE']) assert.deepEqual(interpret(field, { text }, '', { language: 'en' }), { value: 'partly' })
  for (const text of ['Sí', 'si', 'x', 'Yes']) assert.deepEqual(interpret({ kind: 'check', label: '', options: [] }, { text }, '', { language: 'en' }), { value: 'yes' })
})

test('days are read in the order of the file’s language; where nobody knows it, a day that can be two is not taken', () => {
  const made = (language?: string): NonNullable<ReadDocument['metadata']> => ({ ...JSON.parse(blankMetadata) as NonNullable<ReadDocument['metadata']>, ...language !== undefined && { language } })
  const days = (text: string, metadata: ReadDocument['metadata'], marked: string, labels: GuideLabels | undefined, language: string): string[] => daysFor(text, daysOf(metadata, marked, { ...labels && { labels }, language }))
  // What the file says of itself decides, and then its mark; the page that reads it does not.
  for (const language of ['en', 'es']) {
    const labels = language === 'en' ? labelsOnEnglish : labelsOnSpanish
    assert.deepEqual(days('03/04/2026', made('es'), '', labels, language), ['2026-04-03'])
    assert.deepEqual(days('03/04/2026', made(), '', labels, language), ['2026-03-04'])
    assert.deepEqual(days('03/04/2026', null, 'es-US', labels, language), ['2026-04-03'])
    assert.deepEqual(days('03/04/2026', null, 'en-US', labels, language), ['2026-03-04'])
    for (const marked of ['', 'de-DE', 'zxx']) {
      assert.deepEqual(days('03/04/2026', null, marked, labels, language), ['2026-03-04', '2026-04-03'])
      assert.deepEqual(days('03/14/2026', null, marked, labels, language), ['2026-03-14'])
      assert.deepEqual(days('04/04/2026', null, marked, labels, language), ['2026-04-04'])
      assert.deepEqual(days('14 de marzo de 2026', null, marked, labels, language), ['2026-03-14'])
      assert.deepEqual(days('March 14, 2026', null, marked, labels, language), ['2026-03-14'])
    }
  }
  assert.deepEqual(days('03/04/2026', null, '', undefined, 'en'), ['2026-03-04'])
  const field = { kind: 'date' as const, label: '', options: [] }
  assert.deepEqual(interpret(field, { text: '03/04/2026' }, '', { language: '' }), { remark: 'which-day' })
  assert.deepEqual(interpret(field, { text: '03/04/2026', date: '2026-04-03' }, '', { language: '' }), { value: '2026-04-03' })
  assert.deepEqual(interpret(field, { text: '13/13/2026' }, '', { language: '' }), { remark: 'not-a-date' })
})

test('a Word file that lost what it says of itself says its language by its marks', async () => {
  const filled = (await fillDocx(await blank('es', muestra), { ...content({ 'sample.day': '2026-03-14' }), guide: guia })).bytes
  const file = await edit(filled, xml => xml.replace(/w:fullDate="[^"]*"/, '').replace('>2026-03-14<', '>03/04/2026<'), false)
  const result = await read(file, guide, { labels: labelsOnEnglish, language: 'en' })
  assert.deepEqual([result.answers['sample.day'], result.remarks], [undefined, [{ kind: 'which-day', field: 'sample.day', found: '03/04/2026' }]])
})
