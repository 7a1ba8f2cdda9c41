import { cleanText, oneLine } from '../workbook/text.ts'

/** A control that answers a field. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const named = 'input[name], select[name], textarea[name]'

export function isControl (target: EventTarget | null): target is Control {
  return target instanceof Element && target.matches(named)
}

/** Whether somebody types into it. */
export function isText (control: Control | undefined): boolean {
  return control?.type.startsWith('text') === true
}

/** The controls of a form by field id; radios of one field stand together. */
export function controlsOf (form: ParentNode): Map<string, Control[]> {
  const controls = new Map<string, Control[]>()
  for (const control of form.querySelectorAll<Control>(named)) {
    const list = controls.get(control.name)
    if (list === undefined) controls.set(control.name, [control])
    else list.push(control)
  }
  return controls
}

/** What the controls of one field say, in the workbook's own writing. What stands in a control is left alone while somebody writes. */
export function readControls (controls: readonly Control[]): string {
  for (const control of controls) {
    if (!isMark(control)) return (control.type === 'textarea' ? cleanText : oneLine)(control.value)
    if (control.checked) return control.value
  }
  return ''
}

/** Shows an answer, as far as the controls can: an option may be gone. */
export function writeControls (controls: readonly Control[], value: string): void {
  for (const control of controls) {
    if (isMark(control)) control.checked = value !== '' && control.value === value
    // Whoever is writing keeps the caret where it is.
    else if (readControls([control]) !== value) control.value = value
  }
}

function isMark (control: Control): control is HTMLInputElement {
  return /^(?:radio|checkbox)$/.test(control.type)
}
