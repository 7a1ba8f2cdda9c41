(() => {
  // A blank page has none of it.
  if (!('SubtleCrypto' in window)) return
  const silent = new Set(location.hash === '#silent' ? NAMES : [])
  const held = []
  const tell = (name, act) => { if (silent.has(name)) held.push(act); else act() }
  const names = new WeakMap()
  const remember = (type, ...methods) => {
    for (const name of methods) {
      const real = type.prototype[name]
      type.prototype[name] = function (...given) {
        const request = real.apply(this, given)
        names.set(request, name)
        return request
      }
    }
  }
  remember(IDBFactory, 'open')
  remember(IDBObjectStore, 'get', 'getAll', 'put', 'clear')
  const hear = (type, event, nameOf) => {
    Object.defineProperty(type.prototype, `on${event}`, {
      set (listener) { this.addEventListener(event, e => { tell(nameOf(this), () => { listener.call(this, e) }) }) }
    })
  }
  hear(IDBRequest, 'success', request => names.get(request))
  hear(IDBTransaction, 'complete', () => 'complete')
  const later = (object, ...methods) => {
    for (const name of methods) {
      const real = object[name]
      object[name] = function (...given) {
        const answer = real.apply(this, given)
        return new Promise((done, failed) => { tell(name, () => { answer.then(done, failed) }) })
      }
    }
  }
  later(IDBFactory.prototype, 'databases')
  later(SubtleCrypto.prototype, 'importKey', 'encrypt', 'decrypt', 'deriveBits')
  later(Blob.prototype, 'arrayBuffer')
  window.silence = (...what) => { for (const name of what) silent.add(name) }
  window.speak = () => {
    silent.clear()
    for (const act of held.splice(0)) act()
  }
})()
