// Words of which a piece stands on another line, in elements that are seen. Where a line may end within a word it does so at a hyphen or a slash.
selector => {
  const cut = []
  for (const element of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode() !== null) {
      const node = walker.currentNode
      // Headings of a table that is cards are for screen readers alone.
      const heads = node.parentElement.closest('thead')
      if (!node.parentElement.checkVisibility({ visibilityProperty: true }) || (heads !== null && getComputedStyle(heads).position === 'absolute')) continue
      for (const word of node.nodeValue.matchAll(/[\p{L}\p{M}]+/gu)) {
        const range = document.createRange()
        range.setStart(node, word.index)
        range.setEnd(node, word.index + word[0].length)
        if (new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top))).size > 1) cut.push(word[0])
      }
    }
  }
  return cut
}
