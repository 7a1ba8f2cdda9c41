import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isPlaceholder, knownPlaceholders } from './known-placeholders.ts'

test('whatever asks for an answer in a Word file, in any language and version, is no answer', () => {
  const now = readdirSync('words', { withFileTypes: true }).filter(entry => entry.isDirectory()).flatMap(language => {
    const { placeholder } = JSON.parse(readFileSync(`words/${language.name}/common.json`, 'utf8')) as { placeholder: Record<string, string> }
    return Object.entries(placeholder).filter(([key]) => !key.startsWith('//'))
  })
  assert.ok(now.length >= 3)
  for (const [kind, text] of now) {
    const known: readonly string[] = knownPlaceholders[kind as keyof typeof knownPlaceholders]
    assert.ok(known.includes(text), `“${text}” belongs into the list of documents/known-placeholders.ts`)
  }
  // Published texts: this list is only ever added to.
  for (const text of ['Write here', 'Choose one', 'Choose a date', 'Choose an item.', 'Click to enter text.', 'Click or tap here to enter text.', 'Click here to enter a date.', 'Escriba aquí', 'ELIJA UNA OPCIÓN', 'Elija una fecha', 'Elija un elemento.', 'Haga clic o pulse aquí para escribir texto.', 'Haga clic aquí o pulse para escribir una fecha.', ' WRITE HERE\n']) assert.ok(isPlaceholder(text), text)
  for (const text of ['', 'Write here today', 'Write here, please', 'Choose', 'date', 'constructor']) assert.equal(isPlaceholder(text), false, text)
})
