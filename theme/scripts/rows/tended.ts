import type { Page } from '../page/page.ts'

/** A table that grows, as its form lets other scripts work on it. */
export interface TendedTable {
  readonly table: HTMLTableElement
  readonly page: Page
  /** Whom its rows are about; null where nobody is chosen. @param make Whether the first partner is made for them. */
  readonly subject: (make: boolean) => string | null
  /**
   * Shows these rows first, in this order, and hides others of `known`; rows that come later stand at the end. Null shows all as they are stored.
   */
  readonly arrange: (view: { shown: readonly string[], known: readonly string[] } | null) => void
  /** Opens the place where a list comes in. */
  readonly bring: () => void
  /** The rows that are made already, by key. */
  readonly rows: () => Map<string, HTMLTableRowElement>
}
