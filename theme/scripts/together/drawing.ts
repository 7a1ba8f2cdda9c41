const height = 26
const inset = 12
const [ring, dot] = [7, 7.5]

/**
 * Then and now on one line: an open ring, a full dot, and a thread between. The table beside it says the same in words.
 * @param most The right end of the line; it begins at 0.
 * @param steps Whether each whole number has a mark, or the ends alone.
 * @param then Where the ring is; null for none. Likewise the dot.
 */
export function threadOf (width: number, most: number, steps: boolean, then: number | null, now: number | null): SVGSVGElement {
  const at = (value: number): number => Math.round((inset + (width - 2 * inset) * value / Math.max(1, most)) * 10) / 10
  const middle = height / 2
  const svg = shape('svg', { class: 'shift-line', width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}`, fill: 'none', 'aria-hidden': 'true', focusable: 'false' })
  svg.append(shape('path', { class: 'shift-line__axis', d: `M${at(0)} ${middle}H${at(most)}` }))
  for (let step = 0; step <= most; step += steps ? 1 : Math.max(1, most)) svg.append(shape('path', { class: 'shift-line__axis', d: `M${at(step)} ${middle - 5}V${middle + 5}` }))
  if (then !== null && now !== null && then !== now) {
    const way = `M${at(then)} ${middle}H${at(now)}`
    svg.append(shape('path', { class: 'shift-line__thread', d: way }), shape('path', { class: 'shift-line__cut', d: way }))
  }
  if (then !== null) svg.append(shape('circle', { class: 'shift-line__then', cx: String(at(then)), cy: String(middle), r: String(then === now ? ring + 2 : ring) }))
  if (now !== null) svg.append(shape('circle', { class: 'shift-line__now', cx: String(at(now)), cy: String(middle), r: String(then === now ? dot - 2.5 : dot) }))
  return svg
}

function shape<K extends keyof SVGElementTagNameMap> (name: K, attributes: Record<string, string>): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
