import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookWith, guideWithMap } from '../workbook/testing/map.ts'
import { writeMap } from './report.ts'

test('the map is told as a board, in Word and in a spreadsheet', () => {
  const mapGuide = guideWithMap(['Employers', 'Schools'])
  const { docx, tables: [board, told] } = writeMap(mapGuide, bookWith([{ name: 'A', sector: 0, tie: 3, introducer: 'board chair' }, { name: 'B', sector: 0, tie: 3 }, { name: 'C', tie: 0 }]))
  assert.equal(docx!.content.texts['shows'], 'You know somebody in 1 of 2 sectors; nobody yet in Schools')
  assert.deepEqual(docx!.content.rows['sector']!.map(({ cells, rows }) => [cells['sector'], cells['count'], rows!['place']!.map(place => place.cells['organizations'])]), [
    ['Employers', '2', ['A (board chair can introduce us)\nB']], ['Schools', 'nobody yet', []], ['No sector said', '1', ['C']]])
  assert.deepEqual(board!.columns, ['category', 'Working together', 'In conversation', 'Met once', 'Know of them'])
  assert.deepEqual(board!.rows[0], ['Employers', '', '', '', 'A; B'])
  assert.deepEqual(told!.rows[0], ['1 sector is open', 'Schools', 'Ask each board member and colleague for one name.'])
})
