// Fills the documents of a built site with generated answers, and compares what comes back from other programs.
//   node round-trips.mjs fill SITE FOLDER ROWS SEED
//   node round-trips.mjs fill-every SITE FOLDER            the whole guide with every option and every kind of text
//   node round-trips.mjs compare SITE FOLDER FILE...        compare-bare: of files that lost their metadata; compare-across: of files in another language
//   node round-trips.mjs compare-stripped SITE FOLDER FILE...   each as it is, and as programs leave it that drop what they do not know
//   node round-trips.mjs keep SITE FOLDER NAME...           fills documents of this version, to be kept for good
//   node round-trips.mjs compare-kept SITE FOLDER           reads documents that were kept
//   node round-trips.mjs fill-in SITE FOLDER LANGUAGE      fills the whole guide in another language
//   node round-trips.mjs across SITE LANGUAGE DOCUMENT...  fills documents in each of two languages, reads them in the other one; all where none is named
//   node round-trips.mjs read SITE FOLDER FILE...           writes FILE.json beside each
import { run } from './run.mjs'

run('scripts/documents/testing/drive.ts')
