import { isLater, type Rest, type Stamp } from './entry.ts'

/**
 * Two tabs may write in one place without knowing of each other. The later text counts; the other one stands beside it until
 * somebody chooses. To tell who knew of whom, an entry says what it was written over: under `others` in its `rest` stands the
 * latest writing of each tab that it went on from and, with its text, what stands beside it. So entries merge alike in any
 * order, however often, and an older page carries it along unread.
 */
type Entry = Stamp & { rest?: Rest }

/** A text, as a tab wrote it at one moment. */
export interface Version extends Stamp { value: string }

/** All that the tab wrote there until then was known; with a text: and that stands beside. No name of a tab: of whatever tab. */
type Other = Stamp & { value?: string }

/** What a change says of other texts. */
export interface Beside {
  /** The text that it goes on from, where that is not the one that counts: somebody was typing when that one came. */
  over?: Stamp | undefined
  /** Texts beside it that somebody let go. */
  gone?: readonly string[] | undefined
  /** Texts that come beside it. */
  added?: readonly string[] | undefined
}

/** How many tabs an entry tells apart: pages of other days are no tabs of now. */
const mostTabs = 12

/** More texts than are ever put beside one at once. */
const mostTexts = 1e4

/** The text that counts, of an answer or a partner's name, and those that stand beside it. None where the entry has no text. */
export function versionsOf (entry: Entry): Version[] {
  const { value, name, at, by } = entry as Version & { name?: string }
  return [{ value: value ?? name, at, by }, ...othersOf(entry)].filter((version): version is Version => version.value !== undefined)
}

/** Whether whoever wrote the entry, or chose there, knew of a text. */
export function knows (entry: Entry, { at, by }: Stamp): boolean {
  return knownTo(entry).some(known => known.at >= at && (known.by === '' || known.by === by))
}

/** An entry that is written over another one, with what stands beside that. */
export function writtenOver<T extends Entry> (before: T | undefined, entry: T, { over, gone = [], added = [] }: Beside): T {
  const all = before === undefined ? [] : versionsOf(before)
  const replaced = over === undefined ? all[0] : all.find(version => isSame(version, over))
  // Of what is empty or says the same nothing is lost; and a partner that is removed leaves no words.
  const nothing = ['', replaced?.value, ...gone]
  return withOthers({ ...entry, ...before?.rest && { rest: before.rest } }, [
    ...all.filter(version => version !== replaced && !nothing.includes(version.value) && !('removed' in entry)),
    // Each has a moment of its own, just before.
    ...added.map((value, i) => ({ value, at: entry.at - (i + 1) / mostTexts, by: entry.by }))
  ], before === undefined ? [] : knownTo(before))
}

/** What two copies of an entry hold together. */
export function merged<T extends Entry> (mine: T, other: T): T {
  const [later, earlier] = isLater(other, mine) ? [other, mine] : [mine, other]
  const [, ...beside] = versionsOf(later)
  const others = versionsOf(earlier)
  // Whoever wrote later knew; it is hardly ever otherwise.
  if (beside.length === 0 && others.every((version, i) => i === 0 && knows(later, version))) return later
  return withOthers(later, [
    ...beside.filter(version => !knows(earlier, version) || others.some(other => isSame(version, other))),
    ...others.filter(version => !knows(later, version))
  ], [...knownTo(later), ...knownTo(earlier)])
}

/**
 * An entry without the texts beside it that were written up to a moment at which all such texts were erased. Neither is it said any more that
 * they were known: whoever undoes the erasing merges them again, and they stand beside it as before.
 */
export function since<T extends Entry> (entry: T, moment: number): T {
  const others = othersOf(entry)
  const later = others.filter(({ at }) => at > moment)
  if (later.length === others.length) return entry
  const rest = new Map(entry.rest)
  if (later.length > 0) rest.set('others', later)
  else rest.delete('others')
  return { ...entry, rest }
}

function withOthers<T extends Entry> (entry: T, beside: Version[], known: Other[]): T {
  const latest = new Map(known.sort((a, b) => a.at - b.at).map(({ by, at }) => [by, { by, at }]))
  latest.delete(entry.by)
  const others = [...beside, ...[...latest.values()].slice(-mostTabs)]
  return others.length === 0 && entry.rest === undefined ? entry : { ...entry, rest: new Map(entry.rest).set('others', others) }
}

/** Pages from before account was kept wrote over whatever was there; their tabs have other names. */
function knownTo (entry: Entry): Other[] {
  return [{ by: entry.by[0] === 'v' ? entry.by : '', at: entry.at }, ...othersOf(entry)]
}

function othersOf (entry: Entry): Other[] {
  return entry.rest?.get('others') as Other[] | undefined ?? []
}

/** Whether they were written by one tab at one moment. */
export function isSame (a: Stamp, b: Stamp): boolean {
  return a.at === b.at && a.by === b.by
}

/**
 * What stands beside a text and says something else. A text that goes on from another one holds it.
 * @param shown What somebody is typing, where that is not the text that counts.
 */
export function textsBeside (entry: Entry, shown?: Version): Version[] {
  const versions = versionsOf(entry)
  const own = versions.find(version => shown !== undefined && isSame(version, shown)) ?? versions[0]
  const said = [shown?.value ?? own?.value ?? '']
  return versions.filter(version => {
    const more = version !== own && version.value !== '' && !said.some(text => goesOnFrom(text, version.value))
    if (more) said.push(version.value)
    return more
  })
}

/** Whether a text says the other one, word for word, and perhaps more after it. */
function goesOnFrom (text: string, other: string): boolean {
  const plain = (words: string): string => `${words.trim()} `.replace(/\s+/g, ' ')
  return plain(text).startsWith(plain(other))
}
