() => {
  const clear = IDBObjectStore.prototype.clear
  IDBObjectStore.prototype.clear = function () {
    IDBObjectStore.prototype.clear = clear
    const { transaction } = this
    Object.defineProperty(transaction, 'error', { get: () => new DOMException('full', 'QuotaExceededError') })
    Promise.resolve().then(() => { transaction.abort() })
    return clear.call(this)
  }
}
