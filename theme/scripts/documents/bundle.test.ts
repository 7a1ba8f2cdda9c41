import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { minify } from 'terser'

/** As `build.mjs` makes it. */
async function gzipped (entry: string): Promise<number> {
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, minify: true, format: 'iife', target: 'chrome100', charset: 'utf8', write: false })
  const { code } = await minify(outputFiles[0]!.text, { ecma: 2020, compress: { passes: 3 }, format: { comments: false } })
  return gzipSync(code!, { level: 9 }).length
}

test('filling and reading stay within 20 KiB, tables within 8', async () => {
  const [documents, tables] = [await gzipped('scripts/documents/bundle.ts'), await gzipped('scripts/documents/tables/bundle.ts')]
  assert.ok(documents <= 20 * 1024, `${documents} bytes`)
  assert.ok(tables <= 8 * 1024, `${tables} bytes`)
})
