import type { Page } from '../page/page.ts'

/** A table, and what brings rows into it. */
export interface Where {
  table: HTMLTableElement
  /** The buttons below it. */
  buttons: HTMLElement
  page: Page
  /** Whom the rows are about; null where nobody is chosen. @param make Whether the first partner is made for them. */
  subject: (make: boolean) => string | null
}

/** What was pasted, and into which field. */
export interface Pasted { text: string, field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement }
