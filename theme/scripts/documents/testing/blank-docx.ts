import type { FieldDefinition } from '../../workbook/guide.ts'
import { placeholder as placeholders } from '../../words/common.ts'
import { boxes } from '../boxes.ts'
import { escape, escapeAttribute } from '../xml.ts'
import { pack, writeZip } from '../zip.ts'
import { blankFields, blankMetadata, guide, sample } from './guide.ts'

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'

/** A Word file from its parts. */
export async function docx (body: string, metadata: string | null = blankMetadata): Promise<Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>',
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`
  }
  if (metadata !== null) {
    parts['docProps/custom.xml'] = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="PartnershipToolkit"><vt:lpwstr>${escape(metadata)}</vt:lpwstr></property></Properties>`
  }
  return writeZip(await Promise.all(Object.entries(parts).map(([name, text]) => pack(name, '<?xml version="1.0" encoding="UTF-8"?>' + text))))
}

/** An instrument as the site's writer makes it. */
export function blankBody (instrument = sample): string {
  const fields = blankFields(instrument)
  const controls = new Map(fields.map((field, i) => [field.id, control(field, i + 1)]))
  return fields.filter(field => field.id.split('.').length < 4).map(field => `<w:p><w:r><w:t xml:space="preserve">${field.label} </w:t></w:r>${controls.get(field.id)}</w:p>`).join('') +
    instrument.parts.map(part => {
      if (!('table' in part)) return ''
      const { id, columns, fixedRows, blankRows } = part.table
      const row = (key: string, label?: string): string => '<w:tr>' + (label === undefined ? '' : cell(run(label))) +
        columns.map(column => cell(controls.get(`${id}.${key}.${column.id}`)!)).join('') + '</w:tr>'
      const header = '<w:tr><w:trPr><w:tblHeader/></w:trPr>' + [...(fixedRows === undefined ? [] : ['Role']), ...columns.map(c => c.label)].map(label => cell(run(label))).join('') + '</w:tr>'
      const rows = fixedRows !== undefined
        ? fixedRows.map(fixed => row(fixed.key, fixed.label)).join('')
        : `<w:sdt><w:sdtPr><w:tag w:val="${id}"/><w:id w:val="7"/><w15:repeatingSection/></w:sdtPr><w:sdtContent>` +
          Array.from({ length: blankRows }, (_, i) => `<w:sdt><w:sdtPr><w:id w:val="${900 + i}"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>${row(`r${i + 1}`)}</w:sdtContent></w:sdt>`).join('') +
          '</w:sdtContent></w:sdt>'
      return `<w:tbl>${header}${rows}</w:tbl><w:p/>`
    }).join('')
}

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
export const cell = (content: string): string => `<w:tc><w:p>${content}</w:p></w:tc>`

/** The blank sample. */
export async function blankDocx (): Promise<Uint8Array> {
  return await docx(blankBody())
}

export function bookmarked (serial: number | string, content: string): string {
  return `<w:bookmarkStart w:id="${serial}" w:name="tk_${guide.documents[0]!.code}_${serial}"/>${content}<w:bookmarkEnd w:id="${serial}"/>`
}

function control (field: FieldDefinition, serial: number): string {
  const placeholder = { text: placeholders.text, long: placeholders.text, choice: placeholders.choice, date: placeholders.date, check: boxes.open }[field.kind]
  const kind = {
    text: '<w:text/>',
    long: '',
    choice: `<w:dropDownList>${(field.options ?? []).map(o => `<w:listItem w:displayText="${escapeAttribute(o.label)}" w:value="${o.id}"/>`).join('')}</w:dropDownList>`,
    date: '<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="en-US"/></w:date>',
    check: '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
  }[field.kind]
  const showing = field.kind === 'check' ? '' : '<w:showingPlcHdr/>'
  return bookmarked(serial, `<w:sdt><w:sdtPr><w:alias w:val="${escapeAttribute(field.label)}"/><w:tag w:val="${field.id}"/><w:id w:val="${1000 + serial}"/>${showing}${kind}</w:sdtPr>` +
    `<w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>${placeholder}</w:t></w:r></w:sdtContent></w:sdt>`)
}
