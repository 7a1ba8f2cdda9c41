() => {
  // From the top, as in a page that was just opened.
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
  const walk = window.walk = { stops: [], findings: [], steps: 0, round: false, held: null, frames: 0 }
  const name = e => `<${e.tagName.toLowerCase()}${e.id === '' ? '' : ` id="${e.id}"`}> “${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}”`
  const inView = e => [...e.getClientRects()].some(b => b.width > 0 && b.height > 0 && [0.1, 0.5, 0.9].some(x => [0.1, 0.5, 0.9].some(y => {
    const top = document.elementFromPoint(b.left + b.width * x, b.top + b.height * y)
    return top !== null && (e.contains(top) || (top.contains(e) && !top.matches('.keeper')))
  })))
  const look = press => {
    const at = document.activeElement
    if (at === null || at === document.body || at === document.documentElement) {
      walk.round = walk.stops.length > 0
      return
    }
    const before = walk.stops.at(-1)
    if (walk.round || before === at) return
    if (before !== undefined && (before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING) !== 0) {
      if (at === walk.stops[0]) walk.round = true
      else walk.findings.push(`${name(at)} comes after ${name(before)}, which stands behind it`)
      return
    }
    if (!inView(at)) {
      if (walk.held !== at) [walk.held, walk.frames] = [at, 0]
      if (walk.frames < 60) {
        press.preventDefault()
        return
      }
      walk.findings.push(`${name(at)} has the focus and is covered or out of view`)
    }
    walk.held = null
    walk.stops.push(at)
    const style = getComputedStyle(at)
    if (style.boxShadow === 'none' && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0)) walk.findings.push(`${name(at)} does not show that it has the focus`)
  }
  window.look ??= addEventListener('keydown', event => {
    if (event.key !== 'Tab') return
    window.walk.look(event)
    if (!event.defaultPrevented) window.walk.steps++
  }, true) ?? true
  walk.look = look
  // How many steps it was so far; none where the walk came round.
  walk.far = async () => {
    while (walk.held !== null && walk.frames < 60 && !inView(walk.held)) {
      await new Promise(done => requestAnimationFrame(done))
      walk.frames++
    }
    return walk.round ? -1 : walk.steps
  }
  walk.tell = inRows => {
    const visited = new Set(walk.stops)
    const groups = new Set(walk.stops.filter(e => e.type === 'radio').map(e => e.name))
    const shown = { visibilityProperty: true, contentVisibilityAuto: false }
    for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
      if (e.tabIndex > 0) walk.findings.push(`${name(e)} has an order of its own`)
      if (e.tabIndex < 0 || e.disabled || e.closest('[inert]') !== null || !e.checkVisibility(shown) || visited.has(e)) continue
      if (e.type === 'radio' && groups.has(e.name)) continue
      walk.findings.push(`${name(e)} is not reached`)
    }
    for (const e of document.querySelectorAll('[data-failed]')) walk.findings.push(`a part did not start: ${name(e.parentElement)}`)
    // In one column, what comes next stands below, or on the same line further on. All boxes in one go, and laid out as
    // they are when they come into view, not as they were guessed to be.
    if (inRows) {
      const whole = new CSSStyleSheet()
      whole.replaceSync('* { content-visibility: visible !important }')
      document.adoptedStyleSheets.push(whole)
      const boxes = walk.stops.map(e => e.getBoundingClientRect())
      document.adoptedStyleSheets.pop()
      walk.stops.forEach((e, i) => {
        const before = walk.stops[i - 1]
        if (before === undefined || !e.matches('main *') || !before.matches('main *')) return
        const [a, b] = [boxes[i - 1], boxes[i]]
        const sameLine = b.top < a.bottom - 4 && a.top < b.bottom - 4
        if (sameLine ? b.left < a.left - 4 && b.top < a.top - 4 : b.top < a.top - 4) walk.findings.push(`${name(e)} stands above ${name(before)}, which comes first`)
      })
    }
    return { stops: walk.stops.length, findings: [...new Set(walk.findings)] }
  }
}
