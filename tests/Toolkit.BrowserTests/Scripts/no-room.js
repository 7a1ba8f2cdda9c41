() => {
  const given = new WeakSet()
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...what) {
    if (!given.has(this.transaction)) Promise.resolve(given.add(this.transaction)).then(() => { this.transaction.abort() })
    return put.apply(this, what)
  }
  Object.defineProperty(IDBTransaction.prototype, 'error', { get: () => new DOMException('full', 'QuotaExceededError') })
  Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
}
