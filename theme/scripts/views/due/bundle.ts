import type { DueApi } from './api.ts'
import { startDue } from './due.ts'

const due: DueApi = { startDue }

window.toolkit?.provide('due', due)
