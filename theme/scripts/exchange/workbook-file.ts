import { el } from '../page/dom.ts'
import type { Edit } from '../workbook/edit.ts'
import { compareInTurns, givenWith } from '../compare/compare-workbooks.ts'
import type { Guide } from '../workbook/guide.ts'
import { GuideIndex } from '../workbook/guide-index.ts'
import { isMeeting } from '../workbook/meeting-id.ts'
import { textFor } from '../workbook/text.ts'
import { nameFromFile, partnersHere } from '../compare/whom.ts'
import { isUnnamed, nameOf } from '../workbook/unnamed.ts'
import { atOnce, type Turns } from '../workbook/turns.ts'
import { agency, partnersOf, planSubject, type Workbook } from '../workbook/workbook.ts'
import type { Shown } from './document-file.ts'
import { isOtherView, offerBeside } from './beside.ts'
import { Offer, type Compared } from './offer.ts'
import { fromTheFile, outcome, recognized } from './sentences.ts'

/** What a partner of the file is called here, in the language of the page where nobody has named it. */
function shownName (names: ReadonlyMap<string, string>, subject: string, book: Workbook): string | null {
  const name = names.get(subject)
  const partner = book.partners.get(subject)
  return name === undefined ? null : partner?.name === name ? nameOf(partner) : name
}

/** Shows in what a workbook file differs. Returns in a sentence what came of it. @param rest Does long work in turns. */
export async function showWorkbook (other: Workbook, guide: Guide, { box, page, file, focus }: Shown, rest: <T>(turns: Turns<T>) => Promise<T>): Promise<string> {
  const { session } = page
  const index = new GuideIndex(guide)
  // Only the guide knows which fields are of one line.
  for (const { answers } of other.subjects.values()) {
    for (const [field, answer] of answers) answer.value = textFor(index.field(field)?.definition.kind, answer.value)
  }
  box.append(el('p', {}, recognized('workbook', guide.title, other.guide)))
  const subjects = new Map([[agency, agency], [planSubject, planSubject]])
  const comparing = function * (): Turns<Compared> {
    const names = new Map<string, string>()
    const added = new Map<string, Edit>()
    const here = partnersHere(session.book)
    for (const partner of partnersOf(other, true)) {
      const known = here(partner)
      const id = known?.id ?? partner.id
      const name = known === undefined ? nameFromFile(partner.name, session.book, fromTheFile) : isUnnamed(partner) ? known.name : partner.name
      subjects.set(partner.id, id)
      names.set(id, name)
      if (known === undefined) added.set(id, { kind: 'partner', id, name, ...givenWith(partner, name), ...(partner.archived && { archived: true as const }) })
    }
    return { differences: yield * compareInTurns(session.book, other, index, subjects, names), added, nameOf: subject => shownName(names, subject, session.book) }
  }
  const place = el('div')
  const beside = el('div')
  box.append(place, beside)
  const compared = await rest(comparing())
  if (isOtherView(compared.differences, index)) place.before(beside)
  const said = outcome(new Offer(place, page, index, () => atOnce(comparing()), () => {}, other).show(focus, compared))
  // What they add can wait: the differences are what the file was opened for.
  if ([...other.subjects.keys()].some(isMeeting)) page.load('meeting').then(meeting => { meeting.offerMeetings(box, other, subjects, page) }).catch(console.error)
  if (compared.differences.length > 0) offerBeside(beside, { book: other }, file, page)
  page.load('together').then(async together => { await together.offerFromFile(box, other, subjects, page) }).catch(console.error)
  return said
}
