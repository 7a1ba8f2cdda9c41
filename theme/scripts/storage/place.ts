import { ComputerStore } from './computer.ts'
import type { Place } from './status.ts'
import type { TabStore } from './tab.ts'

/** Whether this page can keep answers on the computer at all: not from disk, where all files share one store. */
export function canKeepOnComputer (): boolean {
  return /^https?:$/.test(location.protocol)
}

/** Where the answers of this guide are; null where nobody chose yet. */
export async function chosenPlace (site: string, tab: TabStore): Promise<Place | null> {
  const place = tab.read('place')
  if (place === 'tab' || place === 'file') return place
  if (!canKeepOnComputer()) return null
  try {
    if (localStorage.getItem(name(site)) === 'computer') return 'computer'
  } catch {
    // Blocked; perhaps not all of it.
  }
  // Browsers write localStorage late: after a crash only the answers themselves say that they are on this computer.
  return await ComputerStore.holdsAnswers(site) ? 'computer' : null
}

/** @throws where the browser keeps nothing. */
export function rememberPlace (site: string, tab: TabStore, place: Place): void {
  if (place === 'computer') {
    localStorage.setItem(name(site), place)
    tab.remove('place')
  } else {
    tab.write('place', place)
  }
}

/** For all tabs: the answers are on this computer no more. */
export function forgetComputer (site: string): void {
  localStorage.removeItem(name(site))
}

function name (site: string): string {
  return `toolkit ${site} place`
}
