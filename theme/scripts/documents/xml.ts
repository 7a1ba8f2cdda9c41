import { limits } from './limits.ts'
import { Refused } from './metadata.ts'
import type { Pace } from './pace.ts'

/** An element. Names carry the prefixes of `prefixes` below, whatever the file calls them. */
export interface XmlElement {
  name: string
  attributes: Map<string, string>
  children: XmlNode[]
}

export type XmlNode = XmlElement | string

/** The prefix that this code knows a namespace by; Word's strict files use other names for the same thing. */
const prefixes: [namespace: RegExp, prefix: string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/word\/2010\/wordml$/, 'w14'],
  [/\/word\/2012\/wordml$/, 'w15'],
  [/\/wordml\/symex$/, 'w16se'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/docPropsVTypes$/, 'vt']
]

// Word declares about forty namespaces, all on one element.
const mostAttributes = 200

// Characters that take longer than an element.
const longText = 10_000

const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const tagName = /[^\s=<>"'/]+/y
const tagEnd = /\s*(\/?)>/y
const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));|&/gi
const named = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]])

export function damaged (): Refused {
  return new Refused('damaged')
}

/**
 * Reads XML into a tree, in steps. Only the five named entities and numbers are known, a DOCTYPE is refused: nothing in
 * the file can define or load anything.
 */
export async function parseXml (bytes: Uint8Array, pace: Pace, shorten = (xml: string): string => xml): Promise<XmlElement> {
  const [one, two] = bytes
  const text = shorten(new TextDecoder(one === 0xff || two === 0 ? 'utf-16le' : one === 0xfe || one === 0 ? 'utf-16be' : 'utf-8').decode(bytes))
  const root: XmlElement = { name: '', attributes: new Map(), children: [] }
  const open = [{ element: root, raw: '', scope: new Map<string, string>() }]
  let at = 0
  let count = 0
  for (;;) {
    const here = open.at(-1)!
    const next = text.indexOf('<', at)
    if (next < 0) break
    if (pace.due || next - at > longText) await pace.restAt(0.3 + 0.6 * at / text.length)
    if (next > at) here.element.children.push(unescape(text.slice(at, next)))
    const mark = text.charCodeAt(next + 1)
    if (mark === 0x3f) { // <?
      at = after(text, '?>', next)
    } else if (mark === 0x21) { // <!
      if (text.startsWith('<!--', next)) {
        at = after(text, '-->', next)
      } else if (text.startsWith('<![CDATA[', next)) {
        at = after(text, ']]>', next)
        here.element.children.push(text.slice(next + 9, at - 3))
      } else {
        throw damaged()
      }
    } else if (mark === 0x2f) { // </
      at = after(text, '>', next)
      if (open.length === 1 || text.slice(next + 2, at - 1).trimEnd() !== here.raw) throw damaged()
      open.pop()
      if (here.element.name === 'mc:AlternateContent') here.element.children = chosen(elements(here.element))
    } else {
      if (++count > limits.xmlElements || open.length > limits.xmlDepth) {
        throw new Refused('too-large')
      }
      const started = startTag(text, next + 1, here.scope)
      here.element.children.push(started.element)
      if (!started.closed) open.push(started)
      at = started.end
    }
  }
  const [whole, more] = elements(root)
  if (open.length !== 1 || whole === undefined || more !== undefined) throw damaged()
  return whole
}

/** Of what a file tells several times, for older and newer programs, the first telling whose names are known here, else the plain one. */
function chosen (tellings: readonly XmlElement[]): XmlNode[] {
  const known = tellings.find(telling => telling.name === 'mc:Choice' && /^(?:(?:w|w1[45]|w16se|wp[cgs])(?: |$))*$/.test(attributeOf(telling, 'Requires')))
  return (known ?? tellings.find(telling => telling.name === 'mc:Fallback') ?? tellings[0])?.children ?? []
}

function after (text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  if (found < 0) throw damaged()
  return found + end.length
}

