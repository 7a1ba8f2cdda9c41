import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const scripts = ['scripts', 'Blocks'].flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file).replaceAll('\\', '/')))
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map(file => ({ file, lines: readFileSync(file, 'utf8').split('\n').filter(line => !/^\s*(?:\/\/|\/?\*)/.test(line)) }))

/** Where a pattern stands in code. */
const found = (pattern: RegExp): string[] => scripts.flatMap(({ file, lines }) => lines.some(line => pattern.test(line)) ? [file] : [])

// The browser's own boxes take the page over: no exit works until they are answered.
test('no script opens a box of the browser', () => {
  assert.deepEqual(found(/\b(?:alert|confirm|prompt|requestFullscreen|showPopover)\s*\(|popover/), [])
})

test('every dialog is made in one place, with an exit of its own', () => {
  assert.deepEqual(found(/showModal|'dialog'|createElement\('dialog/), ['scripts/page/dialog.ts'])
})

test('nothing is put above the page elsewhere, where it could show after somebody left', () => {
  assert.deepEqual(found(/document\.(?:body|documentElement)\.(?:append|prepend|replaceChildren)/), [
    // It takes away what it measures within the same turn: nothing of it is ever painted.
    'scripts/map/stand-alone.ts',
    'scripts/page/dialog.ts', 'scripts/page/exit.ts', 'scripts/page/file.ts'
  ])
})
