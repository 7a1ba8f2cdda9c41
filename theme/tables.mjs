// Writes a table of one column with these cells, for tests.
//   node tables.mjs FOLDER CELL...
import { run } from './run.mjs'

run('scripts/documents/testing/tables-command.ts')
