import type { PartnerChoice } from './partner-choice.ts'
import type { Session } from '../storage/session.ts'

/** Brings something back; false where it could not, and what to say where something stays as it is. */
export type Undo = () => unknown

/** What every part of a page is given. */
export interface Page {
  readonly session: Session
  /** Relative path to the site's root. */
  readonly root: string
  /** Address of the workbook page, at the choice where answers live; empty, and so this page, on a site without one. */
  readonly keeping: string
  readonly partner: PartnerChoice
  load<N extends keyof Provided & string>(name: N): Promise<Provided[N]>
  /** Says what was done, calmly, with a way back where there is one. */
  notice (text: string, undo?: Undo): void
}

/** Starts one part of a page. */
export type StartPart = (element: HTMLElement, page: Page) => void | Promise<void>
