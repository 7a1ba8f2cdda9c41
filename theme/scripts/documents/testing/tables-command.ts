import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csv } from '../tables/csv.ts'
import { xlsx } from '../tables/xlsx.ts'

const [folder, ...cells] = process.argv.slice(2) as [string, ...string[]]
const table = { title: 'A table', columns: ['What', 'Number'], rows: cells.map((cell, i) => [cell, i + 0.5]) }
writeFileSync(join(folder, 'table.csv'), csv(table))
writeFileSync(join(folder, 'table.xlsx'), await xlsx([table, { ...table, title: 'Another' }]))
