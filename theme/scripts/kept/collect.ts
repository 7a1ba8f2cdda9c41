import { filesName, forget, listPath, sayKept, whatIsKept } from './names.ts'
import type { KeptFile, KeptList } from './list.ts'

/** Why nothing could be kept: no connection, a file that is not the one that was built, no room. */
export type Trouble = 'line' | 'changed' | 'full'

export class NotKept extends Error {
  constructor (readonly trouble: Trouble) {
    super(trouble)
  }
}

/** What collecting needs of the browser. */
export interface Around {
  readonly caches: CacheStorage
  /** Address of the site's root. */
  readonly root: string
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>
  readonly sha256: (bytes: ArrayBuffer) => Promise<ArrayBuffer>
}

const atOnce = 4
/** Under which name a kept file says its hash: the next version takes over what is the same. */
const hashHeader = 'x-toolkit-sha256'

/**
 * Brings every file of a list here, looks whether it is the one that was built, and says last of all that the version is whole.
 * What is here already, from this version or the one before, is not fetched again. What failed can be gone on with.
 * @param tell Is told how many bytes are here.
 * @param day The day that is kept as the first one.
 * @throws {NotKept} What was whole before stays so.
 */
export async function collect (list: KeptList, around: Around, day: string, tell: (bytes: number) => void, stopped: AbortSignal): Promise<void> {
  const { caches, root } = around
  const site = new URL(root).pathname
  const before = await whatIsKept(caches, root)
  const old = before === null ? null : await caches.open(filesName(site, before.version))
  try {
    const files = await caches.open(filesName(site, list.version))
    const waiting = list.files.values()
    let here = 0
    let failed = false
    const work = async (): Promise<void> => {
      for (const file of waiting) {
        if (failed || stopped.aborted) return
        try {
          await bring(file, files, old, around, stopped)
        } catch (error) {
          failed = true
          throw error
        }
        tell(here += file[1])
      }
    }
    // Whatever happens, nothing is written any more once this has ended.
    for (const done of await Promise.allSettled(Array.from({ length: atOnce }, work))) if (done.status === 'rejected') throw done.reason
    stopped.throwIfAborted()
    await files.put(root + listPath, new Response(JSON.stringify(list), { headers: { 'Content-Type': 'application/json' } }))
    // Another tab may have erased everything meanwhile: what was written since lies nowhere.
    if (!await caches.has(filesName(site, list.version))) throw new NotKept('line')
    await sayKept(caches, root, { version: list.version, since: day })
  } catch (error) {
    if (stopped.aborted || error instanceof NotKept) throw error
    throw new NotKept(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'line')
  }
  await forget(caches, root, list.version)
}

async function bring ([address, , sha256]: KeptFile, files: Cache, old: Cache | null, { root, fetch, sha256: digest }: Around, signal: AbortSignal): Promise<void> {
  const url = new URL(address, root).href
  if ((await files.match(url))?.headers.get(hashHeader) === sha256) return
  const same = await old?.match(url)
  if (same?.headers.get(hashHeader) === sha256) {
    await files.put(url, same)
    return
  }
  // What has its hash in its name is as it ever was; of all else the server is asked.
  const answer = await fetch(url, { cache: /\.[0-9a-f]{10}\.\w+$/.test(address) ? 'default' : 'no-cache', credentials: 'same-origin', signal })
  // The hash says whether it is the file: a host may call the page for missing addresses missing.
  if (answer.status >= 500) throw new NotKept('line')
  const bytes = await answer.arrayBuffer()
  if (hex(await digest(bytes)) !== sha256) throw new NotKept('changed')
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length', 'set-cookie', 'vary']) headers.delete(name)
  headers.set(hashHeader, sha256)
  // Made anew: an answer that was led elsewhere on the way could not be shown as a page.
  await files.put(url, new Response(bytes, { headers }))
}

function hex (bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')
}
