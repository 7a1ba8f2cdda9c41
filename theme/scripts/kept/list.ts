/** One file of the guide: its address from the site's root, its size in bytes, its hash in hexadecimal digits. */
export type KeptFile = readonly [address: string, bytes: number, sha256: string]

/** All files of the guide as they were built together. */
export interface KeptList {
  /** Changes with every byte of any file. */
  readonly version: string
  /** The guide's own version, as its author calls it; may be empty. */
  readonly guide: string
  readonly files: readonly KeptFile[]
}

/** Reads a list, which may have come from anywhere. @param root Address of the site's root. @throws {TypeError} where it is none. */
export function readList (text: string, root: string): KeptList {
  const list = JSON.parse(text) as Partial<KeptList> | null
  const isFile = (file: unknown): file is KeptFile => Array.isArray(file) && typeof file[0] === 'string' && Number.isSafeInteger(file[1]) &&
    typeof file[2] === 'string' && /^[0-9a-f]{64}$/.test(file[2]) && new URL(file[0], root).href.startsWith(root)
  if (list === null || typeof list.version !== 'string' || !/^[0-9a-f]{16}$/.test(list.version) || typeof list.guide !== 'string' ||
    !Array.isArray(list.files) || !list.files.every(isFile)) throw new TypeError('no list of files')
  return list as KeptList
}

/** Bytes of all files together. */
export function sizeOf (list: KeptList): number {
  return list.files.reduce((sum, [, bytes]) => sum + bytes, 0)
}
