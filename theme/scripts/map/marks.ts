import { n, path, shape } from './svg.ts'

/**
 * The mark of an organization: its shape says at which level it is known, and it is hollow where it is time to look again. Whatever
 * of it reaches farthest is `reach` from its middle.
 * @param text Stands in it; '' for nothing.
 * @param size Of its letters.
 * @param wide Whether there is room for a text in it.
 */
export function mark (x: number, y: number, reach: number, level: number | null, hollow: boolean, text = '', size = 0, wide = text !== ''): SVGGElement {
  const group = shape('g', { class: hollow ? 'mk mk--due' : 'mk' }, outline(x, y, reach, level, wide))
  if (text !== '') group.append(shape('text', { x, 'font-size': size, y: y + size * (level === 2 ? 0.42 : 0.36), ...text.length > 2 && { textLength: reach * 1.45, lengthAdjust: 'spacingAndGlyphs' } }, text))
  return group
}

function outline (x: number, y: number, reach: number, level: number | null, wide: boolean): SVGElement {
  const at = (...points: (readonly [number, number])[]): SVGElement =>
    shape('path', { d: path(points.map(([dx, dy]) => [x + dx * reach, y + dy * reach] as const), 'Z') })
  switch (level) {
    case 0: return shape('circle', { cx: x, cy: y, r: reach * 0.88 })
    case 1: return at([-0.71, -0.71], [0.71, -0.71], [0.71, 0.71], [-0.71, 0.71])
    // With a number in it, its sides are round, so that there is room.
    case 2: return wide ? roundTriangle(x, y, reach) : at([0, -1], [0.866, 0.5], [-0.866, 0.5])
    case 3: return at([0, -1], [1, 0], [0, 1], [-1, 0])
    default: return at([-0.28, -0.84], [0.28, -0.84], [0.28, -0.28], [0.84, -0.28], [0.84, 0.28], [0.28, 0.28], [0.28, 0.84], [-0.28, 0.84], [-0.28, 0.28], [-0.84, 0.28], [-0.84, -0.28], [-0.28, -0.28])
  }
}

function roundTriangle (x: number, y: number, reach: number): SVGElement {
  const side = n(reach * Math.sqrt(3))
  const to = (dx: number, dy: number): string => `${n(x + dx * reach)} ${n(y + dy * reach)}`
  const arc = `A${side} ${side} 0 0 1 `
  return shape('path', { d: `M${to(0, -1)}${arc}${to(0.866, 0.5)}${arc}${to(-0.866, 0.5)}${arc}${to(0, -1)}Z` })
}

/** The same as a small sign in a text. */
export function sign (level: number | null, hollow: boolean): SVGSVGElement {
  return shape('svg', { class: 'sh', width: 18, height: 18, viewBox: '-9 -9 18 18', 'aria-hidden': 'true', focusable: 'false' },
    mark(0, level === 2 ? 1.4 : 0, 7.4, level, hollow))
}
