import { forget } from '../kept/names.ts'
import { worker } from './scope.ts'

// Published in the worker's place where a guide is no longer kept on devices: takes away what is kept, and itself. Browsers ask
// for the worker with each visit, so this reaches every device that comes back.
worker.addEventListener('install', event => { event.waitUntil(worker.skipWaiting()) })

worker.addEventListener('activate', event => {
  event.waitUntil(forget(caches, worker.registration.scope).finally(async () => await worker.registration.unregister()))
})
