/**
 * What is kept on a device, where somebody asked for it: the guide's own files, never an answer. In the browser's caches lie
 *   `toolkit SITE kept`          one entry that says which version is whole, and since when
 *   `toolkit SITE kept VERSION`  the files of a version, with the list of them
 * A version counts once the first entry names it: until then the one before is whole and is used.
 */

/** Path of the list of files, from the site's root. */
export const listPath = 'kept.json'

/** Path of the worker that answers without a network. */
export const workerPath = 'sw.js'

/** Under which name the browser says which version is whole. @param site Path of the guide on its host. */
export function stateName (site: string): string {
  return ['toolkit', site, 'kept'].join(' ')
}

/** Under which name the files of a version lie. */
export function filesName (site: string, version: string): string {
  return `${stateName(site)} ${version}`
}

/** Whether a name is one of this guide's: another guide on the same host has its own. */
export function isOurs (site: string, name: string): boolean {
  return name === stateName(site) || name.startsWith(filesName(site, ''))
}

/** The version that is whole on this device. */
export interface Kept {
  readonly version: string
  /** The day since when, such as 2026-11-30. */
  readonly since: string
}

/** What is kept; null where nothing is, or not yet all of it. @param root Address of the site's root. */
export async function whatIsKept (caches: CacheStorage, root: string): Promise<Kept | null> {
  const site = new URL(root).pathname
  // To open a cache would make it.
  if (!await caches.has(stateName(site))) return null
  const said = await (await caches.open(stateName(site))).match(root + listPath)
  const [version = '', since = ''] = (await said?.text() ?? '').split(' ')
  return version !== '' && await caches.has(filesName(site, version)) ? { version, since } : null
}

/** Says that a version is whole. */
export async function sayKept (caches: CacheStorage, root: string, { version, since }: Kept): Promise<void> {
  await (await caches.open(stateName(new URL(root).pathname))).put(root + listPath, new Response(`${version} ${since}`))
}

/**
 * Removes what is kept of a guide: all of it, or what is not of one version. The entry that says what is whole goes first: what is
 * left then counts for nothing.
 */
export async function forget (caches: CacheStorage, root: string, except?: string): Promise<void> {
  const site = new URL(root).pathname
  const names = (await caches.keys()).filter(name => isOurs(site, name))
  for (const name of names.sort((a, b) => a.length - b.length)) {
    if (except === undefined || (name !== stateName(site) && name !== filesName(site, except))) await caches.delete(name)
  }
}
