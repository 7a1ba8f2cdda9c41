import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { writeWords } from './words.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** Bundles a script for Node and runs it with this process's arguments; ends with its exit code. */
export function run (script) {
  const made = join(here, 'obj', `run-${process.pid}.mjs`)
  writeWords()
  try {
    esbuild.buildSync({
      entryPoints: [join(here, script)], outfile: made, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning'
    })
    process.exitCode = spawnSync(process.execPath, [made, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(made, { force: true })
  }
}
