([field, text, then]) => {
  const control = document.querySelector(`[name="${field}"]`)
  control.focus()
  control.value = text
  control.dispatchEvent(new Event('input', { bubbles: true }))
  if (then === 'exit') document.querySelector('a[data-part=exit]').click()
  if (then === 'link') document.querySelector('.top a[href]').click()
  if (then === 'address') location.href = '../index.html'
  if (then === 'reload') location.reload()
}
