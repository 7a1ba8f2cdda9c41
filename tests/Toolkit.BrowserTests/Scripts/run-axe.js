async options => {
  const bar = document.querySelector('.keeper')
  const floats = bar !== null && getComputedStyle(bar).position === 'sticky'
  const all = new CSSStyleSheet()
  all.replaceSync('* { content-visibility: visible !important } .slim { position: relative !important }' + (floats ? '.keeper { position: relative !important }' : ''))
  document.adoptedStyleSheets.push(all)
  const folded = [...document.querySelectorAll('details.fold:not([open]) > .with-partners')].map(content => {
    const place = document.createComment('')
    content.replaceWith(place)
    return [place, content]
  })
  try {
    const { violations } = await axe.run(document, options)
    return violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => ({ html: n.html + ' ' + n.failureSummary })) }))
  } finally {
    for (const [place, content] of folded) place.replaceWith(content)
    document.adoptedStyleSheets.pop()
  }
}
