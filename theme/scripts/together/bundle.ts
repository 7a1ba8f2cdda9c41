import type { StartPart } from '../page/page.ts'
import { askToClose } from './close-round.ts'
import { offerFromFile } from './from-file.ts'
import { offerView, readyToOffer } from './from-read-back.ts'
import { startRounds } from './rounds.ts'
import { startTogether } from './views.ts'

declare global {
  interface Provided { together: TogetherApi }
}

/** What the script `together` provides: rounds, and what became of answers between two of them. */
export interface TogetherApi {
  parts: Readonly<Record<string, StartPart>>
  /** Asks for name and day, and closes the round. */
  askToClose: typeof askToClose
  /** What a workbook file that somebody opened holds of rounds, or can be kept as one. */
  offerFromFile: typeof offerFromFile
  /** A file that somebody opened, as a view beside ours. */
  offerView: typeof offerView
  /** Loads what that needs, so that it stands there at once. */
  readyToOffer: typeof readyToOffer
}

const together: TogetherApi = { parts: { rounds: startRounds, together: startTogether }, askToClose, offerFromFile, offerView, readyToOffer }

window.toolkit?.provide('together', together)
