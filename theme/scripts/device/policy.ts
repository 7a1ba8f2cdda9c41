import { workerPath } from '../kept/names.ts'
import { rootAddress } from '../page/root.ts'

interface WorkerPolicy { createScriptURL (path: string): string }

interface WithPolicies { trustedTypes?: { createPolicy (name: string, rules: WorkerPolicy): WorkerPolicy } }

/** Lets in the worker and nothing else. Scripts of pages go through the policy of `page/load.ts`, which does not let the worker in. */
const rules: WorkerPolicy = {
  createScriptURL (path) {
    if (path !== workerPath) throw new TypeError(`not the worker of this site: ${path}`)
    return rootAddress() + path
  }
}

/** The browser makes a policy of this name once for each page. */
const policy = (window as WithPolicies).trustedTypes?.createPolicy('toolkit-worker', rules) ?? rules

/** Address of the worker, as the browser wants it before it runs one. */
export function workerAddress (): string {
  return policy.createScriptURL(workerPath)
}
