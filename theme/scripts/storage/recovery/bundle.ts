import { recovery } from './recovery.ts'

window.toolkit?.provide('recovery', recovery)
