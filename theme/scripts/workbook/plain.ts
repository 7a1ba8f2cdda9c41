/** A text as it is compared with others: without case, accents, signs and what is joined to it. */
export function plain (text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/['\u2018\u2019]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** The words of a plain text. */
export function wordsOf (text: string): string[] {
  return text === '' ? [] : text.split(' ')
}
