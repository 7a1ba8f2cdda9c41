// Writes a table of one column with these cells, for tests, and beside it what is to be read in them; with none, awkward ones.
//   node tables.mjs FOLDER [CELL...]
import { run } from './run.mjs'

run('scripts/documents/testing/tables-command.ts')
