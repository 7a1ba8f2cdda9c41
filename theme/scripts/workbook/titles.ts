/** A title and what it is about: after a question no colon. */
export function titleOf (title: string, about: string): string {
  return /[?!.]$/.test(title) ? `${title} ${about}` : `${title}: ${about}`
}
