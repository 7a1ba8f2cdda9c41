() => {
  const at = document.activeElement
  if (at === null || at === document.body || at === document.documentElement) return ''
  const name = `<${at.tagName.toLowerCase()}${at.id === '' ? '' : ` id="${at.id}"`}> “${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 60)}”`
  const boxes = [...at.getClientRects()].filter(b => b.width > 0 && b.height > 0)
  if (boxes.length === 0) return `${name} has the focus and is not shown`
  const style = getComputedStyle(at)
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && !/, 0\)$/.test(style.outlineColor)) || style.boxShadow !== 'none'
  if (at.tabIndex >= 0 && !ring) return `${name} does not show that it has the focus`
  const view = { right: document.documentElement.clientWidth, bottom: innerHeight }
  const seen = boxes.some(b => [0.1, 0.5, 0.9].some(x => [0.1, 0.5, 0.9].some(y => {
    const px = b.left + b.width * x
    const py = b.top + b.height * y
    if (px < 0 || py < 0 || px >= view.right || py >= view.bottom) return false
    const top = document.elementFromPoint(px, py)
    return top !== null && (at.contains(top) || top.contains(at) && !top.matches('.keeper, .notice, dialog'))
  })))
  return seen ? '' : `${name} has the focus and is covered or out of view`
}
