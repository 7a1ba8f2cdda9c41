import type { ReadDocument } from '../workbook/read-document.ts'
import { ownValue, plainName, same } from '../workbook/alike.ts'
import { compareRows, matchRows } from './compare-rows.ts'
import type { Against, Difference, Surroundings } from './difference.ts'
import { parseFieldId } from '../workbook/field-id.ts'
import { isFreeText } from '../workbook/field-kind.ts'
import type { GuideIndex } from '../workbook/guide-index.ts'
import { textFor } from '../workbook/text.ts'
import { agency, valueOf } from '../workbook/workbook.ts'

/**
 * Compares what a document was made with, what stands in it now and what this browser holds. An empty field proposes to
 * erase only where the file was made with an answer; where both sides changed, a person decides.
 */
export function compareDocument (read: ReadDocument, surroundings: Surroundings): Difference[] {
  const { index, book, subjectOf, nameOf } = surroundings
  const ofAnother = (subject: string): boolean => isOfAnother(read, subject, nameOf(subject))
  const from = origin(read, surroundings)
  const against: Against = { ...surroundings, leftFromHere: subject => from && !ofAnother(subject) }
  const rows = matchRows(read, against)
  const unsure = new Set(read.remarks.filter(({ kind }) => kind === 'cut' || kind === 'unsure' || kind === 'shown-otherwise').map(remark => remark.field))
  const differences: Difference[] = []
  for (const [field, inFile] of Object.entries(read.answers)) {
    const segments = parseFieldId(field)
    // Whom an instrument that the guide dropped is about is no answer.
    if (segments === null || (segments.length === 2 && segments[1] === 'partner' && index.instrument(segments[0]!) === undefined)) continue
    const subject = subjectOf(segments[0]!)
    if (subject === null) continue
    const row = `${subject} ${field.slice(0, field.lastIndexOf('.'))}`
    const here = segments.length === 4 ? rows.keys.get(row) : undefined
    if (here === null) continue
    const own = here === undefined ? field : `${here}.${segments[3]}`
    const fit = (text: string): string => textFor(index.field(own)?.definition.kind, text)
    const madeWith = read.metadata === null ? null : fit(ownValue(read.metadata.values, field) ?? '')
    const found = compareAnswer({
      field: own, subject, inFile: fit(inFile), here: fit(valueOf(book, subject, own)), madeWith,
      wording: ownValue(read.metadata?.wording, segments.length === 4 ? `${segments[0]}.${segments[1]}.${segments[3]}` : field)
    }, index, against)
    if (found === null) continue
    const added = rows.added.get(`${subject} ${own.slice(0, own.lastIndexOf('.'))}`)
    if (added !== undefined) found.edits.unshift(added)
    // Where only a part was read, or it is not sure, nobody is advised to put it in the place of the whole.
    if (unsure.has(field) && found.here !== '') found.proposed = false
    // Nobody wrote this about the partner that was chosen.
    if (madeWith !== null && same(found.inFile, madeWith) && ofAnother(subject)) found.proposed = false
    // Somebody wrote over the row here, and nobody changed it in the file.
    if (rows.untouched.has(row) && against.leftFromHere(subject)) found.proposed = false
    differences.push({ ...found, from: field })
  }
  for (const [table, order] of Object.entries(read.rows)) differences.push(...compareRows(read, table, order, against, rows))
  return differences.sort((a, b) => Number(a.kind === 'older') - Number(b.kind === 'older'))
}

/** Whether the file was made with the answers about a partner, and that subject is another one. */
export function isOfAnother (read: ReadDocument, subject: string, name: string | null): boolean {
  const made = read.metadata?.partner
  return made !== undefined && subject !== agency && subject !== made.id && plainName(name ?? '') !== plainName(made.name)
}

/** Whether the file's partner is known here by its id, or most of what the file was made with in free words stands here in its place. */
function origin ({ metadata, answers }: ReadDocument, { index, book, subjectOf }: Surroundings): boolean {
  if (metadata?.partner !== undefined && book.partners.has(metadata.partner.id)) return true
  let most = 0
  for (const [field, text] of Object.entries(metadata?.values ?? answers)) {
    const kind = text === '' ? undefined : index.field(field)?.definition.kind
    if (!isFreeText(kind)) continue
    const subject = subjectOf(field.slice(0, field.indexOf('.')))
    most += subject !== null && same(textFor(kind, valueOf(book, subject, field)), textFor(kind, text)) ? 1 : -1
  }
  return most > 0
}

interface FromFile { field: string, subject: string, inFile: string, here: string, madeWith: string | null, wording: string | undefined }

function compareAnswer ({ field, subject, inFile, here, madeWith, wording }: FromFile, index: GuideIndex, { book, leftFromHere }: Against): Omit<Difference, 'from'> | null {
  if (same(inFile, here)) return null
  const known = index.field(field)
  // What a blank file was made with is known everywhere.
  const kind = kindOf(madeWith ?? '', inFile, here, book.subjects.get(subject)?.answers.has(field) === true, madeWith === '' || leftFromHere(subject))
  if (kind === null) return null
  const present = known?.definition.wording
  const meant = wording ?? present
  return {
    kind, subject, field, madeWith, inFile, here,
    label: known?.label ?? field,
    reworded: wording !== undefined && present !== undefined && wording !== present,
    unknown: known === undefined,
    proposed: kind === 'new' || kind === 'changed',
    edits: [{ kind: 'answer', subject, field, value: inFile, ...(meant !== undefined && { wording: meant }) }]
  }
}

/**
 * @param answered Whether the question was ever answered here; then emptiness here is a decision.
 * @param shared Whether this browser, too, began with what the file was made with.
 */
function kindOf (base: string, inFile: string, here: string, answered: boolean, shared: boolean): Difference['kind'] | null {
  if (same(inFile, base)) return inFile === '' ? null : !answered ? 'new' : shared ? 'older' : 'differs'
  if (same(here, base)) return inFile === '' ? 'emptied' : base === '' ? 'new' : 'changed'
  if (!answered && inFile !== '') return 'new'
  return shared ? 'conflict' : 'differs'
}
