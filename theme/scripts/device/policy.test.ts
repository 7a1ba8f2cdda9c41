import assert from 'node:assert/strict'
import { test } from 'node:test'

interface Rules { createScriptURL (path: string): string }

test('the policy of the worker lets in exactly that', async () => {
  const made = new Map<string, Rules>()
  Object.assign(globalThis, {
    window: { trustedTypes: { createPolicy: (name: string, rules: Rules) => { made.set(name, rules); return rules } } },
    document: { documentElement: { dataset: { root: '../' } }, baseURI: 'https://example.org/ours/tools/a.html' }
  })
  const { workerAddress } = await import('./policy.ts')

  assert.equal(workerAddress(), 'https://example.org/ours/sw.js')
  assert.deepEqual([...made.keys()], ['toolkit-worker'])
  const { createScriptURL } = made.get('toolkit-worker')!
  for (const path of ['', 'sw.js?', 'sw.js#', '/sw.js', 'a/sw.js', '../sw.js', 'SW.js', 'sw-gone.js', 'assets/site.0123456789.js', 'https://elsewhere.example/sw.js', 'data:,']) {
    assert.throws(() => createScriptURL(path), TypeError, path)
  }
})
