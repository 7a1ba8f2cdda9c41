import { forget, stateName } from './names.ts'

/** Whether anything of the guide is kept in this browser, or was begun. */
export async function isKept (root: string): Promise<boolean> {
  const name = stateName(new URL(root).pathname)
  return 'caches' in self && (await caches.keys()).some(known => known === name || known.startsWith(`${name} `))
}

/** Takes the guide off this device: its files, and the worker that answers with them. */
export async function removeFromDevice (root: string): Promise<void> {
  if ('caches' in self) await forget(caches, root)
  // There is none for pages from a disk, and browsers refuse the question.
  const workers = 'serviceWorker' in navigator && /^https?:$/.test(location.protocol) ? await navigator.serviceWorker.getRegistrations() : []
  // Another guide on the same host has a worker of its own.
  await Promise.all(workers.filter(worker => worker.scope === root).map(async worker => await worker.unregister()))
}
