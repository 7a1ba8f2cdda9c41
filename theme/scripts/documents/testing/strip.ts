import { Pace } from '../pace.ts'
import { latin } from '../pdf-parser.ts'
import { listEntries, unpack } from '../unzip.ts'
import { pack, writeZip } from '../zip.ts'
import { bytesOf } from './bytes.ts'

type Change = (xml: string) => string

const tags: Change = xml => xml.replace(/<w:tag [^>]*>/g, '')
const controls: Change = xml => xml.replace(/<w:sdtPr>.*?<\/w:sdtPr>|<w:sdtEndPr>.*?<\/w:sdtEndPr>|<w:sdtEndPr\/>|<\/?w:sdt(?:Content)?>/gs, '')
const bookmarks: Change = xml => xml.replace(/<w:bookmark[^>]*>/g, '')

/** A Word file whose main part reads otherwise. @param metadata Whether it keeps what it says of itself. */
export async function edit (docx: Uint8Array, change: Change, metadata = true): Promise<Uint8Array> {
  const entries = listEntries(docx).filter(entry => metadata || entry.name !== 'docProps/custom.xml')
  return writeZip(await Promise.all(entries.map(async entry =>
    entry.name === 'word/document.xml' ? await pack(entry.name, change(new TextDecoder().decode(await unpack(entry, new Pace())))) : entry)))
}

/** What programs of the world leave of a document of ours while every answer can still be told, by what is gone. */
export async function stripped (file: Uint8Array): Promise<Record<string, Uint8Array>> {
  // A name of the same length, so that every place in the file stays where it is.
  if (latin(file, 0, 5) === '%PDF-') return { metadata: bytesOf(latin(file).replaceAll('/PartnershipToolkit', '/OfAnotherProgram00')) }
  return {
    metadata: await edit(file, xml => xml, false),
    tags: await edit(file, tags),
    controls: await edit(file, controls),
    bookmarks: await edit(file, bookmarks),
    'metadata and tags': await edit(file, tags, false),
    'metadata and controls': await edit(file, controls, false),
    'metadata and bookmarks': await edit(file, bookmarks, false)
  }
}

/** A Word file that has lost all but its texts. */
export async function bare (docx: Uint8Array): Promise<Uint8Array> {
  return await edit(docx, xml => bookmarks(controls(xml)), false)
}
