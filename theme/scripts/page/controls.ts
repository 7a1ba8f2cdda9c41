/** A control that answers a field. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export function isControl (target: EventTarget | null): target is Control {
  return (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) && target.name !== ''
}

/** Whether somebody types into it. */
export function isText (control: Control | undefined): boolean {
  return control?.type.startsWith('text') === true
}

/** The controls of a form by field id; radios of one field stand together. */
export function controlsOf (form: ParentNode): Map<string, Control[]> {
  const controls = new Map<string, Control[]>()
  for (const control of form.querySelectorAll<Control>('input[name], select[name], textarea[name]')) {
    const list = controls.get(control.name)
    if (list === undefined) controls.set(control.name, [control])
    else list.push(control)
  }
  return controls
}

/** What the controls of one field say, in the workbook's own writing. */
export function readControls (controls: readonly Control[]): string {
  for (const control of controls) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      if (control.checked) return control.value
    } else {
      return control.value.replace(/\r\n?/g, '\n')
    }
  }
  return ''
}

/** Shows an answer, as far as the controls can: an option may be gone. */
export function writeControls (controls: readonly Control[], value: string): void {
  for (const control of controls) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) control.checked = value !== '' && control.value === value
    else if (control.value !== value) control.value = value
  }
}
