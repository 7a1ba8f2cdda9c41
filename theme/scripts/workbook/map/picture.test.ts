import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookWith, guideWithMap, mapOf, type Said } from '../testing/map.ts'
import { atOnce } from '../turns.ts'
import { meet, narrow, paper, paperNumbers, ring, wedge, wide, wideNumbers, type Box, type Frame } from './frame.ts'
import { keysOf, ringTotals } from './keys.ts'
import { dotOf } from './names.ts'
import { withoutRows, type Organization } from './organizations.ts'
import { besidePicture } from './picture-said.ts'
import { frames, pictureOf, Places, settle, type Picture } from './picture.ts'
import { takeaway } from './said.ts'
import { widthOf } from './text-width.ts'
import { spent } from '../testing/spent.ts'

const guide = guideWithMap()
const first = ['Amber', 'Birch Lane', 'Cedar', 'Copper Kettle', 'Eastgate', 'Fernhill', 'Harbor Street', 'Hillside', 'Juniper', 'Lakeside', 'Lantern', 'Millbrook', 'Northside', 'Oak', 'Quiet Room', 'Riverbend', 'Stone Bridge', 'Two Rivers', 'Westbrook']
const last = ['Bakery', 'College', 'Works', 'Makers Hub', 'Credit Union', 'Law Clinic', 'Health Center', 'Homes', 'Family Center', 'Interfaith Table', 'Textile Co-op', 'Choir']
/** The same numbers each time. */
function random (seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(1664525, state) + 1013904223) >>> 0) / 4294967296
}
function rows (count: number, seed = 7, more: Said = {}): Said[] {
  const next = random(seed)
  const pick = (most: number): number => Math.floor(next() * most)
  return Array.from({ length: count }, () => ({ name: `${first[pick(first.length)]} ${last[pick(last.length)]}`, sector: pick(10), tie: pick(4), level_: pick(4), ...more }))
}
const mapWith = (said: readonly Said[], of = guide) => mapOf(of, bookWith(said)).map
const draw = (said: readonly Said[], pair: readonly [Frame, Frame] = frames.screen): Picture => atOnce(settle(mapWith(said), pair, 'nobody yet'))
/** Each place with what it draws there: wide screens, paper, and narrow ones. */
const places: readonly [string, (said: readonly Said[]) => Picture][] = [
  ['1280', said => draw(said)], ['paper', said => draw(said, frames.paper)], ['768 and 390', said => pictureOf(mapWith(said), narrow, 'nobody yet')]
]

/** What overlaps, leaves its cell, or stands outside of the picture. */
function problems ({ frame, parts, marks, labels, rim, more, keys }: Picture): string[] {
  const found: string[] = []
  const { reach } = frame
  marks.forEach((a, i) => {
    for (const b of marks.slice(i + 1)) if (Math.hypot(a.x - b.x, a.y - b.y) < 2 * reach - 1e-6) found.push(`${a.of.key} lies on ${b.of.key}`)
    const distance = Math.hypot(a.x, a.y)
    const [inner, outer] = ring(frame, parts, a.of.tie)
    const [from, to] = wedge(parts, a.of.sector)
    const angle = (Math.atan2(a.x, -a.y) + 2 * Math.PI) % (2 * Math.PI)
    if (distance - reach < inner || distance + reach > outer || angle < from || angle > to) found.push(`${a.of.key} leaves its cell`)
  })
  for (const { sector, tie, count, x, y, turned } of more) {
    const [wide, high] = [widthOf(`+${count}`, frame.more) / 2, frame.more * 0.36]
    const angle = turned * Math.PI / 180
    for (const { x: mx, y: my, of } of marks) {
      const [dx, dy] = [(mx - x) * Math.cos(angle) + (my - y) * Math.sin(angle), (my - y) * Math.cos(angle) - (mx - x) * Math.sin(angle)]
      const beyond = Math.hypot(Math.max(0, Math.abs(dx) - wide), Math.max(0, Math.abs(dy) - high))
      if (beyond < reach * 0.95) found.push(`+${count} of ${sector} ${tie} lies on ${of.key}`)
    }
  }
  const boxes: [string, Box][] = [
    ...labels.map((label): [string, Box] => [`name of ${label.of.key}`, label.box]), ...rim.map((text): [string, Box] => [`sector ${text.sector}`, text.box]),
    ...keys.map((box, i): [string, Box] => [`key ${i}`, box])
  ]
  boxes.forEach(([name, box], i) => {
    for (const [other, its] of boxes.slice(i + 1)) if (meet(box, its)) found.push(`${name} lies on ${other}`)
    for (const mark of marks) if (meet(box, dotOf({ ...frame, reach: reach * 0.8 }, mark)) && name !== `name of ${mark.of.key}`) found.push(`${name} lies on ${mark.of.key}`)
    if (Math.max(Math.abs(box[0]), Math.abs(box[2])) > frame.width / 2 + 1 || Math.max(Math.abs(box[1]), Math.abs(box[3])) > frame.height / 2 + 1) found.push(`${name} stands outside`)
  })
  return found
}

