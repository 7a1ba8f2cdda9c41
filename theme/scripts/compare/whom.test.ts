import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchPartner, nameFromFile, partnersHere } from './whom.ts'
import { emptyWorkbook, type Workbook } from '../workbook/workbook.ts'

function book (...names: string[]): Workbook {
  const made = emptyWorkbook('w')
  names.forEach((name, i) => made.partners.set(`p${i + 1}`, { id: `p${i + 1}`, name, added: i, at: 1, by: 'a' }))
  return made
}

test('a partner is known by the id with which the file was made, and by its name', () => {
  const known = book('Harbor Street Bakery', 'Two Rivers College')
  assert.deepEqual(matchPartner('Harbor Street Bakery', { id: 'p1', name: 'Harbor Street Bakery' }, known), { id: 'p1' })
  assert.deepEqual(matchPartner('two rivers college', undefined, known), { id: 'p2' })
  assert.deepEqual(matchPartner('Lantern Co-op', { id: 'p1', name: 'Harbor Street Bakery' }, known), { ask: 'Lantern Co-op', likely: 'p1' })
})

test('the partner whom two teams have not named yet is not one: the page asks', () => {
  const known = book('First partner')
  assert.deepEqual(matchPartner('First partner', { id: 'px', name: 'First partner' }, known), { ask: 'First partner', likely: null })
  assert.deepEqual(matchPartner('First partner', { id: 'p1', name: 'First partner' }, known), { id: 'p1' })
})

test('a partner whom nobody has named gets a name of its own beside another', () => {
  const fromFile = (name: string, n: number): string => `${name} (${n})`
  assert.equal(nameFromFile('First partner', book(), fromFile), 'First partner')
  assert.equal(nameFromFile('First partner', book('First partner'), fromFile), 'First partner (1)')
  assert.equal(nameFromFile('First partner', book('First partner', 'First partner (1)'), fromFile), 'First partner (2)')
  assert.equal(nameFromFile('Harbor Street Bakery', book('Harbor Street Bakery'), fromFile), 'Harbor Street Bakery')
})

test('whom nobody has named is in another workbook the one of that id alone', () => {
  const here = partnersHere(book('First partner', 'Harbor Street Bakery', 'harbor street  bakery'))
  assert.equal(here({ id: 'px', name: 'First partner', at: 1, by: 'b' }), undefined)
  assert.equal(here({ id: 'px', name: 'First partner', givenName: '', at: 1, by: 'b' }), undefined)
  assert.equal(here({ id: 'p1', name: 'First partner', at: 1, by: 'b' })?.id, 'p1')
  assert.equal(here({ id: 'px', name: ' Harbor street Bakery', at: 1, by: 'b' })?.id, 'p2')
  assert.equal(here({ id: 'p3', name: 'Harbor Street Bakery', at: 1, by: 'b' })?.id, 'p3')
})
