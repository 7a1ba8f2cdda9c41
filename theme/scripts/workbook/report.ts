/** What a file tells of the workbook. */
export type Report =
  /** Where the agency stands, or where one partner does, by one assessment. */
  | { kind: 'results', instrument: string, partner: string | null }
  /** Partners side by side in one assessment. */
  | { kind: 'comparison', instrument: string, partners: readonly string[], onlyDifferences: boolean }
  /** The action plan; `steps` are the keys of the steps to show, in order. */
  | { kind: 'plan', steps: readonly string[] }
  /** All answers. */
  | { kind: 'everything' }
  /** One table of a worksheet, by `instrument.table`. */
  | { kind: 'table', table: string, partner: string | null }

/** A worksheet as a running text; `partner` is whom it is about, by the name that people see, and null where it is about none. */
export interface Draft { kind: 'draft', instrument: string, partner: { id: string, name: string } | null }

export type ReportFormat = 'docx' | 'xlsx' | 'csv'
