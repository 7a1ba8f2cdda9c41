import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, type Edit } from './edit.ts'
import { merge } from './merge.ts'
import { addRow, moveRow, removeRow, rowKeys } from './rows.ts'
import { Clock } from './stamp.ts'
import { stepsBack, takeable } from './undo.ts'
import { agency, countAnswers, emptyWorkbook, partnersOf, valueOf } from './workbook.ts'

const table = { id: 'map.rows', blankKeys: ['r1', 'r2'], canGrow: true }
const who = (key: string): string => `map.rows.${key}.who`
const answer = (field: string, value: string, subject = agency): Edit => ({ kind: 'answer', subject, field, value })

function tab (name: string, from = 1000) {
  const book = emptyWorkbook('w1')
  const clock = new Clock(name, () => from)
  const change = (...edits: Edit[]) => {
    const { patch, undo } = apply(book, edits, clock.next())
    const steps = stepsBack(book, undo)
    return {
      patch,
      /** How many steps were left. */
      takeBack: (): number => {
        const edits = takeable(book, steps)
        apply(book, edits, clock.next())
        return steps.length - edits.length
      }
    }
  }
  return {
    book, change,
    add: () => {
      const { key, edits } = addRow(book, agency, table, clock.next())
      return { key, ...change(...edits) }
    },
    rows: () => rowKeys(book, agency, table).map(key => valueOf(book, agency, who(key)))
  }
}

test('what was written on since a file was taken stays, the rest goes back', () => {
  const a = tab('a')
  a.change(answer('map.by', 'before'))
  const { takeBack } = a.change(answer('map.goal', 'From the file.'), answer('map.by', 'from the file'))
  a.change(answer('map.goal', 'From the file. And two more sentences.'))
  assert.equal(takeBack(), 1)
  assert.equal(valueOf(a.book, agency, 'map.goal'), 'From the file. And two more sentences.')
  assert.equal(valueOf(a.book, agency, 'map.by'), 'before')
})

test('an entry that one change writes twice goes back all the way', () => {
  const a = tab('a')
  a.change(answer('map.goal', 'before'))
  const row: Edit = { kind: 'row', subject: agency, table: 'map.rows', key: 'r3', place: 3, born: '5-x' }
  const { takeBack } = a.change(answer('map.goal', 'once'), answer('map.goal', 'twice'), answer(who('r3'), 'x'), row, answer('map.rows.r3.what', 'y'), row)
  assert.equal(takeBack(), 0)
  assert.equal(valueOf(a.book, agency, 'map.goal'), 'before')
  assert.deepEqual(a.rows(), ['', ''])
})

test('the first move of a row is undone', () => {
  const a = tab('a')
  a.change(answer(who('r1'), 'first'), answer(who('r2'), 'second'))
  const { takeBack } = a.change(...moveRow(a.book, agency, table, 'r1', 1))
  assert.deepEqual(a.rows(), ['second', 'first'])
  assert.equal(takeBack(), 0)
  assert.deepEqual(a.rows(), ['first', 'second'])
})

test('a removed row comes back under the key that it has by then, and the row that took its key stays', () => {
  const [a, b] = [tab('a', 1000), tab('b', 1500)]
  const older = a.add()
  const typed = a.change(answer(who(older.key), 'Harbor, tab A'))
  const newer = b.add()
  assert.equal(newer.key, older.key)
  b.change(answer(who(newer.key), 'College, tab B'))
  const { takeBack } = b.change(...removeRow(b.book, agency, table, newer.key))
  for (const { patch } of [older, typed]) merge(b.book, patch)
  assert.equal(takeBack(), 0)
  assert.deepEqual(b.rows().sort(), ['', '', 'College, tab B', 'Harbor, tab A'])
})

test('a new row stays where something was written in it since, and so does a new partner', () => {
  const a = tab('a')
  const added = a.add()
  a.change(answer(who(added.key), 'Typed since'))
  assert.equal(added.takeBack(), 1)
  assert.equal(a.book.subjects.get(agency)!.rows.get('map.rows')!.get(added.key)!.removed, undefined)

  const taken = a.change({ kind: 'partner', id: 'p1', name: 'Bakery' }, answer('vetting.terms.answer', 'mostly', 'p1'), answer('vetting.terms.note', 'a note', 'p1'))
  a.change(answer('vetting.terms.note', 'a note, written on', 'p1'))
  assert.equal(taken.takeBack(), 2)
  assert.equal(valueOf(a.book, 'p1', 'vetting.terms.answer'), '')
  assert.deepEqual(partnersOf(a.book).map(p => p.name), ['Bakery'])

  const second = a.change({ kind: 'partner', id: 'p2', name: 'College' }, answer('vetting.terms.answer', 'mostly', 'p2'))
  assert.equal(second.takeBack(), 0)
  assert.deepEqual(partnersOf(a.book, true).map(p => p.name), ['Bakery'])
  assert.equal(countAnswers(a.book, 'p2'), 0)
})
