import { polar, ring, strength, wedge, type Frame } from '../workbook/map/frame.ts'
import { keysOf, ringTotals } from '../workbook/map/keys.ts'
import type { MapTable } from '../workbook/map/organizations.ts'
import type { Dot, Picture } from '../workbook/map/picture.ts'
import type { Placed } from '../workbook/map/slots.ts'
import * as words from '../words/map.ts'
import { mark } from './marks.ts'
import { n, shape } from './svg.ts'
import { cord, thread } from './threads.ts'

/** Draws the target. @param look Names its size among the styles: `wide`, `narrow`, or `paper`. @param bare Whether marks have no numbers in them. */
export function drawTarget (picture: Picture, of: MapTable, look: string, titleId: string, aboutId: string, bare = false): SVGSVGElement {
  const { frame } = picture
  const svg = shape('svg', {
    class: `target target--${look}`, viewBox: [-frame.width / 2, -frame.height / 2, frame.width, frame.height].map(n).join(' '),
    width: frame.width, height: frame.height, fill: 'none', role: 'img', 'aria-labelledby': titleId, 'aria-describedby': aboutId
  })
  svg.append(...grounds(picture), ...lines(picture), ...rim(picture), ...picture.marks.map(one => dot(frame, one, bare)),
    ...picture.more.map(({ tie, count, x, y, turned }) => shape('text', { class: `more on-${strength(picture.parts, tie)}`, 'font-size': frame.more, y: frame.more * 0.36, transform: `translate(${n(x)} ${n(y)}) rotate(${n(turned)})` }, words.picture.more({ number: count }))),
    ...names(picture), ...middle(frame), ...keys(picture, of))
  return svg
}

function arc (radius: number, from: number, to: number): string {
  const at = (angle: number): string => polar(radius, angle).map(n).join(' ')
  return `M${at(from)}A${n(radius)} ${n(radius)} 0 0 1 ${at(to)}`
}

/** Rings of color under everything; a sector in which nobody is has none. */
function grounds ({ frame, parts, open }: Picture): SVGElement[] {
  const found: SVGElement[] = []
  for (let tie = parts.ties - 1; tie >= 0; tie--) {
    found.push(shape('circle', { class: `ground on-${strength(parts, tie)}`, r: ring(frame, parts, tie)[1] }))
  }
  open.forEach((isOpen, sector) => {
    if (isOpen) found.push(shape('path', { class: 'open__in', d: `${arc(frame.radius + 1, ...wedge(parts, sector))}L0 0Z` }))
  })
  return found
}

/** Between sectors a fine line; an open sector has a broken outline; and the rings' threads, dotted where nobody is yet. */
function lines ({ frame, parts, counts, open }: Picture): SVGElement[] {
  const found: SVGElement[] = []
  for (let sector = 0; sector < parts.sectors; sector++) {
    const [from, to] = wedge(parts, sector)
    const beside = open[(sector + parts.sectors - 1) % parts.sectors]!
    const [begin, end] = [polar(frame.hub, from), polar(frame.radius, from)].map(point => point.map(n).join(' '))
    found.push(shape('path', { class: open[sector] === true || beside ? 'open' : 'ln', d: `M${begin}L${end}` }))
    if (open[sector] === true) found.push(shape('path', { class: 'open', d: arc(frame.radius, from, to) }))
    else {
      for (let tie = 0; tie < parts.ties; tie++) {
        const radius = ring(frame, parts, tie)[1]
        const gap = frame.lines[0]! * 0.6 / radius
        const d = arc(radius, from + gap, to - gap)
        found.push(...counts[sector]![tie] === 0 ? [shape('path', { class: 'ln-open', d })] : thread(strength(parts, tie), d))
      }
    }
  }
  return found
}

function rim ({ frame, rim }: Picture): SVGElement[] {
  return rim.map(({ lines, x, y, anchor, count, open }) => shape('text', { class: frame.rim.kind === 'names' ? 'sector' : 'ltr', 'font-size': frame.rim.size, 'text-anchor': anchor },
    ...lines.map((line, i) => {
      const isLast = i === lines.length - 1
      const text = shape('tspan', { x, y: y + i * frame.rim.line, ...open && isLast && { class: 'sector__n', 'font-size': frame.rim.count } }, line)
      return isLast && count !== '' ? shape('tspan', {}, text, shape('tspan', { class: 'sector__n', 'font-size': frame.rim.count, dx: 6 }, count)) : text
    })))
}

/** A mark; whoever points at it reads its name. */
function dot (frame: Frame, { of, x, y }: Placed<Dot>, bare: boolean): SVGElement {
  const isNumbered = frame.numbers !== null
  const drawn = mark(x, y, frame.reach, of.level, of.look !== null, isNumbered && !bare ? String(of.number) : '', frame.numbers ?? 0, isNumbered)
  drawn.prepend(shape('title', {}, of.name))
  drawn.dataset['key'] = of.key
  return drawn
}

function names ({ labels, frame, parts }: Picture): SVGElement[] {
  return labels.map(({ of, lines, x, y, anchor, number }) => shape('text', { class: number > 0 ? `name name--number on-${strength(parts, of.tie)}` : `name on-${strength(parts, of.tie)}`, 'font-size': frame.names!.size, 'text-anchor': anchor },
    ...lines.map((line, i) => shape('tspan', { x, y: y + i * frame.names!.line }, line))))
}

/** The agency, within its cord. */
function middle (frame: Frame): SVGElement[] {
  const size = frame.hub * 0.27
  return [shape('circle', { class: 'hub', r: frame.hub }), ...cord(frame.hub), shape('text', { class: 'us', 'font-size': size, y: size * 0.33 }, words.middle)]
}

/** What lines and marks mean. */
function keys ({ frame, parts, counts }: Picture, of: MapTable): SVGElement[] {
  const size = frame.rim.count
  return keysOf(frame, of, ringTotals(parts.ties, counts)).keys.flatMap(({ kind, index, text, x, y, indent }) => {
    const said = shape('text', { class: kind === 'head' ? 'k k--head' : 'k', 'font-size': size, x: x + indent, y }, text)
    const middle = y - size * 0.35
    switch (kind) {
      case 'head': return [said]
      case 'tie': return [...thread(strength(parts, index), `M${n(x + size * 0.4)} ${n(middle)}h${n(size * 2.1)}`), said]
      case 'level': return [mark(x + size * 0.6, middle, size * 0.52, index, false), said]
      case 'unsaid': return [mark(x + size * 0.6, middle, size * 0.52, null, false), said]
      case 'hollow': return [mark(x + size * 0.6, middle, size * 0.52, 0, true), said]
    }
  })
}
