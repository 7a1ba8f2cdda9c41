import { read } from '../read.ts'
import type { Reader } from './api.ts'

declare const toolkit: { provide (name: string, value: unknown): void }

const reader: Reader = { read }
toolkit.provide('reader', reader)
