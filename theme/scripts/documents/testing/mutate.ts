import { Pace } from '../pace.ts'
import { latin } from '../pdf-parser.ts'
import { listEntries, unpack } from '../unzip.ts'
import { pack, writeZip } from '../zip.ts'
import { hostile } from './hostile.ts'
import { bytesOf } from './bytes.ts'

/** Numbers that look random and are the same for the same seed. */
class Chance {
  #state: number

  constructor (seed: number) {
    this.#state = seed | 0
  }

  /** A whole number from 0 to below `end`. */
  below (end: number): number {
    this.#state = this.#state + 0x6d2b79f5 | 0
    let t = Math.imul(this.#state ^ this.#state >>> 15, 1 | this.#state)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return Math.floor(((t ^ t >>> 14) >>> 0) / 4294967296 * end)
  }

  pick<T> (list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}

type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array | Promise<Uint8Array>

const splice = (bytes: Uint8Array, at: number, gone: number, put: Uint8Array): Uint8Array => {
  const result = new Uint8Array(bytes.length - gone + put.length)
  result.set(bytes.subarray(0, at))
  result.set(put, at)
  result.set(bytes.subarray(at + gone), at + put.length)
  return result
}

/** What can happen to any file. */
const anywhere: Mutation[] = [
  (bytes, chance) => {
    const result = bytes.slice()
    for (let i = 1 + chance.below(8); i > 0; i--) result[chance.below(result.length)]! ^= 1 << chance.below(8)
    return result
  },
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length)),
  (bytes, chance) => bytes.slice(chance.below(Math.min(bytes.length, 2000))),
  (bytes, chance) => splice(bytes, chance.below(bytes.length), 0, Uint8Array.from({ length: 1 + chance.below(200) }, () => chance.below(256))),
  (bytes, chance) => {
    const at = chance.below(bytes.length)
    return splice(bytes, at, Math.min(bytes.length - at, 1 + chance.below(400)), new Uint8Array(0))
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length)
    return splice(bytes, chance.below(bytes.length), 0, bytes.slice(at, at + 1 + chance.below(4000)))
  },
  (bytes, chance) => {
    const result = bytes.slice()
    const at = chance.below(result.length)
    return result.fill(chance.pick([0, 255, 32]), at, at + 1 + chance.below(64))
  }
]

const xmlBits = [
  '<w:sdt>', '</w:sdt>', '<w:p>', '</w:p>', '<w:tbl><w:tr><w:tc>', '</w:tc>', '<w:bookmarkEnd w:id="1"/>', '<!-- ', ']]>', '<![CDATA[', '&bomb;', '&#0;', '&#x110000;', '&amp', '\0',
  '<w:tag w:val="sample.name"/>', '<w:tag w:val="__proto__"/>', '<w:bookmarkStart w:id="1" w:name="tk_ab12cd_999999"/>', '<w:bookmarkStart w:id="9" w:name="tk_ab12cd_12_r999999999"/>',
  '<w:p>'.repeat(3000), '<w:x a="'.padEnd(4000, 'y'), 'w:val="', ' xmlns:w="urn:other"', '<w:sym w:char="zzzz"/>',
  '<mc:AlternateContent>', '<mc:Choice Requires="w14 w16se">', '</mc:Choice>', '<mc:Fallback>', '</mc:AlternateContent>', '<w:sym w:font="Wingdings" w:char="F04A"/>', '<w16se:symEx w16se:char="110000"/>',
  '<w:sdt><w:sdtContent><w:tr>', '<w:trPr><w:del/></w:trPr>', '<w:tcPr><w:cellDel/></w:tcPr>', '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>', '<w:rPr><w:vanish/></w:rPr>', '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>'.repeat(40), '<m:oMath>', '<w:drawing/>', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
]

