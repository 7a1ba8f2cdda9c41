import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { writeWords } from './words.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * Bundles a script for Node and runs it with this process's arguments; ends with its exit code. With `--bundle FILE` it only
 * bundles, for whoever runs it many times: FILE lies under `obj/`, within reach of the packages.
 */
export function run (script) {
  const [option, file] = process.argv.slice(2)
  const keeps = option === '--bundle'
  const made = keeps ? resolve(here, file) : join(here, 'obj', `run-${process.pid}.mjs`)
  writeWords()
  try {
    esbuild.buildSync({
      entryPoints: [join(here, script)], outfile: made, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning'
    })
    if (!keeps) process.exitCode = spawnSync(process.execPath, [made, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1
  } finally {
    if (!keeps) rmSync(made, { force: true })
  }
}
