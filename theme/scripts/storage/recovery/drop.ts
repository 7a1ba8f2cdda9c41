import { emptyWorkbook } from '../../workbook/workbook.ts'
import type { State, Writing } from '../state.ts'

/** Drops what is not written yet, and waits for what is being written. */
export async function drop (state: State, writer: Writing): Promise<void> {
  writer.stopWaiting()
  await writer.after(async () => {})
  state.unwritten = emptyWorkbook('')
  delete document.documentElement.dataset['unwritten']
}
