() => {
  const words = new Set()
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const text = walker.currentNode.nodeValue.trim()
    const parent = walker.currentNode.parentElement
    if (text !== '' && parent.closest('.side--wide, .only-narrow, section[data-part], [data-part=results]') === null && parent.checkVisibility({ visibilityProperty: true })) words.add(text)
  }
  return [...words]
}
