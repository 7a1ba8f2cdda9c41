import { toFetch } from '../workbook/circuit.ts'
import type { Page } from './page.ts'

const ours = /^assets\/[a-z0-9-]+\.[0-9a-f]{8,}\.css$/

/**
 * Loads the stylesheet of a part (`theme/styles/sheets/NAME.scss`), once; resolves when it holds. What every page needs stands in
 * `site.scss`. The page loads: scripts beside the first one have no loading of their own.
 */
export async function wear (name: string, { load, root }: Pick<Page, 'load' | 'root'>): Promise<void> {
  const id = `sheet-${name}`
  const known = document.getElementById(id) as HTMLLinkElement | null
  if (known?.sheet) return
  const path = (await load('manifest'))[`${name}.css`] ?? name
  if (!ours.test(path)) throw new TypeError(`not a stylesheet of this site: ${path}`)
  await new Promise<void>((resolve, reject) => {
    const link = known ?? Object.assign(document.createElement('link'), { id, rel: 'stylesheet', href: root + path })
    const fails = (): void => { link.remove(); reject(new Error(`${name}.css could not be loaded`)) }
    link.addEventListener('load', () => { resolve() })
    link.addEventListener('error', fails)
    setTimeout(() => { if (link.sheet === null) fails() }, toFetch)
    // Below what every page wears, which may stand in the body: of two rules that weigh the same the part's own is meant.
    if (known === null) [...document.querySelectorAll('link[rel=stylesheet]')].at(-1)!.after(link)
  })
}
