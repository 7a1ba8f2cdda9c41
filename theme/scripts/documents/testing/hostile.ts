import { deflateSync } from 'node:zlib'
import { crc32 } from '../crc32.ts'
import { latin } from '../pdf-parser.ts'
import { writeZip } from '../zip.ts'
import { pdf } from './blank-pdf.ts'
import { bytesOf } from './bytes.ts'

const fields = (count: number, rest: string): string => Array.from({ length: count }, (_, i) => `<</FT/Tx/T(sample.gives.r${i + 1}.ours)${rest}>>`).join('')
const form = (list: string, ...objects: string[]): Uint8Array => pdf([`<</Type/Catalog/AcroForm<</Fields[${list}]>>>>`, '<<>>', '<<>>', ...objects])
const objectStream = (content: string): string => {
  const packed = latin(new Uint8Array(deflateSync(bytesOf('9 0 ' + content))))
  return `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`
}
const utf16 = (length: number): string => `<feff${'0061'.repeat(length)}>`
// Not packed, so that nothing but its content can be said against it.
const paragraph = (content: string): Uint8Array => {
  const packed = new TextEncoder().encode(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body><w:p>${content}</w:p></w:body></w:document>`)
  return writeZip([{ name: 'word/document.xml', method: 0, crc: crc32(packed), size: packed.length, packed }])
}

/** Files whose reading would take long, in one turn or in all, or much memory. `size` makes them smaller: 1 for tests that look at turns, less for many. */
export const hostile: Record<string, (size: number) => Uint8Array> = {
  'kids that fields share': size => form(fields(1000, '/Kids 4 0 R'), `[${'5 0 R '.repeat(20_000 * size)}]`, '<</AS/Off>>'),
  'a name that fields share': size => form('<</FT/Tx/T 4 0 R>>'.repeat(500), `(${'n'.repeat(1_000_000 * size)})`),
  'a value that fields share': size => form(fields(200, '/V 4 0 R'), utf16(1_000_000 * size)),
  'options that fields share': size => form(fields(1000, '/Opt 4 0 R'), `[${'[5 0 R 5 0 R]'.repeat(10_000 * size)}]`, utf16(100_000 * size)),
  'an object of many values': size => form('', objectStream(`[${'<<>>'.repeat(5_000_000 * size)}]`)),
  'many objects of many values': size => form('', ...Array.from({ length: 40 }, () => objectStream(`[${'<<>>'.repeat(150_000 * size)}]`))),
  'a text of escapes': size => form('', objectStream(`(${'\\\\'.repeat(10_000_000 * size)})`)),
  'a text of digits': size => form('', objectStream(`<${'61'.repeat(10_000_000 * size)}>`)),
  'a list of objects that are not there': size => form('', objectStream('1 0 '.repeat(5_000_000 * size)).replace('/First 4', '/First 99999999')),
  'words that look like objects': size => pdf(['<</Type/Catalog>>', '<<>>', 'obj'.repeat(1_300_000 * size), ' obj'.repeat(1_000_000 * size), '0 obj'.repeat(800_000 * size)]),
  'a stream without an end': size => pdf(['<</Type/Catalog>>', '<<>>', `<<>>stream\n${'e'.repeat(4_000_000 * size)}${'endstrea '.repeat(400_000 * size)}`]),
  'spaces within a word': size => paragraph(`<w:r><w:t>x${' '.repeat(1_000_000 * size)}x</w:t></w:r>`),
  'an element of attributes': size => paragraph(`<w:r ${Array.from({ length: 600_000 * size }, (_, i) => `a${i}=""`).join(' ')}/>`),
  'a text of entities': size => paragraph(Array.from({ length: 5 }, () => `<w:r><w:t>${'&amp;'.repeat(1_200_000 * size)}</w:t></w:r>`).join('')),
  'choices within choices': size => paragraph(('<mc:AlternateContent><mc:Choice Requires="w">'.repeat(60) + '<w:r><w:t>word</w:t></w:r>'.repeat(200) + '</mc:Choice></mc:AlternateContent>'.repeat(60)).repeat(500 * size)),
  'many choices': size => paragraph(`<mc:AlternateContent>${'<mc:Choice Requires="n w16se wps w14"/>'.repeat(300_000 * size)}</mc:AlternateContent>`),
  'fields without an end': size => paragraph('<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>word</w:t></w:r>'.repeat(150_000 * size)),
  'rows that were deleted, in controls within controls': size => paragraph(('<w:sdt><w:sdtContent>'.repeat(90) + '<w:tr><w:trPr><w:del/></w:trPr></w:tr>'.repeat(100) + '<w:p/>' + '</w:sdtContent></w:sdt>'.repeat(90)).repeat(700 * size)),
  signs: size => paragraph('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:sym w:font="Wingdings" w:char="F04A"/><w:t>JJJJJJJJ</w:t></w:r>'.repeat(100_000 * size)),
  'a long text in a font of pictures': size => paragraph(`<w:bookmarkStart w:id="1" w:name="tk_ab12cd_2"/><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>${'J'.repeat(5_000_000 * size)}</w:t></w:r>`),
  'pages that share pages': size => pdf(['<</Type/Catalog/Pages 3 0 R/AcroForm<</Fields[]>>>>', '<<>>', `<</Kids[${'4 0 R '.repeat(100_000 * size)}]>>`, `<</Kids[${'5 0 R 3 0 R '.repeat(90_000 * size)}]>>`, '<</Type/Page>>']),
  'drawings that pages share': size => pdf(['<</Type/Catalog>>', '<<>>', `[${'4 0 R '.repeat(10_000 * size)}]`, '<</Subtype/Ink/Contents 5 0 R/RC 5 0 R>>', `(${'<'.repeat(1_000_000 * size)})`, ...Array.from({ length: 500 }, () => '<</Annots 3 0 R>>')]),
  'many drawings with one text': size => pdf(['<</Type/Catalog>>', '<<>>', `[${'<</Subtype/Ink/Contents 5 0 R/RC 5 0 R>>'.repeat(180_000 * size)}]`, '<</Annots 3 0 R>>', `(${'<'.repeat(1_000_000 * size)})`]),
  'controls within controls': size => paragraph(('<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>'.repeat(90) + '<w:r><w:t>word</w:t></w:r>'.repeat(100) + '</w:sdtContent></w:sdt>'.repeat(90)).repeat(500 * size))
}
