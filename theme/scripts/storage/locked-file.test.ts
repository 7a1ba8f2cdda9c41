import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asLockedFile, lockText, unlockText } from './locked-file.ts'

const refused = (reason: string) => ({ name: 'WorkbookRefused', reason })

test('a locked file opens with its passphrase alone', async () => {
  const file = asLockedFile(await lockText('answers', 'four plain words here'))
  assert.ok(file !== null)
  assert.equal(await unlockText(file, 'four plain words here'), 'answers')
  assert.equal(await unlockText(file, 'four other words here'), null)
})

test('a locked file that is newer or damaged is refused as such, and what is none is left to others', async () => {
  const whole = await lockText('answers', 'four plain words here')
  assert.throws(() => asLockedFile(whole.replace('"version": 1', '"version": 2')), refused('newer'))
  assert.throws(() => asLockedFile(whole.slice(0, -9)), refused('damaged'))
  assert.throws(() => asLockedFile(whole.replace('"salt"', '"pepper"')), refused('damaged'))
  assert.throws(() => asLockedFile(whole.replace(/"iterations": \d+/, '"iterations": 1e12')), refused('damaged'))
  for (const other of ['{}', 'null', '[]', '{"format":"partnership-toolkit-workbook","note":"partnership-toolkit-locked-workbook"}']) assert.equal(asLockedFile(other), null)
})
