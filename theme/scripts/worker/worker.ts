import { answer } from '../kept/answer.ts'
import { markPage } from '../kept/mark.ts'
import { listPath, workerPath } from '../kept/names.ts'
import { worker } from './scope.ts'

// Answers for the guide's own files where somebody asked to keep them on this device (`device/`). It remembers nothing, puts
// nothing into the caches and loads no script: what it may use is what a page of the guide has put there, file by file.
const root = worker.registration.scope

worker.addEventListener('activate', event => { event.waitUntil(worker.clients.claim()) })

worker.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(root) || [listPath, workerPath].some(path => request.url === root + path)) return
  event.respondWith(answer(request, { caches, root, fetch: async wanted => await fetch(wanted), mark: markPage }))
})
