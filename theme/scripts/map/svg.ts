/** Makes an element of a picture. */
export function shape<K extends keyof SVGElementTagNameMap> (name: K, attributes: Record<string, string | number> = {}, ...children: (Node | string)[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === 'number' ? n(value) : value)
  element.append(...children)
  return element
}

/** A length of a picture, short. */
export function n (value: number): string {
  return String(+value.toFixed(1))
}

/** A way through points. */
export function path (points: readonly (readonly [number, number])[], closed = ''): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${closed}`
}
