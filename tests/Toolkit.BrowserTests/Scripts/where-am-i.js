([control]) => {
  const complaint = COMPLAINT
  const way = () => {
    const at = document.activeElement
    const there = control !== undefined && (at === control || (control.type === 'radio' && at.type === 'radio' && at.name === control.name))
    const behind = control !== undefined && at !== document.body && (at.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
    return there ? 0 : behind ? -1 : 1
  }
  const begun = way()
  let held = false
  let first = true
  window.beforeTab = begun === 0 ? null : press => {
    held ||= !first && (way() !== begun || document.activeElement === document.body || control?.isConnected === false || complaint() !== '')
    first = false
    if (held) press.preventDefault()
  }
  window.hearsTab ??= addEventListener('keydown', event => { if (event.key === 'Tab') window.beforeTab?.(event) }, true) ?? true
  return { way: begun, complaint: complaint(), cameRound: document.activeElement === document.body, isThere: control?.checkVisibility() === true }
}
