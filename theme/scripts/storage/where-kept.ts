/** Whether this page can keep answers on the computer at all: not from disk, where all files share one store. */
export function canKeepOnComputer (): boolean {
  return /^https?:$/.test(location.protocol)
}

/** Under which name the browser's small stores hold where the answers are. */
export function placeName (site: string): string {
  return `toolkit ${site} place`
}

/** Whether somebody chose this computer, for this tab too. A tab that has answers of its own keeps them until it is moved. */
export function isOnComputer (site: string): boolean {
  try {
    return canKeepOnComputer() && [placeName(site), `toolkit ${site} key`].every(name => sessionStorage.getItem(name) === null) &&
      localStorage.getItem(placeName(site)) === 'computer'
  } catch {
    // Blocked; perhaps not all of it.
    return false
  }
}
