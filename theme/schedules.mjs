// Runs made-up afternoons of several tabs that type, erase, lock, move and are killed, and says where anything was lost.
//   node schedules.mjs 10000          seeds 1 to 10000 of each profile
//   node schedules.mjs 100 4711       100 from seed 4711
//   node schedules.mjs 100 1 all      of one profile (or several, with commas between)
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

process.chdir(dirname(fileURLToPath(import.meta.url)))
run('scripts/storage/testing/schedules-command.ts')
