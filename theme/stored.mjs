// Writes down what the scripts of today keep in a browser, in every form, for a test that those of later days read it.
//   node stored.mjs FILE
import { resolve, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

process.argv[2] = resolve(process.argv[2])
process.chdir(dirname(fileURLToPath(import.meta.url)))
run('scripts/storage/testing/stored-command.ts')
