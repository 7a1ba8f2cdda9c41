window.shift = 0
window.shifts = []
window.count = entries => {
  for (const entry of entries) {
    if (entry.hadRecentInput) continue
    window.shift += entry.value
    window.shifts.push(`${entry.value.toFixed(4)} ${entry.sources.map(source => source.node?.parentElement?.id || source.node?.id || source.node?.nodeName).join(' ')}`)
  }
}
window.shiftsSeen = new PerformanceObserver(list => { window.count(list.getEntries()) })
window.shiftsSeen.observe({ type: 'layout-shift', buffered: true })
