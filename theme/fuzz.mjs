// Reads broken files and says what came of it. Exit code 1 if one was neither read nor refused within a second.
//   node fuzz.mjs [COUNT] [SEED]
import { run } from './run.mjs'

run('scripts/documents/testing/fuzz-command.ts')
