import type { Option } from '../workbook/guide.ts'
import { cleanText, textFor } from '../workbook/text.ts'
import { type DaysOf, daysFor } from './dates.ts'
import type { KnownField } from './fields.ts'
import { limits } from './limits.ts'
import type { ReadingRemark } from '../workbook/read-document.ts'

/** What stands in a field of a file. */
export interface Found {
  text: string
  /** Whether a tick is set, where the file says so apart from the text. */
  ticked?: boolean
  /** Labels that the file itself gives to options: id by label. */
  labels?: ReadonlyMap<string, string>
  /** The day that the file keeps behind the text, ISO 8601. */
  date?: string
  /** What stands behind it, where a label may. */
  beside?: string
  /** Whether the file keeps it in a way that is not read: the text is only shown. */
  unreadable?: boolean
  /** Whether something that is no text stands in it, too. */
  unsure?: boolean
  /** Whether the file shows another answer than it holds. */
  shownOtherwise?: boolean
  /** What the file calls the field. */
  name?: string
}

/** The answer in the workbook's writing; absent where it cannot be told, and then there is a remark. */
export interface Interpreted {
  value?: string
  remark?: ReadingRemark['kind']
}

const doneMarks = /^(?:[\u2611\u2612\u2705\u2713-\u2718\u25a0\u25cf\u25c9\uf052\uf053\xfe\uf0fc-\uf0fe]|x|yes|true|on|1|s[i\xed])$/i
/** A box that nobody ticked, in Word's own letters and in those of its picture fonts. */
export const openBox = /^[\u2610\u25a1\u25cb\uf06f\xa8\uf0a8]?$/
const openWords = /^(?:no|false|off|0)$/i

/** Characters whose meaning only a font knows. */
const privateUse = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/

/** Reads what stands in a field as an answer of its kind. `made` is the answer that the file was made with. */
export function interpret (field: KnownField | undefined, found: Found, made = '', days: DaysOf): Interpreted {
  const read = meaningOf(field, found, made, days)
  return found.shownOtherwise === true ? { remark: 'shown-otherwise', ...read } : read
}

function meaningOf (field: KnownField | undefined, found: Found, made: string, days: DaysOf): Interpreted {
  const fit = (text: string): string => textFor(field?.kind, text)
  const exact = fit(found.text)
  const text = cleanText(exact.trim())
  if (found.unreadable === true || (found.unsure === true && text === '' && found.ticked === undefined)) return { remark: 'unreadable' }
  switch (field?.kind) {
    case 'check': return tick(text, found.ticked)
    case 'choice': return text === '' ? { value: '' } : choice(field.options, text, found.labels)
    case 'date': return text === '' ? { value: '' } : date(text, found.date, days)
    case 'text':
    case 'long':
    case 'partner':
    case undefined:
      if (field === undefined && found.ticked !== undefined) return { value: found.ticked ? 'yes' : '' }
      if (exact.length > limits.answer) return { value: exact.slice(0, limits.answer).replace(/[\ud800-\udbff]$/, ''), remark: 'cut' }
      // What was written by this site comes back to the letter, what people type without spaces at its ends.
      if (found.unsure === true) return { value: text, remark: 'unsure' }
      // Earlier versions left out these line breaks in Word.
      if ([made, made.replace(/[\v\f]/g, '')].some(text => bare(exact) === bare(fit(text)))) return { value: fit(made) }
      return privateUse.test(text) ? { value: text, remark: 'unsure' } : { value: text }
  }
}

/** LibreOffice writes `_x005F_` for the underscore of what looks like a character in a spreadsheet, once more at every saving. */
function bare (text: string): string {
  return text.replace(/(?:x005F_)+(?=x[\da-f]{4}_)/gi, '')
}

function tick (text: string, ticked: boolean | undefined): Interpreted {
  const open = openBox.test(text) || openWords.test(text)
  if (doneMarks.test(text) || (ticked === true && (text === '' || !open))) return { value: 'yes' }
  return open || ticked !== undefined ? { value: '' } : { remark: 'outside-options' }
}

function choice (options: readonly Option[], text: string, labels: ReadonlyMap<string, string> | undefined): Interpreted {
  const ids = new Set(options.map(option => option.id))
  if (ids.has(text)) return { value: text }
  const wanted = plain(text)
  // The file's own labels come first: in an older guide the same words may have meant another option.
  for (const [label, id] of [...labels ?? [], ...options.map(option => [option.label, option.id] as const)]) {
    if (ids.has(id) && plain(label) === wanted) return { value: id }
  }
  return { remark: 'outside-options' }
}

function plain (label: string): string {
  return label.normalize('NFKC').toLowerCase().replace(/[\s\u00a0]+/g, ' ').replace(/[\u2018\u2019]/g, "'").trim()
}

function date (text: string, behind: string | undefined, days: DaysOf): Interpreted {
  const [read = null, other] = daysFor(text, days)
  // Where nobody knows which number is the day, the day that the file keeps behind the text tells.
  if (other !== undefined) return behind === read || behind === other ? { value: behind } : { remark: 'which-day' }
  if (behind !== undefined && read !== null && sameWords(text, behind, read)) return { value: behind }
  return read === null ? { remark: 'not-a-date' } : { value: read }
}

/** Whether the text is the day behind it in the other order of day and month. */
function sameWords (text: string, behind: string, read: string): boolean {
  const [year, month, day] = behind.split('-')
  return /^\D*\d+\D+\d+\D+\d+\D*$/.test(text) && `${year}-${day}-${month}` === read
}
