/**
 * What the browser knows of the guide: written by the build (`src/Toolkit/Writing/Html/GuideData.cs`) as
 * `assets/guide.HASH.js`, loaded on use. One shape, two homes: change both.
 */
export interface Guide {
  /** Version of the guide's content, such as `2026-11`. */
  version: string
  title: string
  instruments: InstrumentDefinition[]
  documents: DocumentDefinition[]
}

/** Where kinds differ, a `switch` names them all and has no default: the compiler then finds every place which a new one concerns. */
export type FieldKind = 'text' | 'long' | 'choice' | 'check' | 'date'

/** What a table is for, where its author says so: `src/Toolkit/Model/TableRole.cs` says what each role and mark means. */
export type TableRole = 'plan' | 'map'

/**
 * What a column holds, or `due` of a day outside of tables, where its author says so. `main` is what a row shows at once, `done` the
 * tick by which none of a row's days is due any more.
 */
export type Mark =
  | 'main' | 'done' | 'what' | 'first-step' | 'owner' | 'due' | 'status' | 'partners'
  | 'name' | 'category' | 'closeness' | 'level' | 'known-by' | 'introducer' | 'strengths' | 'gain' | 'offer' | 'languages' | 'serves'
  | 'agreement' | 'review' | 'next-step' | 'checked'
  | 'verdict' | 'decided' | 'decided-by'
  | 'asks-open' | 'asks-alike' | 'asks-way'

export interface Option { id: string, label: string, value?: number }

/** One answerable part. Its answer is text; see `answers.ts` for how each kind is written. */
export interface FieldDefinition {
  /** Field id, such as `partner-vetting.background-checks.answer`; in a table, the column's segment alone. */
  id: string
  kind: FieldKind
  label: string
  marks?: Mark[]
  options?: Option[]
  /** Eight hexadecimal digits that change with the wording. */
  wording: string
}

export interface TableDefinition {
  /** `instrument.table`. */
  id: string
  label: string
  role?: TableRole
  columns: FieldDefinition[]
  /** Rows that the author names; a table has these or free rows, never both. */
  fixedRows?: { key: string, label: string }[]
  /** Heading over the names of such rows. */
  rowHeading?: string
  /** How many free rows a blank form shows: keys r1 … rN. */
  blankRows: number
}

/** A part of an instrument in reading order. */
export type PartDefinition =
  | { field: FieldDefinition, item: string }
  | { table: TableDefinition }

export interface ItemDefinition {
  id: string
  /** The question, in plain text. */
  label: string
  critical?: true
  /** What is to be done about it, as a step of the plan begins. */
  step?: string
}

export interface InstrumentDefinition {
  id: string
  kind: 'checklist' | 'assessment' | 'worksheet'
  title: string
  /** Address of its tool page from the site's root. */
  page: string
  principle?: 1 | 2 | 3 | 4
  /** Present where it is answered once per partner; documents then open with a field `instrument.partner`. */
  perPartner?: true
  parts: PartDefinition[]
  /** Assessments and checklists: groups of items, each with a score of its own in an assessment. */
  domains?: { id: string, title: string, items: ItemDefinition[] }[]
  scale?: { options: Option[], notApplicable?: Option }
  /** Worksheets that become a running text: what it is called, and its headings with the first of `parts` under each. */
  draft?: { title: string, sections: { title: string, from: number }[] }
}

export interface DocumentDefinition {
  /** File name without ending. */
  id: string
  /** Six characters: Word bookmarks are `tk_CODE_SERIAL`. */
  code: string
  title: string
  kind: 'chapter' | 'instrument' | 'guide'
  /** Instruments that stand in it in full, in order. */
  instruments: string[]
  /** Field ids of the blank document by serial, counted from 1; '' where a field is gone. */
  serials: string[]
}

/**
 * By which words the other languages of the guide call what is asked, for files in them: written by the build
 * (`src/Toolkit/Writing/Html/LabelData.cs`) where a site has several languages, loaded when a file is read.
 */
export interface GuideLabels {
  /** The guide's first language: files that do not say theirs are in it. */
  first: string
  others: LanguageLabels[]
}

export interface LanguageLabels {
  /** Its tag. */
  language: string
  /** By id of a tick or a table; of a column, `instrument.table.column`; of a row with a name, `instrument.table:key`. */
  labels: Record<string, string>
  /** Options of scales and lists, each label by its id. */
  sets: Record<string, string>[]
  /** Which set a field or a column offers, by its id. */
  options: Record<string, number>
}