/** What can happen to the parts of a zip file: inside, in its directory, or to what the directory claims. */
const zip: Mutation[] = [
  async (bytes, chance) => {
    const pace = new Pace()
    const entries = listEntries(bytes)
    const chosen = chance.below(entries.length)
    return writeZip(await Promise.all(entries.map(async (entry, i) => {
      if (i !== chosen && entry.name !== 'word/document.xml') return entry
      let text = new TextDecoder().decode(await unpack(entry, pace))
      for (let n = 1 + chance.below(4); n > 0; n--) {
        const at = chance.below(text.length)
        text = text.slice(0, at) + chance.pick([...xmlBits, '']) + text.slice(at + chance.below(40))
      }
      return await pack(entry.name, text)
    })))
  },
  async (bytes, chance) => {
    const prefix = chance.pick([
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>', '<a>'.repeat(100_000), `<a>${'<b/>'.repeat(200_000)}</a>`,
      `<a ${Array.from({ length: 20_000 }, (_, i) => `b${i}="c"`).join(' ')}/>`, '<a>' + ' '.repeat(3_000_000) + '</a>', '<a>&#' + '9'.repeat(9) + ';</a>', ''
    ])
    return writeZip(await Promise.all(listEntries(bytes).map(async entry => entry.name === 'word/document.xml' ? await pack(entry.name, prefix) : entry)))
  },
  async (bytes, chance) => {
    const json = chance.pick([
      '{"format":2}', '{"format":1}', '[]', '{"__proto__":{"format":1}}', '{"format":1,"document":"__proto__","code":"constructor","guide":"x","values":{"__proto__":"x","constructor":"y"}}',
      '['.repeat(50_000), '{"format":1e99}', '{"format":1,"document":"a","code":"a","guide":"a","serials":[1,null,{}],"values":[1]}'
    ])
    return writeZip(await Promise.all(listEntries(bytes).map(async entry => entry.name === 'docProps/custom.xml'
      ? await pack(entry.name, `<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="PartnershipToolkit"><vt:lpwstr>${json}</vt:lpwstr></property></Properties>`)
      : entry)))
  },
  (bytes, chance) => {
    // A number somewhere in the directory at the end: sizes, offsets, counts, flags, methods.
    const result = bytes.slice()
    const view = new DataView(result.buffer)
    const directory = view.getUint32(result.length - 6, true)
    const at = directory + chance.below(result.length - directory - 4)
    if (chance.below(2) === 0) view.setUint16(at, chance.pick([0, 1, 8, 9, 0xffff, chance.below(0xffff)]), true)
    else view.setUint32(at, chance.pick([0, 1, 0xffffffff, 0x7fffffff, result.length, chance.below(result.length)]), true)
    return result
  }
]

const pdfBits = [
  '1 0 obj', 'endobj', 'stream\r\n', 'endstream', '<<', '>>', '[', ']', '(', ')', '<', '>', '%', '/Kids[1 0 R]', '/Kids[7 0 R 7 0 R]', '/Parent 6 0 R', '/T(__proto__)', '/T(\xfe\xff\xd8\x00)', '0 R',
  '99999999999999999999', '-1', '1e9', '/Length 999999999', '/Length -5', '/Encrypt 1 0 R', 'trailer<</Root 4 0 R>>', 'trailer<</Root 1 0 R/Info 9999 0 R>>', '['.repeat(2000), '<<'.repeat(2000), '('.repeat(2000),
  '\n5 0 obj(', '/V[5 0 R]', '/V(\\777\\)', '/AS/Off', '/V/\xff#00', '/Opt[[(a)]]', '/FT/Btn/Ff 4294967295', '\0'.repeat(50),
  '/Annots[<</Subtype/Ink>>]', '/Annots 5 0 R', '/Subtype/Stamp/F -1', '/Kids[4 0 R 5 0 R]/Type/Pages', '/AS/yes', '/AS 1 0 R', '/Contents<e123>', '/RC(<p)'
]

/** What can happen to the objects of a PDF. */
const pdf: Mutation[] = [
  (bytes, chance) => {
    let result = bytes
    for (let n = 1 + chance.below(5); n > 0; n--) {
      const at = chance.below(result.length)
      result = splice(result, at, Math.min(chance.below(30), result.length - at), bytesOf(chance.pick(pdfBits)))
    }
    return result
  },
  (bytes, chance) => {
    // References that point elsewhere, to themselves or to nothing.
    return bytesOf(latin(bytes).replace(/\b\d+ 0 R/g, reference => chance.below(12) === 0 ? `${chance.below(60)} 0 R` : reference))
  },
  (bytes, chance) => {
    const text = latin(bytes)
    const objects = text.split(/(?<=endobj\n)/)
    const [from, to] = [chance.below(objects.length), chance.below(objects.length)]
    objects.splice(to, 0, ...objects.splice(from, 1))
    return bytesOf(objects.join(''))
  },
  (bytes, chance) => {
    const bomb = chance.pick(['1 0 obj(', '1 0 obj[[[[', '1 0 obj<</A<', '%', '9 0 obj<</Type/ObjStm/N 9/First 9>>stream\n1 0 2 0 3 0 4 0 ', '1 0 obj\n'])
    return splice(bytes, chance.below(bytes.length), 0, bytesOf(bomb.repeat(1 + chance.below(3000))))
  },
  (bytes, chance) => {
    const nested = '/Kids[<</T(a)'.repeat(500) + '>>]'.repeat(500)
    return bytesOf(latin(bytes).replace('/Fields[', `/Fields[<<${chance.pick([nested, '/T(sample)' + nested, '/Kids[1 0 R]'])}>>`))
  }
]

/** A file with one or two things wrong with it; the same seed gives the same file. */
export async function mutate (files: readonly Uint8Array[], seed: number): Promise<Uint8Array> {
  const chance = new Chance(seed)
  let bytes = chance.below(40) === 0 ? chance.pick(Object.values(hostile))(chance.pick([0.02, 0.1, 0.3])) : chance.pick(files)
  const own = bytes[0] === 0x50 ? zip : pdf
  // The first change may break what the second wants to look into.
  bytes = await chance.pick([...own, ...own, ...anywhere])(bytes, chance)
  return chance.below(3) === 0 && bytes.length > 8 ? await chance.pick(anywhere)(bytes, chance) : bytes
}
