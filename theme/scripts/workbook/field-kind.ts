import type { FieldKind } from './guide.ts'

/** What a field can be in a document: `partner` is the field that says whom a file is about. */
type Kind = FieldKind | 'partner'

/**
 * The kinds of which something is true, where these and those of which it is not are all kinds; else nothing. So a new kind is
 * an error in every function below until somebody has decided, at no cost in bytes.
 */
type Those<Yes extends Kind, No extends Kind> = Exclude<Kind, Yes | No> extends never ? Yes : never

/** Whether answers of a kind are written in free words. */
export function isFreeText (kind: Kind | undefined): boolean {
  type Free = Those<'text' | 'long', 'choice' | 'check' | 'date' | 'partner'>
  return kind === ('text' satisfies Free) || kind === ('long' satisfies Free)
}

/** Whether they may have several lines. */
export function hasLines (kind: Kind): boolean {
  return kind === ('long' satisfies Those<'long', 'text' | 'choice' | 'check' | 'date' | 'partner'>)
}

/** Whether they are ticks: the label stands beside the box. */
export function isTick (kind: Kind | undefined): boolean {
  return kind === ('check' satisfies Those<'check', 'text' | 'long' | 'choice' | 'date' | 'partner'>)
}
