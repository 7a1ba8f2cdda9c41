(() => {
  const { prototype } = BroadcastChannel
  const { postMessage } = prototype
  const waiting = []
  prototype.postMessage = function (message) { waiting.push(() => { postMessage.call(this, message) }) }
  window.speak = () => {
    prototype.postMessage = postMessage
    for (const send of waiting) send()
  }
})()
