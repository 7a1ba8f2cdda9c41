import { isLeaving } from './dom.ts'

/** Hands bytes or text to the browser to save under a name. */
export function saveFile (name: string, content: BlobPart, type: string): void {
  if (isLeaving()) return
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Later than the click: Safari reads the address after it.
  setTimeout(() => { URL.revokeObjectURL(url) }, 10_000)
}

/** `partner-vetting 2026-11-21.docx`: a name that sorts by day and says nothing about anybody. */
export function fileName (stem: string, ending: string, day = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${stem} ${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.${ending}`
}
