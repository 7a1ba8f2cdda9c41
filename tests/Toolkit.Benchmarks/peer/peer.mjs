// The whole job as somebody would put it together from good parts: pages by Hugo, Word files by docx, PDFs by Typst in
// this process. No fields, no tags for answers, one plain style: less than the toolkit writes.
//   node peer.mjs HUGO_PROGRAM HUGO_SITE TYPST_FOLDER
import fs from 'node:fs'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import * as docx from 'docx'
import { marked } from 'marked'

const [hugo, site, typst] = process.argv.slice(2)
execFileSync(hugo, ['--quiet', '--source', site])

const { NodeCompiler } = createRequire(path.join(typst, 'package.json'))('@myriaddreamin/typst-ts-node-compiler')
const fontPaths = JSON.parse(fs.readFileSync(path.join(typst, 'fonts.json'), 'utf8')).map(font => path.join(typst, 'node_modules', path.dirname(font)))
const output = path.join(site, 'public', 'downloads')
fs.mkdirSync(output, { recursive: true })
const compiler = NodeCompiler.create({ workspace: site, fontArgs: [{ fontPaths }] })
const folder = path.join(site, 'content', 'guide')

for (const file of fs.readdirSync(folder)) {
  const [, front, body] = fs.readFileSync(path.join(folder, file), 'utf8').split(/^---$/m)
  const title = /^title: (.*)$/m.exec(front)[1]
  const notes = {}
  const text = body.replace(/^\[\^(\w+)\]: (.*)$/gm, (_, name, note) => { notes[name] = note; return '' })
  const tokens = marked.lexer(text)
  const name = path.join(output, path.basename(file, '.md'))
  fs.writeFileSync(`${name}.docx`, await word(title, tokens, notes))
  fs.writeFileSync(`${name}.pdf`, pdf(title, tokens, notes))
}

async function word (title, tokens, notes) {
  const order = Object.keys(notes)
  const runs = tokens => tokens.flatMap(token => token.type === 'link'
    ? [new docx.ExternalHyperlink({ link: `https://example.org/${token.href}`, children: [new docx.TextRun({ text: token.text, style: 'Hyperlink' })] })]
    : (token.raw ?? '').split(/\[\^(\w+)\]/).map((part, i) => i % 2 ? new docx.FootnoteReferenceRun(order.indexOf(part) + 1) : new docx.TextRun(part)))
  const children = tokens.flatMap(token => {
    if (token.type === 'heading') return [new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_2, children: runs(token.tokens) })]
    if (token.type === 'paragraph') return [new docx.Paragraph({ children: runs(token.tokens) })]
    if (token.type === 'list') {
      return token.items.map(item => new docx.Paragraph({
        ...(item.task ? {} : { bullet: { level: 0 } }),
        children: [...(item.task ? [new docx.CheckBox()] : []), ...item.tokens.flatMap(t => runs(t.tokens ?? [t]))]
      }))
    }
    if (token.type === 'table') {
      return [new docx.Table({
        rows: [token.header, ...token.rows].map((row, i) => new docx.TableRow({ tableHeader: i === 0, children: row.map(cell => new docx.TableCell({ children: [new docx.Paragraph({ children: runs(cell.tokens) })] })) }))
      })]
    }
    return []
  })
  return docx.Packer.toBuffer(new docx.Document({
    title,
    footnotes: Object.fromEntries(order.map((name, i) => [i + 1, { children: [new docx.Paragraph(notes[name])] }])),
    sections: [{ children: [new docx.Paragraph({ text: title, heading: docx.HeadingLevel.TITLE }), ...children] }]
  }))
}

function pdf (title, tokens, notes) {
  const plain = text => text.replace(/[#*_`$<>@\\[\]]/g, '\\$&')
  const runs = tokens => tokens.map(token => token.type === 'link'
    ? `#link("https://example.org/${token.href}")[${plain(token.text)}]`
    : (token.raw ?? '').split(/\[\^(\w+)\]/).map((part, i) => i % 2 ? `#footnote[${plain(notes[part])}]` : plain(part)).join('')).join('')
  const body = tokens.map(token => {
    if (token.type === 'heading') return `== ${runs(token.tokens)}`
    if (token.type === 'paragraph') return runs(token.tokens)
    if (token.type === 'list') return token.items.map(item => `- ${item.tokens.map(t => runs(t.tokens ?? [t])).join('')}`).join('\n')
    if (token.type === 'table') return `#table(columns: ${token.header.length}, table.header(${token.header.map(c => `[${runs(c.tokens)}]`)}), ${token.rows.flat().map(c => `[${runs(c.tokens)}]`)})`
    return ''
  }).join('\n\n')
  const source = path.join(site, 'chapter.typ')
  compiler.addSource(source, `#set document(title: ${JSON.stringify(title)})\n#set text(font: "Public Sans", lang: "en")\n#set page(numbering: "1")\n= ${plain(title)}\n#outline()\n${body}\n`)
  const bytes = compiler.pdf({ mainFilePath: source }, { pdfStandard: 'ua-1' })
  compiler.evictCache(2)
  return bytes
}
