import { plain, wordsOf } from '../../workbook/plain.ts'
import type { FieldDefinition, Option } from '../../workbook/guide.ts'
import { generalWords, kindredWords, noiseWords, turningWords } from '../../words/meaning.ts'
import { stem } from './stems.ts'

/** A text as its words tell what it means. */
interface Meaning {
  /** Stems of the words that say something, each once and in order of the alphabet. */
  core: string[]
  /** Those that tell one thing from another: "services" and "programs" do not. */
  telling: string[]
  /** Whether a word turns what the others say: not, no longer, would like. */
  turned: boolean
}

interface Known extends Meaning { option: Option, id: string[], kin: ReadonlySet<number> }

/** From how many telling words on a text says more than one of them can stand for. */
const many = 5

const noise = noiseWords.map(phrase => ` ${plain(phrase)} `).sort((a, b) => b.length - a.length)
const general = new Set(generalWords.map(word => stem(plain(word))))
const turning = new Set(turningWords.map(word => stem(plain(word))))
/** In which groups of words that are said for one another a stem is. */
const groups = new Map<string, number[]>()
kindredWords.forEach((group, i) => {
  for (const word of wordsOf(plain(group))) groups.set(stem(word), [...groups.get(stem(word)) ?? [], i])
})

/** Words whose meaning was looked up, by column: a list says the same few again and again. */
const known = new WeakMap<FieldDefinition, Known[]>()

function knownOf (column: FieldDefinition): Known[] {
  let list = known.get(column)
  if (list === undefined) {
    list = (column.options ?? []).map(option => {
      const meaning = meaningOf(plain(option.label))
      return { option, ...meaning, id: meaningOf(plain(option.id)).core, kin: kinOf(meaning.core.filter(one => !general.has(one))) }
    })
    known.set(column, list)
  }
  return list
}

/** @param text Plain. */
function meaningOf (text: string): Meaning {
  let rest = ` ${text} `
  // What is left out leaves a gap, so that one phrase may follow another.
  for (const phrase of noise) while (rest.includes(phrase)) rest = rest.replace(phrase, ' ')
  const core = [...new Set(wordsOf(rest.trim()).map(word => stem(word)))].sort()
  return { core, telling: core.filter(one => !general.has(one) && !turning.has(one)), turned: core.some(one => turning.has(one)) }
}

function kinOf (stems: readonly string[]): Set<number> {
  return new Set(stems.flatMap(one => groups.get(one) ?? []))
}

/** How the words of a text speak for options of a column. */
export interface Bearing {
  /** The option that says the same in other forms of its words: "Our teams" and "A team". */
  same?: Option
  /** Options that may be meant: none of them where a text denies what they say. */
  open: readonly Option[]
  /** The one option that is likely meant by its words; undefined where none or several could be. */
  likely?: Option
  /** Whether that is sure enough to read the text so, and say it. */
  strong: boolean
  /** Whether several options could be meant. */
  several: boolean
  /** Whether a word of it tells one thing from another. */
  tells: boolean
}

/** Sets the words of a text beside those of a column's options. @param text Plain. */
export function bearing (column: FieldDefinition, text: string): Bearing {
  const { core, telling, turned } = meaningOf(text)
  const all = knownOf(column).filter(one => one.turned === turned)
  const open = all.map(({ option }) => option)
  const equal = all.filter(one => isSame(core, one.core) || isSame(core, one.id))
  if (equal.length === 1) return { same: equal[0]!.option, open, strong: false, several: false, tells: true }
  // A word that two options share speaks for neither; one that an option uses itself is not also said for another.
  const owners = (word: string): Known[] => all.filter(one => one.telling.includes(word))
  const shared = all.filter(one => telling.some(word => owners(word).length === 1 && one.telling.includes(word)))
  const said = kinOf(core.filter(word => owners(word).length === 0))
  const akin = all.filter(one => [...one.kin].some(group => said.has(group)))
  const meant = new Set([...shared, ...akin])
  const [only] = meant
  if (meant.size !== 1) return { open, strong: false, several: meant.size > 1, tells: telling.length > 0 }
  // Of what is sorted by its kind, one noun tells the kind. How close people are, one word of two does not tell.
  const within = telling.every(word => only!.core.includes(word))
  const strong = shared.length === 1 && !turned && telling.length < many && (column.marks?.includes('category') === true || within)
  return { open, likely: only!.option, strong, several: false, tells: telling.length > 0 }
}

function isSame (a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((word, i) => word === b[i])
}
