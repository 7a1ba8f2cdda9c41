import { firstPartner } from '../words/frame.ts'
import { plainName } from './alike.ts'
import type { Partner, Workbook } from './workbook.ts'

/**
 * What a partner was called whom nobody had named, in every version and every language that was ever published. Documents know
 * such a partner by this text alone, and so do workbooks from before `givenName`: whatever stands here stays.
 */
const everGiven = ['First partner', 'Primer aliado']

/** Whether nobody has named the partner yet. */
export function isUnnamed ({ name, givenName }: Pick<Partner, 'name' | 'givenName'>): boolean {
  return givenName === undefined ? isGiven(name) : name !== '' && givenName === name
}

/** Whether a text is the name of all those whom nobody has named yet: two teams mean two by it. */
export function isGiven (name: string): boolean {
  return everGiven.some(given => plainName(given) === plainName(name))
}

/** What the partner is called on this page: whom nobody has named yet, in the language of the page. */
export function nameOf ({ name, givenName }: Pick<Partner, 'name' | 'givenName'>): string {
  // What a page gave it wrote letter by letter.
  return name !== '' && (givenName === undefined ? everGiven.includes(name) : givenName === name) ? firstPartner : name
}

/** What the partner of that id is called; undefined where there is none. */
export function nameIn (book: Workbook, id: string): string | undefined {
  const partner = book.partners.get(id)
  return partner && nameOf(partner)
}

/** What an edit says of a name that somebody wrote: that it is theirs, where it could be taken for one that a page gave. */
export function writtenName (name: string): { name: string, givenName?: string } {
  return { name, ...isGiven(name) && { givenName: '' } }
}
