// Fills the documents of a built site with generated answers, and compares what comes back from other programs.
//   node round-trips.mjs fill SITE FOLDER ROWS SEED
//   node round-trips.mjs compare SITE FOLDER FILE...
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const made = join(here, 'obj', `drive-${process.pid}.mjs`)
try {
  esbuild.buildSync({
    entryPoints: [join(here, 'scripts/documents/testing/drive.ts')],
    outfile: made, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning'
  })
  const result = spawnSync(process.execPath, [made, ...process.argv.slice(2)], { stdio: 'inherit', timeout: 240_000 })
  process.exitCode = result.status ?? 1
} finally {
  rmSync(made, { force: true })
}
