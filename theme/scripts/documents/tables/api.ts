declare global {
  interface Provided { tables: TablesApi }
}

/** What the tables script provides as `tables`: files for people who work on with a spreadsheet. Pure: data in, bytes out. */
export interface TablesApi {
  /** Comma-separated values in UTF-8 with its mark, which Excel needs; lines end as RFC 4180 says. */
  csv (table: Table): Uint8Array<ArrayBuffer>
  /** A workbook with a sheet for each table. */
  xlsx (tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>>
}

export interface Table {
  /** Name of the sheet; shortened, and told apart, where it has to be. */
  title: string
  /** Headings. */
  columns: readonly string[]
  /** Cells as people read them; only real numbers are numbers. */
  rows: readonly (readonly (string | number)[])[]
}
