import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { knows, textsBeside, versionsOf, type Beside } from './beside.ts'
import { cutOut } from './cut-out.ts'
import { apply, type Edit } from './edit.ts'
import { readWorkbook, writeWorkbook } from './json.ts'
import { merge } from './merge.ts'
import { pack, unpack } from './pack.ts'
import { partOf } from './part.ts'
import { addRow, removeRow, rowKeys } from './rows.ts'
import { Clock } from './stamp.ts'
import { agency, emptyWorkbook, isEmpty, type Answer, type Workbook } from './workbook.ts'

const field = 'map.goal'
const answerIn = (book: Workbook): Answer | undefined => book.subjects.get(agency)?.answers.get(field)
const texts = (book: Workbook): string[] => {
  const answer = answerIn(book)
  return answer === undefined ? [] : versionsOf(answer).map(({ value }) => value)
}
/** What counts, and the rest in an order of its own: how they lie in the list means nothing. */
const facts = (book: Workbook): unknown => {
  const [first, ...beside] = answerIn(book) === undefined ? [] : versionsOf(answerIn(book)!)
  return [first, beside.map(({ value, at, by }) => `${at} ${by} ${value}`).sort(), [...book.partners.values()].map(({ id, name }) => [id, name])]
}

/** Names of pages from before account was kept, each with a part of a millisecond of its own: of one moment they tell nothing. */
const before = new Map([['told', 0.25], ['tolder', 0.5]])

/** A tab, whose clock runs on its own. */
function tab (name: string, start = 1000, book = emptyWorkbook('w1')) {
  const now = { at: start }
  const ticks = new Clock(name, () => now.at++)
  const clock = {
    next: () => ({ at: Math.floor(ticks.next().at) + (before.get(name) ?? 0), by: name }),
    seenAll: (other: Workbook) => { ticks.seenAll(other) }
  }
  return {
    name, book, now,
    write: (value: string, more: Beside = {}) => apply(book, [{ kind: 'answer', subject: agency, field, value, ...more }], clock.next()),
    change: (...edits: Edit[]) => apply(book, edits, clock.next()),
    hear: (other: Workbook) => {
      clock.seenAll(other)
      return merge(book, unpack(pack(other)))
    }
  }
}

test('of two texts that were written without knowing of each other, one counts and the other stands beside it, in both tabs', () => {
  const [a, b] = [tab('va'), tab('vb', 2000)]
  const [fromA, fromB] = [a.write('Harbor Street').patch, b.write('Two Rivers').patch]
  a.hear(fromB)
  b.hear(fromA)
  for (const { book } of [a, b]) assert.deepEqual(texts(book), ['Two Rivers', 'Harbor Street'])
  assert.deepEqual(facts(a.book), facts(b.book))
  assert.deepEqual(facts(readWorkbook(writeWorkbook(a.book))), facts(a.book))
})

test('a text that was written over another one that its writer saw leaves nothing beside it, in whatever order they come', () => {
  const a = tab('va')
  const first = a.write('Harbor').patch
  const b = tab('vb', 5)
  b.hear(first)
  const second = b.write('Two Rivers').patch
  a.hear(second)
  a.hear(first)
  b.hear(first)
  for (const { book } of [a, b]) assert.deepEqual(texts(book), ['Two Rivers'])
  // Nobody needs to remember anything where one tab alone writes.
  assert.equal(answerIn(first)!.rest, undefined)
})

test('who is typing when another text comes goes on from what stands in the field', () => {
  const [a, b] = [tab('va'), tab('vb', 2000)]
  const fromA = a.write('one').patch
  const typed = answerIn(fromA)!
  a.hear(b.write('uno').patch)
  a.write('one two', { over: typed })
  assert.deepEqual(texts(a.book), ['one two', 'uno'])
  b.hear(a.book)
  assert.deepEqual(texts(b.book), ['one two', 'uno'])
})

