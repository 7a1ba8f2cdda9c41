import { askToClose } from './close-round.ts'
import { offerFromFile } from './from-file.ts'
import { writeRounds } from './round-report.ts'
import { startRounds } from './rounds.ts'
import { startTogether } from './views.ts'

declare global {
  interface Provided { together: TogetherApi }
}

/** What the script `together` provides: rounds, and what became of answers between two of them. */
export interface TogetherApi {
  /** The part of the workbook page that lists rounds and compares them. */
  startRounds: typeof startRounds
  /** The part of the workbook page with the views of colleagues. */
  startTogether: typeof startTogether
  /** Asks for name and day, and closes the round. */
  askToClose: typeof askToClose
  /** What a workbook file that somebody opened holds of rounds, or can be kept as one. */
  offerFromFile: typeof offerFromFile
  /** A comparison as a file tells it. */
  writeRounds: typeof writeRounds
}

const together: TogetherApi = { startRounds, startTogether, askToClose, offerFromFile, writeRounds }

window.toolkit?.provide('together', together)
