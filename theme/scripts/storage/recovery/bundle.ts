import type { Recovery } from '../state.ts'
import { recovery } from './recovery.ts'

declare global {
  interface Provided { recovery: Recovery }
}

window.toolkit?.provide('recovery', recovery)
