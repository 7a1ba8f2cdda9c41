import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlaceholder, knownPlaceholders } from './known-placeholders.ts'
import { placeholders } from './placeholders.ts'

test('what asks for an answer is none, whichever version wrote it', () => {
  for (const [kind, text] of Object.entries(placeholders)) assert.ok(knownPlaceholders[kind as keyof typeof placeholders].some(known => known === text), text)
  // Published texts: this list is only ever added to.
  for (const text of ['Write here', 'Choose one', 'Choose a date', 'Choose an item.', 'Click to enter text.', 'Click or tap here to enter text.', 'Click here to enter a date.', ' WRITE HERE\n']) assert.ok(isPlaceholder(text), text)
  for (const text of ['', 'Write here today', 'Choose', 'date', 'constructor']) assert.equal(isPlaceholder(text), false, text)
})