test('at every count from 1 to 300 nothing overlaps, on no screen and not on paper', () => {
  for (const [place, drawn] of places) {
    for (let count = 1; count <= 300; count += count < 61 ? 1 : 7) {
      const picture = drawn(rows(count, count))
      assert.deepEqual(problems(picture), [], `${count} at ${place}`)
      assert.equal(picture.marks.length + picture.more.reduce((sum, one) => sum + one.count, 0), count)
    }
  }
})

/** Marks that stand nearer to a line between sectors than their own radius, and whose sector is wide enough there for one that does not. */
function nearLines ({ frame: { reach }, parts, marks }: Picture): string[] {
  return marks.flatMap(({ of, x, y }) => {
    const distance = Math.hypot(x, y)
    const angle = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI)
    const [from, to] = wedge(parts, of.sector)
    const room = (between: number): number => distance * Math.sin(between) - reach
    return room((to - from) / 2) >= reach && room(Math.min(angle - from, to - angle)) < reach - 1e-6 ? [of.key] : []
  })
}

test('a mark keeps its own radius from the line between two sectors, where its sector is that wide; one with a number, as long as there is such a place', () => {
  const counts = [3, 12, 25, 38, 60, 300]
  const crowded = [rows(40, 3, { sector: 2 }), rows(300, 3, { sector: 9, tie: 3 }), rows(300, 3, { sector: 0, tie: 0 })]
  for (const frame of [...new Set(Object.values(frames).flat()), narrow]) {
    for (const said of [...counts.map(count => rows(count, count)), ...crowded]) {
      const picture = pictureOf(mapWith(said), frame, 'nobody yet')
      const alone = ({ of: { sector, tie } }: Picture['marks'][number]): boolean => picture.counts[sector]![tie]! <= 2
      const marks = frame.numbers === null ? picture.marks : picture.marks.filter(alone)
      assert.deepEqual(nearLines({ ...picture, marks }), [], `${said.length} in ${frame.width}`)
    }
  }
})

test('nothing overlaps where all stand in one sector, in one cell, are called long, or are written in other scripts', () => {
  const cases: [string, Said[]][] = [
    ['one sector', rows(40, 3, { sector: 2 })], ['one cell', rows(40, 3, { sector: 2, tie: 0 })], ['300 in one cell', rows(300, 3, { sector: 9, tie: 3 })],
    ['long', rows(38, 4, { name: 'The Interdenominational Neighborhood Association for Families of the Greater Riverbend Area' })], ['Chinese', rows(38, 4, { name: '河畔社区家庭服务与就业支援中心' })],
    ['Arabic', rows(38, 4, { name: 'مركز خدمات الأسرة في الحي الشمالي' })], ['one long word', rows(20, 4, { name: 'Donaudampfschifffahrtsgesellschaftskapitän' })], ['nobody', []]
  ]
  for (const [place, drawn] of places) for (const [name, said] of cases) assert.deepEqual(problems(drawn(said)), [], `${name} at ${place}`)
})

test('up to 40 organizations have their names in the picture, and numbers beyond', () => {
  for (const [, pair] of Object.entries(frames)) {
    let named = 0
    for (let seed = 1; seed <= 20; seed++) named += draw(rows(38, seed), pair).labels.filter(label => label.number === 0).length > 32 ? 1 : 0
    assert.ok(named >= 18, `${named} of 20 maps of 38`)
    assert.equal(draw(rows(12, 5), pair).labels.length, 12)
    assert.equal(draw(rows(41, 5), pair).frame, pair[1])
  }
})

