import { hasLines } from './field-kind.ts'
import type { FieldKind } from './guide.ts'

/*
 * What text is: decided once, for all that people type, paste or bring along in a file. The reasons, and the same rule for what
 * authors write, stand in `docs/decisions/0008-what-text-is.md`; both are tested against `tests/clean-texts.txt`.
 */

/**
 * A text of several lines as it is kept. Line breaks of all kinds become `\n`, a tab becomes a space, halves of characters become
 * U+FFFD; control characters and what is no character go, and so does what nobody sees where it stands before all else. Marks of
 * direction stay, and joiners: they change how Arabic and Hebrew read, and what an emoji is.
 */
export function cleanText (text: string): string {
  return text.replace(/\r\n|[\v-\r\x85\u2028\u2029]/g, '\n').replace(/\t/g, ' ').replace(/[\p{Cs}]/gu, '\ufffd')
    .replace(/(?!\n)[\p{Cc}\p{NChar}\ufeff]/gu, '').replace(/^[^\P{DI}\p{Bidi_C}\p{Join_C}]+/u, '')
}

/** A text of one line. */
export function oneLine (text: string): string {
  return cleanText(text).replace(/\n+/g, ' ')
}

/** A text as a field of that kind holds it; of several lines where the kind is not known. */
export function textFor (kind: FieldKind | 'partner' | undefined, text: string): string {
  return kind === undefined || hasLines(kind) ? cleanText(text) : oneLine(text)
}

/** A name as people mean it. */
export function nameText (name: string): string {
  return oneLine(name).replace(/^(?:\s|[^\P{DI}\p{Bidi_C}\p{Join_C}])+/u, '').replace(/\s+/g, ' ').trimEnd()
}
