import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Question } from '../workbook/meetings.ts'
import { asked } from '../workbook/testing/met.ts'
import { pressOf, type Focus, type Pressed } from './keys.ts'

const press = (key: string, question: Question, focus: Focus = 'elsewhere', more: Partial<Pressed> = {}): unknown =>
  pressOf({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more }, focus, question)

test('digits agree on an answer, from the lowest up, and 0 on what does not apply', () => {
  const [question] = asked() as [Question]
  assert.deepEqual(['1', '4', '0'].map(key => press(key, question)), ['not-yet', 'in-place', 'does-not-apply'].map(option => ({ act: 'agree', option })))
  assert.deepEqual(['5', '9', '12', 'F1', ' ', 'Enter', 'x'].map(key => press(key, question)), Array.from({ length: 7 }, () => null))
  const [told] = asked('ready') as [Question]
  assert.deepEqual(['1', '2', '3', '0'].map(key => press(key, told)), [{ act: 'agree', option: 'no' }, { act: 'agree', option: 'yes' }, null, null])
  for (const count of [2, 5, 7]) {
    const scale = { ...question, options: Array.from({ length: count }, (_, i) => ({ id: `o${i + 1}`, label: '' })) }
    assert.deepEqual(press(String(count), scale), { act: 'agree', option: `o${count}` })
    assert.equal(press(String(count + 1), scale), null)
  }
})

test('letters show, park and go on, large or small; the left arrow goes back', () => {
  const [question] = asked() as [Question]
  assert.deepEqual(['s', 'P', 'n', 'ArrowLeft'].map(key => press(key, question)), ['show', 'park', 'next', 'back'].map(act => ({ act })))
})

test('no key does anything in a text, with another key, or held down; among answers the arrows belong to these', () => {
  const [question] = asked() as [Question]
  for (const key of ['1', 's', 'n', 'ArrowLeft']) {
    assert.equal(press(key, question, 'text'), null)
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }]) assert.equal(press(key, question, 'elsewhere', more), null)
  }
  assert.equal(press('ArrowLeft', question, 'choice'), null)
  assert.deepEqual(press('2', question, 'choice'), { act: 'agree', option: 'starting' })
})
