import { polar } from '../workbook/map/frame.ts'
import { n, path, shape } from './svg.ts'

/** One piece of thread: the closer the ring, the stronger the thread. @param strength From 0, the strongest, to 3. */
export function thread (strength: 0 | 1 | 2 | 3, d: string): SVGElement[] {
  const rope = shape('path', { class: `th3 rope rope--${strength}`, d })
  return strength < 2 ? [rope, shape('path', { class: `eyes eyes--${strength} on-${strength}`, d })] : [rope]
}

/** A thread as a small sign in a text. */
export function threadSign (strength: 0 | 1 | 2 | 3): SVGSVGElement {
  return shape('svg', { class: 'rp', width: 44, height: 12, viewBox: '0 0 44 12', fill: 'none', 'aria-hidden': 'true', focusable: 'false' }, ...thread(strength, 'M6 6H38'))
}

const layers = 16

/** Four threads in one cord, closed around the agency: after sixteen crossings each thread is back where it began. */
export function cord (hub: number): SVGElement[] {
  const [inner, gap, width] = [hub * 0.43, hub * 0.137, hub * 0.088]
  const places = [1, 2, 3, 4]
  const drawn: SVGElement[] = []
  const run = (layer: number, from: number, to: number): [number, number][] => {
    const [begin, end] = [layer, layer + 1].map((at, i) => 2 * Math.PI * at / layers + (i === 0 ? -0.012 : 0.012)) as [number, number]
    return Array.from({ length: 11 }, (_, i) => {
      const share = i / 10
      const eased = share * share * (3 - 2 * share)
      return polar(inner + (from + (to - from) * eased) * gap, begin + (end - begin) * share)
    })
  }
  for (let layer = 0; layer < layers; layer++) {
    const even = layer % 2 === 0
    const pairs = even ? [[0, 1], [2, 3]] as const : [[1, 2]] as const
    places.forEach((thread, lane) => { if (!pairs.flat().includes(lane as never)) drawn.push(...strand(thread, path(run(layer, lane, lane)), width, false)) })
    for (const [a, b] of pairs) {
      const [under, over] = even ? [b, a] : [a, b]
      drawn.push(...strand(places[under]!, path(run(layer, under, over)), width, false), ...strand(places[over]!, path(run(layer, over, under)), width, true))
      ;[places[a], places[b]] = [places[b]!, places[a]!]
    }
  }
  return drawn
}

/** A piece of one of the four, in its own weave; where it lies above another one, with room around. */
function strand (which: number, d: string, width: number, above: boolean): SVGElement[] {
  const share = width / 12
  const cut = (attributes: Record<string, string | number>): SVGElement => shape('path', { class: 'cut', d, ...attributes })
  return [
    ...above ? [cut({ 'stroke-width': width * 1.7 })] : [],
    shape('path', { class: `th${which}`, d, 'stroke-width': width }),
    ...which === 2
      ? [cut({ 'stroke-width': width + 1, 'stroke-dasharray': `1.6 ${n(12 * share)}` })]
      : which === 3
        ? [cut({ 'stroke-width': 4.6 * share, 'stroke-linecap': 'round', 'stroke-dasharray': `0 ${n(13 * share)}`, 'stroke-dashoffset': '-3' })]
        : which === 4 ? [cut({ 'stroke-width': 4.4 * share })] : []
  ]
}
