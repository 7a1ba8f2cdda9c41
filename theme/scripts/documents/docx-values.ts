import type { Place } from './docx-parts.ts'
import { placeholders } from './placeholders.ts'
import type { Found } from './values.ts'

/** Ours, and what Word itself puts into a control that is emptied. */
const empty = new RegExp(`^(?:${placeholders.join('|')}|choose an item\\.|click (?:or tap )?(?:here )?to enter (?:text|a date)\\.)$`, 'i')

/** Whether a text only asks for an answer. */
export function isPlaceholder (text: string): boolean {
  return empty.test(text.trim())
}

/** What stands at a place. */
export function foundAt (place: Place): Found {
  const { control, range } = place
  const inside = control?.content.text ?? ''
  const between = range?.text ?? ''
  const tagged = control?.known === true
  // Programs move the ends of a bookmark into or around a control without a tag: the longer text has it all, unless it holds
  // whole paragraphs, which may be the question too.
  const whole = inside.length >= between.length && (between === '' || control?.block !== true)
  const source = tagged || control?.repeated === true || whole ? control?.content : range
  const text = source?.text ?? ''
  const found: Found = { text: isPlaceholder(text) && (!tagged || control.showsPlaceholder) ? '' : text }
  if (source?.unsure === true) found.unsure = true
  if (control !== undefined) found.name = control.name
  if (control?.ticked !== undefined) found.ticked = control.ticked
  if (control?.labels !== undefined) found.labels = control.labels
  if (control?.date !== undefined) found.date = control.date
  if (place.after !== undefined) found.beside = place.after.text.trim()
  return found
}
