// Fills PDFs as Firefox's viewer does, and saves them with its own hands.
//   node fill.mjs FOLDER BLANK ANSWERS MADE [BLANK ANSWERS MADE …]    ANSWERS is JSON: values by field name
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'

// Only drawing needs it, and nothing is drawn here.
globalThis.DOMMatrix ??= class DOMMatrix {}
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts/')

async function fill (blank, answers, made) {
  const task = pdfjs.getDocument({ data: new Uint8Array(readFileSync(blank)), standardFontDataUrl: fonts, verbosity: 0 })
  const pdf = await task.promise
  const left = new Set(Object.keys(answers))
  for (const objects of Object.values(await pdf.getFieldObjects() ?? {})) {
    for (const object of objects) {
      const answer = answers[object.name]
      if (answer === undefined || object.id === undefined) continue
      left.delete(object.name)
      if (object.type === 'radiobutton') pdf.annotationStorage.setValue(object.id, { value: object.exportValues === answer })
      else if (object.type === 'checkbox') pdf.annotationStorage.setValue(object.id, { value: true })
      else pdf.annotationStorage.setValue(object.id, { value: answer })
    }
  }
  if (left.size > 0) throw new Error(`${blank} has no ${[...left].join(', ')}`)
  writeFileSync(made, await pdf.saveDocument())
  await task.destroy()
}

const files = process.argv.slice(2)
for (let i = 0; i < files.length; i += 3) await fill(files[i], JSON.parse(readFileSync(files[i + 1], 'utf8')), files[i + 2])
