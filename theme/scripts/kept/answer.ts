import { filesName, whatIsKept, type Kept } from './names.ts'

/** How long a page may take to come from the network where a kept one is there, in milliseconds. */
const patience = 5000

const hashed = /^assets\/[^/]+\.[0-9a-f]{10}\.\w+$/

/** What answering needs of the browser. */
export interface Answering {
  readonly caches: CacheStorage
  /** Address of the site's root. */
  readonly root: string
  readonly fetch: (request: Request) => Promise<Response>
  /** A kept page that is shown without a network, with a line that says so. */
  readonly mark: (page: Response, kept: Kept) => Promise<Response>
}

/**
 * The answer to a request for something of the guide. Files with a hash in their names are as they ever were: kept ones first.
 * All else comes from the network, and from here only where that fails or takes too long: all of it from one version.
 * Nothing is ever put in by answering.
 */
export async function answer (request: Request, around: Answering, pause = patience): Promise<Response> {
  const { caches, root, fetch, mark } = around
  const kept = await whatIsKept(caches, root).catch(() => null)
  if (kept === null) return await fetch(request)
  const files = await caches.open(filesName(new URL(root).pathname, kept.version))
  const path = pathOf(request, root)
  if (hashed.test(path)) return await files.match(root + path) ?? await fetch(request)

  const fromNet = fetch(request).catch(() => null)
  const copy = await find(files, root, path)
  let timer: ReturnType<typeof setTimeout> | undefined
  const first = copy === undefined ? await fromNet : await Promise.race([fromNet, new Promise<null>(resolve => { timer = setTimeout(resolve, pause, null) })])
  clearTimeout(timer)
  if (first !== null && first.status < 500) return first
  const isPage = request.mode === 'navigate'
  if (copy !== undefined) return isPage && (copy.headers.get('content-type') ?? '').startsWith('text/html') ? await mark(copy, kept) : copy
  if (first !== null) return first
  // A language has a page of its own in its folder.
  const missing = isPage ? await files.match(`${root}${path.slice(0, path.indexOf('/') + 1)}404.html`) ?? await files.match(`${root}404.html`) : undefined
  return missing === undefined ? Response.error() : new Response(missing.body, { status: 404, headers: missing.headers })
}

function pathOf (request: Request, root: string): string {
  const { origin, pathname } = new URL(request.url)
  return `${origin}${pathname}`.slice(root.length)
}

/** A host may leave out the ending of pages, and the name of a folder's first one. */
async function find (files: Cache, root: string, path: string): Promise<Response | undefined> {
  for (const name of path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`]) {
    const found = await files.match(root + name)
    if (found !== undefined) return found
  }
  return undefined
}
