/** Relative path from this page to the site's root. */
export const root = document.documentElement.dataset['root'] ?? ''

/** Whole address of the site's root, with a slash at its end. */
export function rootAddress (): string {
  return new URL(root === '' ? '.' : root, document.baseURI).href
}

/** Path of the guide on its host: two guides on one host keep their answers apart. */
export const site = new URL(root === '' ? '.' : root, document.baseURI).pathname
