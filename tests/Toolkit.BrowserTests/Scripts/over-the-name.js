// Links of the header that stand over the name of the site.
() => {
  const range = document.createRange()
  range.selectNodeContents(document.querySelector('.top .brand'))
  const name = [...range.getClientRects()]
  return [...document.querySelectorAll('.top :is(nav, .lang) :is(a, span)')].filter(link => link.checkVisibility()).filter(link => {
    const box = link.getBoundingClientRect()
    return name.some(other => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)
  }).map(link => link.textContent)
}
