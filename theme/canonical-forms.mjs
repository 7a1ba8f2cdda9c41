// Writes src/Toolkit/Model/canonical-forms.txt: how Unicode takes letters with accents apart and puts them together. .NET does
// neither without ICU, and ICU differs from machine to machine. To be run when a new Unicode version matters: node canonical-forms.mjs
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const hex = code => code.toString(16).toUpperCase().padStart(4, '0')
const codes = text => Array.from(text, c => c.codePointAt(0))
const isSyllable = code => code >= 0xac00 && code <= 0xd7a3 // of Hangul, which are computed
const all = []
for (let code = 0; code < 0x110000; code++) if ((code < 0xd800 || code > 0xdfff) && !isSyllable(code)) all.push(code)

// What a letter is made of, and whether these parts become the letter again.
const parts = all.flatMap(code => {
  const letter = String.fromCodePoint(code)
  const apart = letter.normalize('NFD')
  return apart === letter ? [] : `${letter.normalize('NFC') === letter ? '' : '-'}${hex(code)} ${codes(apart).map(hex).join(' ')}`
})

// Marks sort by their class. Which is the lower of two shows in which order they come back; classes are ranks here.
const swaps = (a, b) => codes((String.fromCodePoint(a) + String.fromCodePoint(b)).normalize('NFD')).join() === `${b},${a}`
const marks = all.filter(code => String.fromCodePoint(code).normalize('NFD') === String.fromCodePoint(code) && (swaps(code, 0x334) || swaps(0x345, code) || code === 0x334 || code === 0x345))
const classes = []
for (const mark of marks) {
  const same = classes.find(([one]) => !swaps(one, mark) && !swaps(mark, one))
  if (same === undefined) classes.push([mark])
  else same.push(mark)
}
classes.sort(([a], [b]) => swaps(a, b) ? 1 : -1)
const ranks = classes.map(group => {
  const runs = []
  for (const mark of group) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === mark - 1) last[1] = mark
    else runs.push([mark, mark])
  }
  return `+${runs.map(([from, to]) => from === to ? hex(from) : `${hex(from)}..${hex(to)}`).join(' ')}`
})

writeFileSync(join(dirname(fileURLToPath(import.meta.url)), '../src/Toolkit/Model/canonical-forms.txt'),
  `# Unicode ${process.versions.unicode}, by theme/canonical-forms.mjs. A letter and its parts ("-": the parts stay apart); then the marks of each class, lowest first ("+").\n${[...parts, ...ranks].join('\n')}\n`)
