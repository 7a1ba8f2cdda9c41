import { offerPlaces } from './places.ts'

declare global {
  interface Provided { 'storage-settings': KeepingApi }
}

/** What the script `storage-settings` provides. */
export interface KeepingApi {
  /** The choice where answers live; on the workbook page with files, erasing and the passphrase. */
  offerPlaces: typeof offerPlaces
}

const keeping: KeepingApi = { offerPlaces }

window.toolkit?.provide('storage-settings', keeping)
