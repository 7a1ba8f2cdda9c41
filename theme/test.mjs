// Runs the scripts' tests: bundles every *.test.ts under scripts/ and Blocks/ for Node and hands them to its test runner.
//   node test.mjs                      all of them
//   node test.mjs documents            those whose path holds one of the words
//   node test.mjs --bundle obj/tests   only bundles all of them, into this folder
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { writeWords } from './words.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const [option, folder] = process.argv.slice(2)
const bundlesOnly = option === '--bundle'
const made = bundlesOnly ? resolve(here, folder) : join(here, 'obj', `test-${process.pid}`)
const words = bundlesOnly ? [] : process.argv.slice(2)
const files = ['scripts', 'Blocks'].filter(folder => existsSync(join(here, folder))).flatMap(folder =>
  readdirSync(join(here, folder), { recursive: true }).filter(file => file.endsWith('.test.ts')).map(file => join(folder, file)))
  .filter(file => words.length === 0 || words.some(word => file.replaceAll('\\', '/').includes(word)))
if (files.length === 0) throw new Error('There is no such test.')
writeWords()

try {
  esbuild.buildSync({
    absWorkingDir: here,
    entryPoints: files,
    outdir: made,
    outbase: here,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    packages: 'external',
    logLevel: 'warning'
  })
  if (!bundlesOnly) {
    const tests = files.map(file => relative(here, join(made, file.replace(/\.ts$/, '.mjs'))))
    const result = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...tests], { cwd: here, stdio: 'inherit', timeout: 270_000 })
    process.exitCode = result.status ?? 1
  }
} finally {
  if (!bundlesOnly) rmSync(made, { recursive: true, force: true })
}
