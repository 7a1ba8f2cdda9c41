() => {
  const given = new WeakSet()
  IDBObjectStore.prototype.put = function () {
    if (!given.has(this.transaction)) Promise.resolve(given.add(this.transaction)).then(() => { this.transaction.abort() })
  }
  Object.defineProperty(IDBTransaction.prototype, 'error', { get: () => new DOMException('full', 'QuotaExceededError') })
  Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
}
