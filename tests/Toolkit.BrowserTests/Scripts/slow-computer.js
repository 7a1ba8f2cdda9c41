(() => {
  const [later, never] = [setTimeout, clearTimeout]
  const held = new Map()
  let clock = 0
  let last = 0
  let waiting = true
  performance.now = () => clock++
  window.setTimeout = (act, wait, ...more) => {
    if (wait !== 0 || !waiting) return later(act, wait, ...more)
    held.set(--last, () => { act(...more) })
    return last
  }
  window.clearTimeout = id => { if (!held.delete(id)) never(id) }
  window.carryOn = () => {
    waiting = false
    for (const act of held.values()) act()
  }
})()
