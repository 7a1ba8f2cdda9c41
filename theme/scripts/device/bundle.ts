import type { StartPart } from '../page/page.ts'
import { wear } from '../page/sheet.ts'
import { startDevice } from './part.ts'

declare global {
  interface Provided { device: DeviceApi }
}

/** What the script `device` provides. */
export interface DeviceApi {
  parts: Readonly<Record<string, StartPart>>
}

const device: DeviceApi = {
  parts: {
    device: async (element, page) => {
      await wear('device', page)
      await startDevice(element)
    }
  }
}

window.toolkit?.provide('device', device)
