import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { minify } from 'terser'

/** What a browser loads, made as `build.mjs` makes it. */
async function gzipped (entry: string): Promise<number> {
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, minify: true, format: 'iife', target: ['chrome100', 'firefox100', 'safari15.4'], charset: 'utf8', legalComments: 'none', write: false })
  const { code } = await minify(outputFiles[0]!.text, { ecma: 2020, compress: { passes: 3 }, format: { comments: false } })
  return gzipSync(code!, { level: 9 }).length
}

test('filling and reading stay within 19 KiB each, tables within 8, drawing and signs within 3', async () => {
  for (const [folder, most] of [['', 19], ['reader/', 19], ['tables/', 8], ['drawing/', 3], ['symbols/', 3]] as const) {
    const size = await gzipped(`scripts/documents/${folder}bundle.ts`)
    assert.ok(size <= most * 1024, `${folder} ${size} bytes`)
  }
})
