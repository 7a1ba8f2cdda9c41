/** What a service worker is given by the browser, as far as ours use it. */
interface WorkerScope {
  readonly registration: { readonly scope: string, unregister (): Promise<boolean> }
  readonly clients: { claim (): Promise<void> }
  skipWaiting (): Promise<void>
  addEventListener (type: 'install' | 'activate', listener: (event: { waitUntil (done: Promise<unknown>): void }) => void): void
  addEventListener (type: 'fetch', listener: (event: { readonly request: Request, respondWith (answer: Promise<Response>): void }) => void): void
}

export const worker = self as unknown as WorkerScope
