/** Whether this page can keep answers on the computer at all: not from disk, where all files share one store. */
export function canKeepOnComputer (): boolean {
  return /^https?:$/.test(location.protocol)
}

/** Under which name the browser's small stores hold something of a guide: two guides on one host are told apart. */
export function nameOf (site: string, what: string): string {
  return `toolkit ${site} ${what}`
}

/** Whether somebody chose this computer, for this tab too. A tab that has answers of its own keeps them until it is moved. */
export function isOnComputer (site: string): boolean {
  try {
    return canKeepOnComputer() && ['place', 'key'].every(what => sessionStorage.getItem(nameOf(site, what)) === null) &&
      localStorage.getItem(nameOf(site, 'place')) === 'computer'
  } catch {
    // Blocked; perhaps not all of it.
    return false
  }
}
