import { merge } from '../workbook/merge.ts'
import { unpack } from '../workbook/pack.ts'
import type { State } from './state.ts'
import type { Message } from './tabs.ts'
import type { Writer } from './writer.ts'

/** What another tab said. */
export async function hear (state: State, writer: Writer, message: Message): Promise<void> {
  const { status } = state
  if (state.ended || !state.onComputer || status.trouble === 'newer') return
  if (message.kind === 'locked') {
    // What was typed just before is kept, where the key is still the same; else it stays in the journal.
    if (status.lock !== 'locked') await writer.write()
    writer.lock()
  } else if (message.kind === 'wrote') {
    if (status.lock === 'locked' || message.revision <= state.revision) return
    if (message.revision > state.revision + 1) { await writer.join(); return }
    const changes = unpack(message.changes, state.clock.seen)
    state.revision = message.revision
    state.changes++
    if (merge(state.book, changes)) state.emit('elsewhere')
  } else {
    await (await state.recovery()).hear(state, writer, message)
  }
}

/** Looks whether what is kept is still there, and reads all again where another tab wrote since. */
export async function catchUp (state: State, writer: Writer): Promise<void> {
  const { status } = state
  if (state.ended || status.lock === 'locked' || status.trouble !== null) return
  try {
    if (!state.onComputer) {
      if (state.cleared) state.lose()
    } else if (((await state.computer?.head())?.revision ?? 0) !== state.revision) await writer.join()
  } catch (error) {
    state.fail(error)
  }
}
