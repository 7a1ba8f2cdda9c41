import type { TablesApi } from './api.ts'
import { csv } from './csv.ts'
import { xlsx } from './xlsx.ts'

declare const toolkit: { provide (name: string, value: unknown): void }

const tables: TablesApi = { csv, xlsx }
toolkit.provide('tables', tables)
