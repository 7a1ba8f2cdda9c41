import type { Workbook } from '../../workbook/workbook.ts'
import type { Cipher } from '../cipher.ts'
import type { Session } from '../session.ts'
import type { State } from '../state.ts'

declare global {
  interface Provided { recovery: Recovery }
}

/** What is needed where a key changed or a part was erased a moment ago, and where a page comes back; it loads on use. */
export interface Recovery {
  /** Ciphers of the keys before the present one, for journals of pages that had no time to learn it. */
  formerCiphers (state: State): Promise<Cipher[]>
  /** Takes out of changes what belongs to a part that was erased after it was typed. */
  forgetErased (state: State, changes: Workbook): Promise<void>
  /** Ends the time in which journals under keys of before are read: no page writes one from then on, and all that are there are taken over. */
  endHandover (session: Session): Promise<boolean>
  readAgain (session: Session): Promise<void>
}
