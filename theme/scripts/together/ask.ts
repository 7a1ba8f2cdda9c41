import { ask } from '../page/dialog.ts'
import type { Page } from '../page/page.ts'

let open: (() => void) | null = null
let listens = false

/** As `ask`; what it asks about is on the page only as long as answers are open. */
export function askWhileOpen (title: string, page: Page, fill: (close: () => void) => readonly (Node | string)[]): void {
  const { session } = page
  if (!listens) session.listen(() => { if (session.status.lock === 'locked') open?.() })
  listens = true
  ask(title, close => {
    open = close
    return fill(close)
  })
}
