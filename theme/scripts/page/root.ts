/** Relative path from this page to the site's root. */
export const root = document.documentElement.dataset['root'] ?? ''

/** Path of the guide on its host: two guides on one host keep their answers apart. */
export const site = new URL(root === '' ? '.' : root, document.baseURI).pathname