function startTag (text: string, from: number, outer: Map<string, string>) {
  tagName.lastIndex = from
  const raw = tagName.exec(text)?.[0]
  if (raw === undefined) throw damaged()
  let end = from + raw.length
  const read = new Map<string, string>()
  for (;;) {
    attribute.lastIndex = end
    const match = attribute.exec(text)
    if (match === null) break
    if (read.has(match[1]!) || read.size > mostAttributes) throw damaged()
    read.set(match[1]!, unescape(match[2] ?? match[3]!))
    end = attribute.lastIndex
  }
  tagEnd.lastIndex = end
  const close = tagEnd.exec(text)
  if (close === null) throw damaged()
  let scope = outer
  for (const [name, value] of read) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    if (scope === outer) scope = new Map(outer)
    if (scope.size > mostAttributes) throw damaged()
    const own = name.slice(6)
    // Another program's names never pass for Word's.
    scope.set(own, prefixes.find(([namespace]) => namespace.test(value))?.[1] ?? (prefixes.some(([, prefix]) => prefix === own) ? '_' : own))
  }
  const attributes = new Map<string, string>()
  for (const [name, value] of read) {
    attributes.set(name.includes(':') ? canonical(name, scope) : name, name === 'Requires' ? value.replace(/[^ ]+/g, prefix => scope.get(prefix) ?? prefix) : value)
  }
  return { element: { name: canonical(raw, scope), attributes, children: [] as XmlNode[] }, raw, scope, closed: close[1] === '/', end: tagEnd.lastIndex }
}

function canonical (name: string, scope: Map<string, string>): string {
  const colon = name.indexOf(':')
  const prefix = scope.get(name.slice(0, Math.max(colon, 0)))
  return prefix === undefined || prefix === '' ? name : prefix + ':' + name.slice(colon + 1)
}

function unescape (text: string): string {
  if (text.length > limits.text) throw new Refused('too-large')
  if (!/[&\r]/.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replace(reference, (_, decimal?: string, hex?: string, name?: string) => {
    const character = named.get(name ?? '')
    if (character !== undefined) return character
    if (decimal === undefined && hex === undefined) throw damaged()
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16)
    if (code > 0x10ffff) throw damaged()
    return String.fromCodePoint(code)
  })
}

/** Writes a tree that was read from a file that uses our own prefixes. */
export function writeXml (root: XmlElement): string {
  const out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  const write = (node: XmlNode): void => {
    if (typeof node === 'string') {
      out.push(escape(node))
      return
    }
    out.push('<', node.name)
    for (const [name, value] of node.attributes) out.push(' ', name, '="', escapeAttribute(value), '"')
    if (node.children.length === 0) {
      out.push('/>')
      return
    }
    out.push('>')
    node.children.forEach(write)
    out.push('</', node.name, '>')
  }
  write(root)
  return out.join('')
}

const byNumber = (character: string): string => `&#${character.charCodeAt(0)};`

/** Escapes text for an element's content and leaves out what XML cannot hold. */
export function escape (text: string): string {
  return xmlText(text).replace(/[&<>\r]/g, byNumber)
}

/** Escapes text for an attribute. */
export function escapeAttribute (text: string): string {
  return xmlText(text).replace(/[&<>"\t\n\r]/g, byNumber)
}

/** The text without control characters and halves of characters, which XML cannot hold. */
function xmlText (text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
}

/** The first child element of this name. */
export function child (element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name)
}

/** What an attribute says; '' where it is not there. */
export function attributeOf (element: XmlElement | undefined, name = 'w:val'): string {
  return element?.attributes.get(name) ?? ''
}

/** The tag of a content control. */
export function tagOf (control: XmlElement): string {
  return attributeOf(child(child(control, 'w:sdtPr'), 'w:tag'))
}

/** The text that stands in an element itself. */
export function textIn (element: XmlElement): string {
  return element.children.filter(node => typeof node === 'string').join('')
}

/** The child elements. */
export function elements (element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((node): node is XmlElement => typeof node !== 'string')
}

/** All text of a Word file below, a line for each paragraph. */
export function wordsIn (element: XmlElement): string {
  return [...descendants(element)].map(found => found.name === 'w:t' ? textIn(found) : /^w:(?:p|br|cr)$/.test(found.name) ? '\n' : '').join('').trim()
}

/** All elements below, or those of this name and the other, in the order of the file. */
export function * descendants (element: XmlElement, name?: string, other = name): Generator<XmlElement> {
  for (const node of element.children) {
    if (typeof node === 'string') continue
    if (name === undefined || node.name === name || node.name === other) yield node
    yield * descendants(node, name, other)
  }
}

/** The first element of this name below. */
export function first (element: XmlElement, name: string): XmlElement | undefined {
  return descendants(element, name).next().value as XmlElement | undefined
}

/** A new element. */
export function make (name: string, attributes: Record<string, string> = {}, children: XmlNode[] = []): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children }
}

/** A copy that shares nothing. */
export function copy (element: XmlElement): XmlElement {
  return {
    name: element.name,
    attributes: new Map(element.attributes),
    children: element.children.map(node => typeof node === 'string' ? node : copy(node))
  }
}
