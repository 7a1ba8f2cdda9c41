// Only in previews: reloads the page after a build, and shows what stands in the way of one.
(() => {
  const events = new EventSource('/_preview/events')
  let box
  const hide = () => {
    box?.remove()
    box = undefined
  }
  events.addEventListener('reload', () => location.reload())
  events.addEventListener('trouble', event => {
    hide()
    box = document.createElement('pre')
    box.setAttribute('role', 'alert')
    box.textContent = event.data
    Object.assign(box.style, {
      position: 'fixed', insetInline: '0', insetBlockEnd: '0', zIndex: '99999', margin: '0', padding: '1rem',
      maxBlockSize: '50vh', overflow: 'auto', whiteSpace: 'pre-wrap', font: '14px/1.5 monospace',
      color: '#fff', background: '#6b1420'
    })
    document.body.append(box)
  })
  // A page that goes away must not hold the server's end of the stream.
  addEventListener('pagehide', () => events.close())
})()