test('what somebody let go goes in all tabs, and comes back when that is undone; what came meanwhile stays', () => {
  const [a, b, c] = [tab('va'), tab('vb', 2000), tab('vc', 500)]
  a.hear(b.write('uno').patch)
  const fromA = tab('va2').write('one').patch
  a.hear(fromA)
  assert.deepEqual(texts(a.book), ['uno', 'one'])
  const { undo } = a.write('uno', { gone: ['one'] })
  b.hear(a.book)
  b.hear(fromA)
  assert.deepEqual(texts(b.book), ['uno'])
  a.hear(c.write('un').patch)
  a.change(...undo)
  assert.deepEqual(texts(a.book).sort(), ['one', 'un', 'uno'])
  b.hear(a.book)
  assert.deepEqual(facts(b.book), facts(a.book))
})

test('an empty field, or the same text, stands beside nothing once somebody writes on', () => {
  const [a, b] = [tab('va'), tab('vb', 2000)]
  a.hear(b.write('same').patch)
  a.hear(tab('vc').write('same').patch)
  a.hear(tab('vd').write('').patch)
  a.write('other')
  assert.deepEqual(texts(a.book), ['other'])
})

test('a name of a partner that two tabs changed at once is kept like an answer', () => {
  const a = tab('va')
  const made = a.change({ kind: 'partner', id: 'p1', name: 'Bakery' }).patch
  const b = tab('vb', 5000)
  b.hear(made)
  const fromA = a.change({ kind: 'partner', id: 'p1', name: 'Harbor Bakery' }).patch
  a.hear(b.change({ kind: 'partner', id: 'p1', name: 'Main Street Bakery' }).patch)
  b.hear(fromA)
  for (const { book } of [a, b]) assert.deepEqual(versionsOf(book.partners.get('p1')!).map(({ value }) => value), ['Main Street Bakery', 'Harbor Bakery'])
  // Whoever takes back that it was added leaves no words.
  const { patch } = a.change({ kind: 'partner', id: 'p1', name: '', removed: true })
  assert.doesNotMatch(writeWorkbook(patch), /Bakery/)
})

test('pages from before carry along what stands beside, and write over what counts as they always did', () => {
  const [a, b, old] = [tab('va'), tab('vb', 2000), tab('told', 9000)]
  a.hear(b.write('uno').patch)
  b.hear(tab('vc').write('one').patch)
  old.hear(b.book)
  // As `edit.ts` did it then: what lies in `rest` stays.
  const entry = { ...answerIn(old.book)!, value: 'eins', at: 9500, by: 'told' }
  old.book.subjects.get(agency)!.answers.set(field, entry)
  for (const one of [a, b]) one.hear(old.book)
  assert.deepEqual(texts(b.book), ['eins', 'one'])
  assert.deepEqual(facts(a.book), facts(b.book))
  // What a page writes that takes account of others is known to have been written over it.
  b.write('one eins')
  a.hear(b.book)
  assert.deepEqual(texts(a.book), ['one eins', 'one'])
})

/** One thing that happens among tabs: somebody writes, chooses, undoes, or hears a copy or a change, however old. */
const deed = fc.record({
  tab: fc.nat(3), from: fc.nat(3), patch: fc.nat(99), value: fc.constantFrom('', 'a', 'b', 'a b', 'c'),
  what: fc.constantFrom('write', 'write', 'own', 'choose', 'hear', 'hear', 'change', 'undo')
})

