() => {
  const findings = []
  const page = document.scrollingElement
  if (page.scrollWidth > page.clientWidth) findings.push(`${page.scrollWidth - page.clientWidth} pixels too wide`)
  for (const e of document.querySelectorAll('body *')) {
    if (e.clientWidth < 2 || e.closest('.vh, .govuk-skip-link, select, svg, template') !== null || !e.checkVisibility()) continue
    const style = getComputedStyle(e)
    const cut = (overflow, inner, outer) => (overflow === 'hidden' || overflow === 'clip') && inner > outer + 1
    if (cut(style.overflowX, e.scrollWidth, e.clientWidth) || cut(style.overflowY, e.scrollHeight, e.clientHeight)) findings.push(`cuts off <${e.tagName.toLowerCase()} class="${e.className}">`)
  }
  return findings
}
