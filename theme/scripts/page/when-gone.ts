import type { Session } from '../storage/session.ts'

/**
 * Tells at once when what was known of the workbook may be in sight no more: it was locked, erased or taken away, here or in another tab, and
 * another one stands in its place.
 */
export function whenGone (session: Session, forget: () => void): void {
  let { id } = session.book
  session.listen(() => {
    if (session.book.id === id) return
    id = session.book.id
    forget()
  })
}