/** Plays deeds; returns what every tab then holds and each change that was ever made. */
function play (deeds: readonly { tab: number, from: number, patch: number, value: string, what: string }[], names = ['va', 'vb', 'vc', 'vd']) {
  const tabs = names.map((name, i) => tab(name, 1000 + 7 * i))
  const patches: Workbook[] = []
  const undos: Edit[][] = []
  for (const { tab: at, from, patch, value, what } of deeds) {
    const one = tabs[at]!
    const answer = answerIn(one.book)
    const own = answer && versionsOf(answer).find(({ by }) => by === one.name)
    if (what === 'hear') one.hear(tabs[from]!.book)
    else if (what === 'change') one.hear(patches[patch % (patches.length || 1)] ?? emptyWorkbook('w1'))
    else if (what === 'undo') patches.push(one.change(...undos.pop() ?? []).patch)
    else {
      const beside = what === 'choose' && answer !== undefined ? { gone: versionsOf(answer).slice(1).map(({ value }) => value) } : what === 'own' ? { over: own } : {}
      const made = one.write(value, beside)
      patches.push(unpack(pack(made.patch)))
      undos.push(made.undo)
      if (what === 'choose') assert.deepEqual(texts(one.book), [value])
    }
  }
  return { tabs, patches }
}

/** All in one. */
const together = (books: readonly Workbook[]): Workbook => {
  const all = emptyWorkbook('w1')
  for (const book of books) merge(all, unpack(pack(book)))
  return all
}

test('merging is the same in any order, in any grouping, any number of times', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 30 }), fc.array(fc.nat(999), { maxLength: 60 }), (deeds, order) => {
    const { tabs, patches } = play(deeds)
    const states = [...tabs.map(({ book }) => book), ...patches]
    const straight = together(states)
    assert.deepEqual(facts(together([...states].reverse())), facts(straight))
    const shuffled = order.map(i => states[i % states.length]!)
    assert.deepEqual(facts(together([...shuffled, ...states])), facts(straight))
    const middle = order.length % (states.length + 1)
    assert.deepEqual(facts(together([together(states.slice(middle)), together(states.slice(0, middle))])), facts(straight))
    assert.deepEqual(facts(together([straight, straight])), facts(straight))
    assert.equal(merge(straight, together(states)) && JSON.stringify(facts(straight)), merge(straight, straight) && JSON.stringify(facts(straight)))
  }), { numRuns: 600 })
})

test('tabs that heard of everything hold the same, whatever they heard first', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 30 }), deeds => {
    const { tabs } = play(deeds)
    for (let round = 0; round < 2; round++) for (const one of tabs) for (const other of tabs) one.hear(other.book)
    for (const one of tabs) assert.deepEqual(facts(one.book), facts(tabs[0]!.book))
  }), { numRuns: 300 })
})

test('no text is lost but one that somebody saw and wrote over or let go', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 30 }), deeds => {
    const { tabs, patches } = play(deeds.filter(({ what }) => what !== 'undo'))
    const all = together([...tabs.map(({ book }) => book), ...patches])
    const live = answerIn(all) === undefined ? [] : versionsOf(answerIn(all)!)
    for (const patch of patches) {
      const [written] = versionsOf(answerIn(patch)!)
      const stands = live.some(({ at, by }) => at === written!.at && by === written!.by)
      const saw = patches.some(other => other !== patch && answerIn(other)!.by + answerIn(other)!.at !== written!.by + written!.at && knows(answerIn(other)!, written!))
      assert.ok(stands || saw, `${written!.value} by ${written!.by} at ${written!.at} is nowhere`)
    }
  }), { numRuns: 300 })
})

test('with pages from before among them all end up with the same', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 30 }), deeds => {
    const { tabs } = play(deeds, ['va', 'told', 'vc', 'tolder'])
    for (let round = 0; round < 2; round++) for (const one of tabs) for (const other of tabs) one.hear(other.book)
    for (const one of tabs) assert.deepEqual(facts(one.book), facts(tabs[0]!.book))
  }), { numRuns: 200 })
})

test('an entry that many pages wrote in one after the other stays small', () => {
  const book = emptyWorkbook('w1')
  for (let i = 0; i < 100; i++) tab(`v${i}`, 1000 * i, book).write(`day ${i}`)
  assert.deepEqual(texts(book), ['day 99'])
  assert.ok(pack(book).length < 700, pack(book))
})

/**
 * Two people type words into the same field, each in a tab, as `form.ts` lets them: what they typed stays in their field as
 * long as they type. Between them the store of the computer, which takes changes one after the other, and journals of killed pages.
 */