test('what explains the picture takes no more room than six lines, so that names of sectors stay around it', () => {
  for (const frame of Object.values(frames).flat()) {
    for (const [, top, , bottom] of keysOf(frame, mapWith([]).of, [120, 80, 60, 40]).boxes) assert.ok(bottom - top < frame.rim.count * 9.5)
  }
})

test('the same rows give the same picture', () => {
  for (const [, drawn] of places) assert.deepEqual(drawn(rows(38)), drawn(rows(38)))
})

const where = (picture: Picture): Map<string, string> => new Map(picture.marks.map(({ of, x, y }) => [of.key, `${x} ${y}`]))
/** Marks that stand elsewhere than before. One that finds no room any more is counted, and has not moved. */
const moved = (before: Picture, after: Picture, but: string): string[] => {
  const now = where(after)
  return [...where(before)].flatMap(([key, at]) => key !== but && now.has(key) && now.get(key) !== at ? [key] : [])
}

test('while somebody works, a row that changes, goes or comes moves no other mark, at every count and in every frame', () => {
  for (const frame of [wide, wideNumbers, narrow, paper, paperNumbers]) {
    for (let count = 1; count <= 300; count += count < 61 ? 1 : 7) {
      const map = mapWith(rows(count, count))
      const all = map.organizations
      const places = new Places()
      const next = random(count)
      let before = pictureOf(map, frame, 'nobody yet', places)
      const follow = (organizations: readonly Organization[], but: string, what: string): void => {
        const after = pictureOf({ ...map, organizations }, frame, 'nobody yet', places)
        assert.deepEqual(moved(before, after, but), [], `${what} of ${count} in ${frame.width}`)
        before = after
      }
      for (let turn = 0; turn < 2; turn++) {
        const one = all[Math.floor(next() * count)]!
        const { key, sector, tie } = one
        follow(all.map(other => other === one ? { ...one, sector: (sector! + 1 + Math.floor(next() * 8)) % 10, tie: Math.floor(next() * 4) } : other), key, `${key} changed`)
        follow(all.filter(other => other !== one), key, `${key} gone`)
        follow(all, key, `${key} back`)
        follow([...all, { ...one, key: 'new', born: count + 1 }, { ...one, key: 'newer', born: count + 2, tie: 3 - tie! }], '', 'two more')
        assert.deepEqual(problems(before), [])
        follow(all, '', 'two less')
      }
    }
  }
})

test('drawn anew by somebody else, a row that changed has moved at most a few of those that had given way in its two cells, and none of 25', () => {
  for (const [place, drawn] of places) {
    for (const count of [10, 25, 60, 150, 300]) {
      const said = rows(count)
      const before = drawn(said)
      let most = 0
      for (let i = 0; i < count; i += Math.ceil(count / 12)) {
        const { sector, tie } = said[i]!
        const after = drawn(said.map((row, at) => at === i ? { ...row, sector: (sector! + 3) % 10 } : row))
        if (after.frame !== before.frame) continue
        const away = moved(before, after, `r${i + 1}`)
        most = Math.max(most, away.length)
        const cells = [sector!, (sector! + 3) % 10]
        for (const { of } of after.marks) if (away.includes(of.key)) assert.ok(cells.includes(of.sector) && of.tie === tie)
      }
      assert.ok(most <= (count <= 25 ? 0 : 6), `${most} of ${count} at ${place}`)
    }
  }
})

test('where names stand in the picture, no two of 25 rows have the same place, in one cell too', () => {
  for (const [, [named]] of Object.entries(frames)) {
    for (const tie of [0, 1, 2, 3]) {
      const map = mapWith(rows(25, 3, { sector: 4, tie }))
      const before = pictureOf(map, named, 'nobody yet')
      for (const { key } of map.organizations) {
        assert.deepEqual(moved(before, pictureOf(withoutRows(map, new Set([key])), named, 'nobody yet'), key), [], `${key} gone from ring ${tie} in ${named.width}`)
      }
    }
  }
})

test('words are high enough: 12 pixels on screens, 9 points on paper', () => {
  const least = (frame: Frame): number => Math.min(frame.rim.size, frame.more, frame.numbers ?? 99, frame.names?.size ?? 99, frame.rim.kind === 'names' ? frame.rim.count : 99)
  // What the part measures: from that width on it draws the wide picture; the narrow one is 284 pixels wide where the window has 320.
  for (const frame of frames.screen) assert.ok(least(frame) * 1034 / frame.width >= 12)
  assert.ok(least(narrow) * 284 / narrow.width >= 12)
  for (const frame of frames.paper) assert.ok(least(frame) >= 9)
})

