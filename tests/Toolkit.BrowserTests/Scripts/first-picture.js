// What stands in the window and how it looks: kinds and places of all that is drawn there, in whole pixels, with colours and letters.
() => {
  const said = []
  for (const element of document.querySelectorAll('body *')) {
    const { left, top, width, height } = element.getBoundingClientRect()
    if (top >= innerHeight || top + height <= 0 || width === 0 || height === 0) continue
    const look = getComputedStyle(element)
    if (look.visibility === 'hidden') continue
    said.push([
      `${element.localName}${element.id === '' ? '' : `#${element.id}`}${element.className === '' ? '' : `.${element.getAttribute('class')}`}`,
      `${Math.round(left)},${Math.round(top)}`,
      // What reaches below the window may grow there.
      `${Math.round(width)}x${top + height > innerHeight ? '' : Math.round(height)}`,
      look.color, look.backgroundColor, look.backgroundImage, look.font, look.textDecoration, look.borderColor, look.borderWidth, look.borderRadius, look.listStyleType
    ].join(' '))
  }
  return said
}