test('two tabs that type into the same field at once lose no word: it stands in the field or beside it, in both', () => {
  const act = fc.record({ tab: fc.nat(1), what: fc.constantFrom('type', 'type', 'type', 'write', 'write', 'hear', 'kill', 'leave') })
  fc.assert(fc.property(fc.array(act, { maxLength: 60 }), acts => {
    const stored: string[] = []
    const journals: string[] = []
    const typedWords: string[] = []
    let pages = 0
    const open = () => {
      const page = { ...tab(`v${pages++}x`, 1000 + pages), heard: 0, unwritten: emptyWorkbook('w1'), typing: undefined as Answer | undefined, shown: '' }
      read(page)
      for (const left of journals.splice(0)) {
        page.hear(unpack(left))
        merge(page.unwritten, unpack(left))
      }
      show(page)
      return page
    }
    type Page = Omit<ReturnType<typeof tab>, never> & { heard: number, unwritten: Workbook, typing: Answer | undefined, shown: string }
    function read (page: Page): void {
      for (; page.heard < stored.length; page.heard++) page.hear(unpack(stored[page.heard]!))
      show(page)
    }
    function show (page: Page): void {
      const answer = answerIn(page.book)
      if (page.typing === undefined || answer === undefined || !knows(answer, page.typing)) page.shown = answer?.value ?? ''
    }
    function put (page: Page): void {
      if (answerIn(page.unwritten) === undefined) return
      read(page)
      stored.push(pack(page.unwritten))
      page.heard++
      page.unwritten = emptyWorkbook('w1')
    }
    const two: Page[] = [open(), open()]
    for (const { tab: at, what } of acts) {
      const page = two[at]!
      if (what === 'type') {
        const word = `word${typedWords.length}`
        typedWords.push(word)
        page.shown = `${page.shown} ${word}`.trim()
        merge(page.unwritten, page.write(page.shown, { over: page.typing }).patch)
        page.typing = answerIn(page.book)
      } else if (what === 'write') put(page)
      else if (what === 'hear') read(page)
      else if (what === 'kill') {
        if (answerIn(page.unwritten) !== undefined) journals.push(pack(page.unwritten))
        two[at] = open()
      } else {
        page.typing = undefined
        show(page)
      }
    }
    for (const page of two) put(page)
    for (const page of two) read(page)
    const reloaded = open()
    for (const { book } of [...two, reloaded]) {
      const standing = texts(book).join(' ').split(' ')
      for (const word of typedWords) assert.ok(standing.includes(word), `${word} is not in ${JSON.stringify(texts(book))}`)
      assert.deepEqual(facts(book), facts(reloaded.book))
    }
  }), { numRuns: 1500 })
})

const table = { id: 'map.rows', blankKeys: ['r1', 'r2'], canGrow: true }

/** A workbook whose cell `map.rows.r1.who` says one thing, and another beside it. */
function withBesideIn (cell: string): Workbook {
  const book = emptyWorkbook('w1')
  apply(book, [{ kind: 'answer', subject: agency, field: cell, value: 'Harbor' }], { at: 1, by: 'va' })
  const other = emptyWorkbook('w1')
  apply(other, [{ kind: 'answer', subject: agency, field: cell, value: 'Two Rivers' }], { at: 2, by: 'vb' })
  merge(book, other)
  return book
}