test('a full cell says how many more there are', () => {
  const picture = draw(rows(60, 3, { sector: 1, tie: 1 }))
  assert.equal(picture.more.length, 1)
  assert.ok(picture.marks.length >= 8)
  assert.equal(picture.more[0]!.count, 60 - picture.marks.length)
})

test('a filter leaves out marks, and opens no sector', () => {
  const map = mapWith([{ name: 'A', sector: 0, tie: 0 }, { name: 'B', sector: 1, tie: 0 }])
  const shown = withoutRows(map, new Set(['r2']))
  const picture = pictureOf(shown, narrow, 'nobody yet')
  assert.deepEqual(picture.marks.map(({ of }) => of.name), ['A'])
  assert.deepEqual(picture.open.slice(0, 3), [false, false, true])
  assert.equal(takeaway(shown), 'You work closely with 1 of 10 sectors; nobody yet in 8 of them')
})

test('beside the lines it says how many stand in each ring', () => {
  const map = mapWith([{ name: 'A', sector: 0, tie: 0 }, { name: 'B', sector: 1, tie: 0 }, { name: 'C', sector: 1, tie: 3 }, { name: 'D', tie: 3 }])
  const totals = ringTotals(4, pictureOf(map, wide, 'nobody yet').counts)
  assert.deepEqual(totals, [2, 0, 0, 1])
  assert.deepEqual(keysOf(wide, map.of, totals).keys.filter(({ kind }) => kind === 'tie').map(({ text }) => text.replace(/.*: /, '')), ['2', '0', '0', '1'])
  // One organization more moves nothing of what explains the picture.
  assert.deepEqual(keysOf(wide, map.of, [12, 80, 9, 1]).boxes, keysOf(wide, map.of, totals).boxes)
})

test('other guides part their map otherwise', () => {
  for (const [sectors, ties] of [[3, 2], [5, 3], [8, 5], [14, 4]] as const) {
    const other = guideWithMap(Array.from({ length: sectors }, (_, i) => `A need of people number ${i + 1}`), Array.from({ length: ties }, (_, i) => `Step ${i + 1}`))
    const next = random(5)
    const said = Array.from({ length: 25 }, (_, i): Said => ({ name: `Place ${i + 1}`, sector: Math.floor(next() * sectors), tie: Math.floor(next() * ties) }))
    for (const pair of [frames.screen, frames.paper, [narrow, narrow] as const]) assert.deepEqual(problems(atOnce(settle(mapWith(said, other), pair, 'nobody yet'))), [], `${sectors} and ${ties}`)
  }
})

test('marks come within a tenth of a second, for a thousand rows too', () => {
  const map = mapWith(rows(1000))
  const time = spent()
  pictureOf(map, narrow, 'nobody yet')
  pictureOf(map, frames.screen[1], 'nobody yet')
  assert.ok(time() < 100)
  assert.equal(keysOf(narrow, map.of, []).keys.length, 0)
})

test('what is not in the picture is said, so that counts add up', () => {
  const two = guideWithMap(['Employers', 'Schools'])
  const beside = (said: readonly Said[]): string => {
    const { map } = mapOf(two, bookWith(said))
    return besidePicture(map, atOnce(settle(map, frames.screen, 'nobody')))
  }
  assert.equal(beside([{ name: 'A', sector: 0, tie: 3 }]), '')
  assert.equal(beside([{ name: 'A', sector: 0, tie: 3 }, { name: 'B', tie: 3 }, { name: 'C', tie: 1 }, { name: 'D', tie: 3 }, { name: 'E' }, { name: 'F', sector: 1 }]),
    '4 without a sector (In conversation: 1; Know of them: 2; Not said: 1). Not in the picture: B, C, D, E, and F. Their sector, or how close you are, is not said.')
  assert.equal(beside([{ name: 'A', sector: 0, tie: 3, introducer: 'the board treasurer' }, { name: 'B', sector: 0, tie: 2, introducer: 'nobody asks' }, { name: 'C', sector: 1, tie: 3, 'known-by': 'job coach' }]),
    'Who can introduce us: the board treasurer (to A); job coach (to C).')
  assert.match(beside(Array.from({ length: 15 }, (_, i) => ({ name: `N${i}`, sector: 0, tie: 3, introducer: 'x' }))), /N10, N11\); 3 more\.$/)
})
