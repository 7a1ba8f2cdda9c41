/** What a text looks like; null for nothing of the kind. The note that follows is calm and blocks nothing. */
export type PersonalData = 'ssn' | 'a-number' | 'birth-date' | 'phone' | 'email'

// What stands before is matched along: Safari before 16.4 cannot look behind, and would start no form at all.
const ssn = /(?:^|[^\d-])(?!000|666|9\d\d)\d{3}([- .])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/
const ssnByName = /\b(?:ssn|social security(?: (?:number|no\.?|#))?)\W{0,3}(?:is |was )?\W{0,2}\d{3}[- .]?\d{2}[- .]?\d{4}\b/i
const aNumber = /(?:^|[^A-Za-z0-9-])A[-# ]{0,2}\d{3}[- ]?\d{3}[- ]?\d{2,3}(?![\d-])/
const aNumberByName = /\b(?:a-?number|alien (?:registration )?(?:number|no\.?)|uscis (?:number|no\.?|#))\W{0,3}(?:is |was )?\W{0,2}\d{3}[- ]?\d{3}[- ]?\d{2,3}\b/i
const phone = /(?:^|[^\d.(/-])(?:\+?1[-. ]?)?(?:\((?!8(?:00|33|44|55|66|77|88)\))[2-9]\d{2}\)[-. ]?|(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\d-])/
const phoneAbroad = /(?:^|[^\d+])\+(?!1[-. ]?\(?8(?:00|33|44|55|66|77|88))[1-9]\d{0,2}(?:[-. ]?\(?\d{1,4}\)?){2,5}(?!\d)/
const phoneByName = /\b(?:phone|tel|cell|mobile|call|text|whatsapp)\b(?: (?:her|him|them|me|us))?\W{1,3}(?:(?:number|no\.?) )?(?:is |at |on )?\(?(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}\)?[2-9]\d{6}\b/i
const email = /(?:^|[^\w.+-])([A-Za-z0-9][\w.+-]{0,62})@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,24}(?![\w@-])/g
/** Mailboxes of an office, not of a person. */
const office = /^(?:info|office|contact|hello|intake|admin|help|support|jobs|hr|careers|volunteer|volunteers|programs|partnerships|referrals|training|reception|frontdesk|noreply|no-reply|privacy|press|billing)$/i

const month = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const monthNumber = '(?:0?[1-9]|1[0-2])'
const bornYear = '(?:19[2-9]\\d|200\\d|201[0-3])'
const fullDate = `(?:${monthNumber}[/.-]${day}[/.-]${bornYear}|${day}[/.-]${monthNumber}[/.-]${bornYear}|${bornYear}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|${month} ${day}(?:st|nd|rd|th)?,? ${bornYear}|${day}(?:st|nd|rd|th)? (?:of )?${month},? ${bornYear})`
const shortDate = `${monthNumber}[/.-]${day}[/.-]\\d{2}`
/** A full day of a year in which someone may have been born, unless the words before it speak of something else. */
const birthDate = new RegExp(`(^|[^\\d/.-])${fullDate}(?![\\d/-])`, 'gi')
const birthByName = new RegExp(`\\b(?:d\\.?o\\.?b\\.?|date of birth|birth ?da(?:te|y)|born)\\b\\W{0,3}(?:is |was |on |in )?(?:${fullDate}|${shortDate})(?![\\d/-])`, 'i')
const otherDates = /(?:founded|established|since|opened|incorporated|signed|dated|enacted|passed|effective|act of|version|revised|published|started|began|launched)\W{1,3}(?:on |in )?$/i

/** The first kind of personal data that a text seems to hold. */
export function findPersonalData (text: string): PersonalData | null {
  if (text.length < 6) return null
  if (ssn.test(text) || ssnByName.test(text)) return 'ssn'
  if (aNumber.test(text) || aNumberByName.test(text)) return 'a-number'
  if (birthByName.test(text)) return 'birth-date'
  for (const match of text.matchAll(birthDate)) {
    const start = match.index + match[1]!.length
    if (!otherDates.test(text.slice(Math.max(0, start - 24), start))) return 'birth-date'
  }
  if (phone.test(text) || phoneAbroad.test(text) || phoneByName.test(text)) return 'phone'
  for (const match of text.matchAll(email)) if (!office.test(match[1]!)) return 'email'
  return null
}
