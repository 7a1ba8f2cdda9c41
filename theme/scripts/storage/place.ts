import { ComputerStore } from './computer.ts'
import type { Place } from './status.ts'
import type { TabStore } from './tab.ts'
import { canKeepOnComputer, isOnComputer, nameOf } from './where-kept.ts'

/** Where the answers of this guide are; null where nobody chose yet. */
export async function chosenPlace (site: string, tab: TabStore): Promise<Place | null> {
  const place = tab.item('place')
  if (place === 'tab' || place === 'file') return place
  if (isOnComputer(site)) return 'computer'
  if (!canKeepOnComputer() || tab.item('key') !== null) return null
  // Browsers write localStorage late: after a crash only the answers themselves say that they are on this computer.
  return await ComputerStore.holdsAnswers(site) ? 'computer' : null
}

/** @throws where the browser keeps nothing. */
export function rememberPlace (site: string, tab: TabStore, place: Place): void {
  if (place === 'computer') {
    localStorage.setItem(nameOf(site, 'place'), place)
    tab.remove('place')
  } else {
    tab.write('place', place)
  }
}

/** For all tabs: the answers are on this computer no more. */
export function forgetComputer (site: string): void {
  localStorage.removeItem(nameOf(site, 'place'))
}
