// Writes facts-shingles.txt: hashes of every run of seven words of the facts sheets that the guide is written from.
// The sheets themselves are no part of this repository, so the test that holds the guide to its own words reads these hashes.
// Run once, and again when a sheet changes, with all of them: node shingle-facts.mjs path/to/one.md path/to/another.md
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const RUN = 7;
const MOST_NAME_WORDS = 3;
const here = (name) => new URL(name, import.meta.url);

// The same rule stands in WordRuns.cs; the first hash of the file, of the probe, fails the test if they part.
const words = (text) => text.normalize('NFC').toLowerCase().replace(/['’]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
const hash = (run) => createHash('sha256').update(run.join(' '), 'utf8').digest('hex').slice(0, 8);
const probe = 'It isn’t “seven” words: café, N° 12-B!';

const sheets = process.argv.slice(2);
if (sheets.length === 0) {
  console.error('Usage: node shingle-facts.mjs path/to/sheet.md …');
  process.exit(2);
}

const names = readFileSync(here('facts-names.txt'), 'utf8').split('\n').filter((line) => !line.startsWith('#')).map(words);
const runs = new Set();
for (const sheet of sheets) {
  const text = readFileSync(sheet, 'utf8');
  // A sheet marks its facts with the numbers of sources, which would part words that belong together: both ways count.
  for (const all of [words(text), words(text.replace(/\[[\d\s,–-]+\]|\((?:V|2|G)[^)]*\)/gu, ' '))]) {
    add(all);
  }
}

function add(all) {
  const isName = new Array(all.length).fill(false);
  for (const name of names) {
    for (let at = 0; name.length > 0 && at + name.length <= all.length; at++) {
      if (name.every((word, i) => all[at + i] === word)) {
        isName.fill(true, at, at + name.length);
      }
    }
  }

  for (let at = 0; at + RUN <= all.length; at++) {
    if (isName.slice(at, at + RUN).filter(Boolean).length <= MOST_NAME_WORDS) {
      runs.add(hash(all.slice(at, at + RUN)));
    }
  }
}

writeFileSync(here('facts-shingles.txt'), [hash(words(probe)), ...[...runs].sort()].join('\n') + '\n');
console.log(`${runs.size} runs of ${RUN} words`);
