import { toFetch } from '../workbook/circuit.ts'
import { root } from './root.ts'
import type { Guide, GuideLabels } from '../workbook/guide.ts'

declare global {
  /**
   * What the scripts that are loaded on use provide, by name; each adds itself where its interface stands. Blank documents are
   * base64 text under `ENDING/ID`, such as `docx/partner-vetting`.
   */
  interface Provided {
    manifest: Record<string, string>
    guide: Guide
    /** There where the site has several languages. */
    labels: GuideLabels
    [name: `${string}/${string}`]: string
    [name: string]: unknown
  }
}

interface Waiting { promise: Promise<unknown>, resolve: (value: unknown) => void, reject: (error: Error) => void }

interface ScriptPolicy { createScriptURL (path: string): string }

declare global {
  interface Window {
    toolkit?: { provide (name: string, value: unknown): void }
    trustedTypes?: { createPolicy (name: string, rules: ScriptPolicy): ScriptPolicy }
  }
}

const waiting = new Map<string, Waiting>()
const ours = /^assets\/[a-z0-9-]+\.[0-9a-f]{8,}\.js$/

const rules: ScriptPolicy = {
  createScriptURL (path) {
    if (!ours.test(path)) throw new TypeError(`not a script of this site: ${path}`)
    return new URL(root + path, document.baseURI).href
  }
}
const policy = window.trustedTypes?.createPolicy('toolkit', rules) ?? rules
const manifestPath = /assets\/[^/]+$/.exec((document.currentScript as HTMLScriptElement | null)?.dataset['manifest'] ?? '')?.[0]

window.toolkit = {
  provide (name, value) {
    waitFor(name).resolve(value)
  }
}

/** Loads a script on its first use. From disk too, where neither `fetch` nor `import()` works. */
export async function load<N extends keyof Provided & string> (name: N): Promise<Provided[N]> {
  const known = waiting.get(name)
  if (known !== undefined) return await known.promise
  const entry = waitFor(name)
  const fails = (): void => { entry.reject(new Error(`${name} did not come`)) }
  // The next use tries again.
  entry.promise.catch(() => { waiting.delete(name) })
  try {
    const path = name === 'manifest' ? manifestPath : (await load('manifest'))[name]
    const script = document.createElement('script')
    // Without a path the policy says the name.
    script.src = policy.createScriptURL(path ?? name)
    // A script that lacks it says nothing either.
    setTimeout(script.onerror = script.onload = fails, toFetch)
    document.head.append(script)
  } catch (error) {
    entry.reject(error as Error)
  }
  return await entry.promise
}

function waitFor (name: string): Waiting {
  let entry = waiting.get(name)
  if (entry === undefined) {
    let resolve!: Waiting['resolve']
    let reject!: Waiting['reject']
    const promise = new Promise<unknown>((done, failed) => { resolve = done; reject = failed })
    waiting.set(name, entry = { promise, resolve, reject })
  }
  return entry
}
