import { collect, NotKept, type Around } from '../kept/collect.ts'
import { readList, type KeptList } from '../kept/list.ts'
import { filesName, forget, isOurs, listPath, stateName, whatIsKept, type Kept } from '../kept/names.ts'
import { today } from '../workbook/day.ts'
import { workerAddress } from './policy.ts'

/** What a device has of the guide. */
export interface Found {
  readonly kept: Kept | null
  /** The author's name for the version that is kept; may be empty. */
  readonly guide: string
  /** Whether a version was begun and is not whole. */
  readonly begun: boolean
}

/** Whether this browser can keep files at all: not from disk, and not where a connection is not secure. */
export function canKeep (): boolean {
  return isSecureContext && /^https?:$/.test(location.protocol) && 'serviceWorker' in navigator && 'caches' in window
}

/** What is on this device. */
export async function look (root: string): Promise<Found> {
  const kept = await whatIsKept(caches, root)
  const site = new URL(root).pathname
  const known = kept === null ? undefined : await (await caches.open(filesName(site, kept.version))).match(root + listPath)
  const guide = known === undefined ? '' : readList(await known.text(), root).guide
  const begun = (await caches.keys()).some(name => isOurs(site, name) && (kept === null || (name.startsWith(filesName(site, '')) && name !== filesName(site, kept.version))))
  return { kept, guide, begun }
}

/** What the site has; null where it cannot be reached, or does not offer it. */
export async function listOf (root: string): Promise<KeptList | null> {
  try {
    const answer = await fetch(root + listPath, { cache: 'no-cache', credentials: 'same-origin' })
    return answer.ok ? readList(await answer.text(), root) : null
  } catch {
    return null
  }
}

/** Brings the guide here, then lets the worker answer with it. One tab at a time does it. @throws {NotKept} */
export async function keep (list: KeptList, root: string, tell: (bytes: number) => void, stopped: AbortSignal): Promise<void> {
  const around: Around = {
    caches,
    root,
    fetch: async (address, options) => await fetch(address, options),
    sha256: async bytes => await crypto.subtle.digest('SHA-256', bytes)
  }
  const bring = async (): Promise<void> => {
    await collect(list, around, today(), tell, stopped)
    await navigator.serviceWorker.register(workerAddress(), { scope: root, updateViaCache: 'none' })
  }
  try {
    await ('locks' in navigator ? navigator.locks.request(stateName(root), bring) : bring())
  } catch (error) {
    // Without the worker nothing can be opened, and what lies there would only take room.
    if (!(error instanceof NotKept) && !stopped.aborted) await forget(caches, root)
    throw error
  }
}

/** Takes away what was begun: what is whole stays. */
export async function drop (root: string): Promise<void> {
  await forget(caches, root, (await whatIsKept(caches, root))?.version)
}
