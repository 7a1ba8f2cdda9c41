import type { Table } from '../documents/tables/api.ts'
import type { TemplateContent, TemplateId } from '../documents/templates/api.ts'

/** A report in words, before it is a file. Pure: the same workbook gives the same report. */
export interface Written {
  /** Beginning of the file's name: says nothing about anybody. */
  stem: string
  /** What completes a Word template; absent where only tables can be had. */
  docx?: { template: TemplateId, content: TemplateContent }
  /** For spreadsheets; the first one is what a CSV file holds. */
  tables: readonly Table[]
}

/** A report that who offers it writes: `reports` makes the file alone. */
export interface WrittenReport { kind: 'written', written: Written }