test('what stands beside goes with its answer: when its row is removed, with a part, with a tool that is taken out', () => {
  const book = withBesideIn('map.rows.r1.who')
  const whole = writeWorkbook(book)
  const { undo } = apply(book, removeRow(book, agency, table, 'r1'), { at: 5, by: 'va' })
  assert.doesNotMatch(writeWorkbook(book), /Harbor|Two Rivers/)
  assert.deepEqual(rowKeys(book, agency, table), ['r2'])
  apply(book, undo, { at: 6, by: 'va' })
  const [counts, beside] = versionsOf(book.subjects.get(agency)!.answers.get('map.rows.r1.who')!)
  assert.deepEqual([counts?.value, beside?.value], ['Two Rivers', 'Harbor'])

  const again = readWorkbook(whole)
  const taken = cutOut(again, { instrument: 'map' })
  assert.doesNotMatch(writeWorkbook(again), /Harbor|Two Rivers/)
  merge(again, taken)
  assert.equal(writeWorkbook(again), whole)
  assert.doesNotMatch(writeWorkbook(partOf(again, { instruments: new Set(['other']), subjects: new Set([agency]), notes: true })), /Harbor/)
  assert.match(writeWorkbook(partOf(again, { instruments: new Set(['map']), subjects: new Set([agency]), notes: true })), /Harbor/)
})

test('a row that one tab removed while another wrote in it is shown with what was written', () => {
  const [a, b] = [tab('va'), tab('vb')]
  a.change({ kind: 'answer', subject: agency, field: 'map.rows.r1.who', value: 'Harbor' })
  b.hear(a.book)
  b.change({ kind: 'answer', subject: agency, field: 'map.rows.r1.who', value: 'Harbor Street Bakery' })
  a.now.at = 9000
  a.change(...removeRow(a.book, agency, table, 'r1'))
  for (const [one, other] of [[a, b], [b, a]] as const) one.hear(other.book)
  for (const { book } of [a, b]) {
    assert.deepEqual(rowKeys(book, agency, table), ['r1', 'r2'])
    assert.deepEqual(textsBeside(book.subjects.get(agency)!.answers.get('map.rows.r1.who')!).map(({ value }) => value), ['Harbor Street Bakery'])
  }
})

test('what stands beside moves with a row that takes another key', () => {
  const made = (by: string, at: number): Workbook => {
    const book = emptyWorkbook('w1')
    apply(book, addRow(book, agency, table, { at, by }).edits, { at: at + 1, by })
    apply(book, [{ kind: 'answer', subject: agency, field: 'map.rows.r3.who', value: by, added: [`beside ${by}`] }], { at: at + 2, by })
    return book
  }
  const [a, b] = [made('va', 100), made('vb', 200)]
  merge(a, unpack(pack(b)))
  merge(b, a)
  for (const book of [a, b]) {
    const cells = [...book.subjects.get(agency)!.answers.values()].map(answer => versionsOf(answer).map(({ value }) => value))
    assert.deepEqual(cells.sort(), [['va', 'beside va'], ['vb', 'beside vb']])
  }
})

test('a text beside is told where it says something else, word for word, and each once', () => {
  const said = (value: string, ...added: string[]): string[] => {
    const book = emptyWorkbook('w1')
    const { patch } = apply(book, [{ kind: 'answer', subject: agency, field, value, added }], { at: 5, by: 'va' })
    return textsBeside(answerIn(patch)!).map(version => version.value)
  }
  assert.deepEqual(said('Harbor Street Bakery', 'Harbor', ' Harbor\nStreet ', '', 'Street', 'Harb', 'Street'), ['Street', 'Harb'])
  assert.deepEqual(said('', 'Harbor', 'Harbor', ''), ['Harbor'])
  assert.deepEqual(said('not-yet', 'not'), ['not'])
})

test('a workbook that holds nothing but a text beside an emptied answer is not empty', () => {
  const book = emptyWorkbook('w1')
  apply(book, [{ kind: 'answer', subject: agency, field, value: '', added: ['Harbor'] }], { at: 5, by: 'va' })
  assert.equal(isEmpty(book), false)
})

test('texts that are put beside at once each have a moment of their own, before that of the text that counts', () => {
  const { patch } = tab('va').write('counts', { added: ['one', 'two', 'counts'] })
  const moments = versionsOf(answerIn(patch)!).map(({ at }) => at)
  assert.equal(new Set(moments).size, 4)
  assert.ok(moments.slice(1).every(at => at < moments[0]! && at > moments[0]! - 1))
})
