import { changeLayers } from '../storage/keep-layers.ts'
import { keepMeetings, noteMeetings } from '../storage/keep-meetings.ts'
import { putBack, takeOut } from '../storage/moving.ts'
import { offerPlaces } from './places.ts'

declare global {
  interface Provided { 'storage-settings': KeepingApi }
}

/** What the script `storage-settings` provides. */
export interface KeepingApi {
  /** The choice where answers live; on the workbook page with files, erasing and the passphrase. */
  offerPlaces: typeof offerPlaces
  /** For what keeps rounds, views of colleagues and meetings: what changes them stands in one script. */
  changeLayers: typeof changeLayers
  keepMeetings: typeof keepMeetings
  noteMeetings: typeof noteMeetings
  takeOut: typeof takeOut
  putBack: typeof putBack
}

const keeping: KeepingApi = { offerPlaces, changeLayers, noteMeetings, keepMeetings, takeOut, putBack }

window.toolkit?.provide('storage-settings', keeping)
