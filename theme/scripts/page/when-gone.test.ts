import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from '../storage/session.ts'
import type { Change } from '../storage/status.ts'
import { emptyWorkbook } from '../workbook/workbook.ts'
import { whenGone } from './when-gone.ts'

test('what was locked or erased is forgotten at once, and once; what was typed or saved is not', () => {
  const told: string[] = []
  const listeners: ((change: Change) => void)[] = []
  const session = { book: emptyWorkbook('a'), listen (listener: (change: Change) => void) { listeners.push(listener) } }
  whenGone(session as unknown as Session, () => { told.push(session.book.id) })
  const emit = (change: Change): void => { for (const listener of listeners) listener(change) }
  emit('typed')
  emit('status')
  // Read again, it is the same workbook.
  session.book = emptyWorkbook('a')
  emit('elsewhere')
  assert.deepEqual(told, [])
  session.book = emptyWorkbook('b')
  emit('elsewhere')
  emit('erased')
  assert.deepEqual(told, ['b'])
})
