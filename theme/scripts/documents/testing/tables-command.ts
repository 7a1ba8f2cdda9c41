import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanText } from '../../workbook/text.ts'
import { csv } from '../tables/csv.ts'
import { xlsx } from '../tables/xlsx.ts'
import { allAtOnce, disguises } from './texts.ts'

const [folder, ...given] = process.argv.slice(2) as [string, ...string[]]
const cells = given.length > 0 ? given : [...disguises, ...disguises.map(text => `\0${text}\v_x000A_`), allAtOnce]
const table = { title: 'A table _x0041_', columns: ['What', 'Number'], rows: cells.map((cell, i) => [cell, i + 0.5]) }
writeFileSync(join(folder, 'table.csv'), csv(table))
writeFileSync(join(folder, 'table.xlsx'), await xlsx([table, { ...table, title: 'Another' }]))
writeFileSync(join(folder, 'cells.json'), JSON.stringify(cells.map(cleanText)))
