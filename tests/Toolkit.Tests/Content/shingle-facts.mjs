// Writes facts-shingles.txt: hashes of every run of seven words of the facts sheet that the guide is written from.
// The sheet itself is no part of this repository, so the test that holds the guide to its own words reads these hashes.
// Run once, and again when the sheet changes: node shingle-facts.mjs path/to/guide-facts.md
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const RUN = 7;
const MOST_NAME_WORDS = 3;
const here = (name) => new URL(name, import.meta.url);

// The same rule stands in WordRuns.cs; the first hash of the file, of the probe, fails the test if they part.
const words = (text) => text.normalize('NFC').toLowerCase().replace(/['’]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
const hash = (run) => createHash('sha256').update(run.join(' '), 'utf8').digest('hex').slice(0, 8);
const probe = 'It isn’t “seven” words: café, N° 12-B!';

const [sheet] = process.argv.slice(2);
if (!sheet) {
  console.error('Usage: node shingle-facts.mjs path/to/guide-facts.md');
  process.exit(2);
}

const all = words(readFileSync(sheet, 'utf8'));
const isName = new Array(all.length).fill(false);
for (const line of readFileSync(here('facts-names.txt'), 'utf8').split('\n')) {
  const name = line.startsWith('#') ? [] : words(line);
  for (let at = 0; name.length > 0 && at + name.length <= all.length; at++) {
    if (name.every((word, i) => all[at + i] === word)) {
      isName.fill(true, at, at + name.length);
    }
  }
}

const runs = new Set();
for (let at = 0; at + RUN <= all.length; at++) {
  if (isName.slice(at, at + RUN).filter(Boolean).length <= MOST_NAME_WORDS) {
    runs.add(hash(all.slice(at, at + RUN)));
  }
}

writeFileSync(here('facts-shingles.txt'), [hash(words(probe)), ...[...runs].sort()].join('\n') + '\n');
console.log(`${runs.size} runs of ${RUN} words`);
