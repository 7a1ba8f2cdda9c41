// Publishes a finished folder on Netlify by its own interface, with nothing but Node: no package stands between the token and
// the host. Only files that the host does not have yet are sent.
//   NETLIFY_AUTH_TOKEN=… NETLIFY_SITE_ID=… node .ci/publish-netlify.mjs output
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const { NETLIFY_AUTH_TOKEN: token, NETLIFY_SITE_ID: site, NETLIFY_API: api = 'https://api.netlify.com/api/v1' } = process.env
const folder = process.argv[2]
if (!token || !site || folder === undefined) {
  console.error('NETLIFY_AUTH_TOKEN, NETLIFY_SITE_ID and a folder are needed.')
  process.exit(2)
}

const files = new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => {
  const path = join(entry.parentPath ?? entry.path, entry.name)
  return [`/${relative(folder, path).split(sep).join('/')}`, path]
}).sort())
const hashes = Object.fromEntries([...files].map(([name, path]) => [name, createHash('sha1').update(readFileSync(path)).digest('hex')]))

/** Asks the host; what fails for the moment is asked again, twice. */
async function ask (method, path, body, type = 'application/json') {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(api + path, { method, body, headers: { Authorization: `Bearer ${token}`, 'Content-Type': type } }).catch(error => ({ ok: false, status: 599, text: async () => String(error) }))
    if (answer.ok) return await answer.json()
    const said = `${method} ${path} answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`
    if (tries === 3 || (answer.status < 500 && answer.status !== 429)) throw new Error(said)
    await new Promise(resolve => { setTimeout(resolve, tries * 1000) })
  }
}

const deploy = await ask('POST', `/sites/${encodeURIComponent(site)}/deploys`, JSON.stringify({ files: hashes }))
const wanted = new Set(deploy.required ?? [])
const missing = Object.entries(hashes).filter(([, hash]) => wanted.delete(hash))
for (const [name] of missing) {
  const address = name.split('/').map(encodeURIComponent).join('/')
  await ask('PUT', `/deploys/${deploy.id}/files${address}`, readFileSync(files.get(name)), 'application/octet-stream')
}

const until = Date.now() + 5 * 60_000
for (;;) {
  const { state, error_message: trouble, ssl_url: address } = await ask('GET', `/deploys/${deploy.id}`)
  if (state === 'ready') {
    console.log(`Published ${files.size} files, ${missing.length} of them new${address === undefined ? '' : `: ${address}`}.`)
    break
  }
  if (state === 'error' || Date.now() > until) throw new Error(`The host did not publish it: ${trouble ?? state}`)
  await new Promise(resolve => { setTimeout(resolve, Number(process.env.NETLIFY_PAUSE ?? 2000)) })
}
