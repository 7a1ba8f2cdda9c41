import { language } from '../../words/language.ts'

/**
 * What is left of a plain word without the endings of numbers and of what is done, so that "banks" and "banking" are one: to compare, never to show.
 * @param spoken The language; that of the pages where it is not said.
 */
export function stem (word: string, spoken: string = language): string {
  return /^es\b/.test(spoken) ? spanish(word) : english(word)
}

function english (word: string): string {
  if (word.length < 4) return word
  const one = /[^aeiou]ies$/.test(word) && word.length > 4
    ? word.slice(0, -3) + 'y'
    : /(?:s|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : /[^sui]s$/.test(word) ? word.slice(0, -1) : word
  const bare = /.{4}ing$/.test(one) ? one.slice(0, -3) : one
  return bare.length > 4 ? bare.replace(/e$/, '') : bare
}

/** Short words stay: "casa" is not "caso". */
function spanish (word: string): string {
  return word.length < 5 ? word : word.replace(/(?:es|[aeo]?s|[aeo])$/, '')
}
