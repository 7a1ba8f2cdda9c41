/** The bytes of a text of Latin-1, by Node itself: tests make and change files of many megabytes. */
export function bytesOf (text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
