/**
 * The permanent name under which one answer travels. The same grammar stands in `src/Toolkit/Model/FieldId.cs`; both are
 * tested against `tests/field-ids.txt`.
 */
const longestSegment = 24
const longestId = 64

const segment = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
/** In one go: a workbook holds thousands of ids, and all are looked at before its answers are shown. */
const whole = /^(?!.*[^.]{25})[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*){0,3}$/

/** Whether a text may stand as one segment. */
export function isSegment (text: string): boolean {
  return text.length <= longestSegment && segment.test(text)
}

/** The segments of an id, or null when the text does not follow the grammar. */
export function parseFieldId (text: string): string[] | null {
  if (text.length > longestId) return null
  const segments = text.split('.')
  return segments.length <= 4 && segments.every(isSegment) ? segments : null
}

/** Whether a text is a field id. */
export function isFieldId (text: string): boolean {
  return text.length <= longestId && whole.test(text)
}
