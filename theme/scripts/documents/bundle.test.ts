import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

function gzipped (entry: string): number {
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, minify: true, format: 'iife', target: 'chrome100', charset: 'utf8', write: false })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

test('filling and reading stay within 20 KiB, tables within 8', () => {
  const [documents, tables] = [gzipped('scripts/documents/bundle.ts'), gzipped('scripts/documents/tables/bundle.ts')]
  assert.ok(documents <= 20 * 1024, `${documents} bytes`)
  assert.ok(tables <= 8 * 1024, `${tables} bytes`)
})
