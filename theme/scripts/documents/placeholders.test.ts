import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isPlaceholder } from './docx-values.ts'
import { placeholders } from './placeholders.ts'

test('whatever asks for an answer in a Word file, in any language and version, is no answer', () => {
  const now = readdirSync('words', { withFileTypes: true }).filter(entry => entry.isDirectory()).flatMap(language => {
    const { placeholder } = JSON.parse(readFileSync(`words/${language.name}/common.json`, 'utf8')) as { placeholder: Record<string, string> }
    return Object.entries(placeholder).filter(([key]) => !key.startsWith('//')).map(([, text]) => text)
  })
  assert.ok(now.length >= 3)
  for (const text of now) assert.ok(placeholders.includes(text), `“${text}” belongs into the list of documents/placeholders.ts`)
  for (const text of placeholders) for (const found of [text, ` ${text.toUpperCase()} `]) assert.ok(isPlaceholder(found), found)
  for (const text of ['Write here, please', 'Choose', '']) assert.ok(!isPlaceholder(text), text)
})
