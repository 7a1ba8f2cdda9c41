import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

function gzipped (entry: string): number {
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, minify: true, format: 'iife', target: 'chrome100', charset: 'utf8', write: false })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

test('filling and reading stay within 20 KiB, tables within 8, drawing and signs within 3', () => {
  for (const [folder, most] of [['', 20], ['tables/', 8], ['drawing/', 3], ['symbols/', 3]] as const) {
    const size = gzipped(`scripts/documents/${folder}bundle.ts`)
    assert.ok(size <= most * 1024, `${folder} ${size} bytes`)
  }
})
