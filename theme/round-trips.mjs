// Fills the documents of a built site with generated answers, and compares what comes back from other programs.
//   node round-trips.mjs fill SITE FOLDER ROWS SEED
//   node round-trips.mjs compare SITE FOLDER FILE...
import { run } from './run.mjs'

run('scripts/documents/testing/drive.ts')
