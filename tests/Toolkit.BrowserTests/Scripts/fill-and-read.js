async ([id, texts]) => {
  const { guide, documents, reader, drawing } = window.provided
  const definition = guide.documents.find(d => d.id === id)
  const blank = Uint8Array.from(atob(window.provided['pdf/' + id]), c => c.charCodeAt(0))
  const answers = new Map()
  const rows = new Map()
  let next = 0
  const put = (field, id) => {
    const text = texts[next++ % texts.length]
    answers.set(id, { text: text.replaceAll('\n', ' '), long: text, check: 'yes', date: '2026-03-14', choice: field.options?.[next % field.options.length].id }[field.kind])
  }
  for (const instrument of guide.instruments.filter(i => definition.instruments.includes(i.id))) {
    for (const part of instrument.parts) {
      if ('field' in part) put(part.field, part.field.id)
      else {
        const { table } = part
        const keys = table.fixedRows?.map(row => row.key) ?? Array.from({ length: table.blankRows }, (_, i) => `r${i + 1}`)
        if (table.fixedRows === undefined) rows.set(table.id, keys)
        for (const key of keys) for (const column of table.columns) put(column, `${table.id}.${key}.${column.id}`)
      }
    }
  }
  const content = { guide, document: definition, answers, rows, partner: { id: 'p1', name: texts[0] } }
  const filled = await documents.fillPdf(blank, content, drawing)
  const again = await documents.fillPdf(blank, content, drawing)
  const read = await reader.read(filled.bytes, guide)
  const wrong = [...answers].filter(([id, answer]) => read.answers[id] !== answer).map(([id]) => id)
  if (filled.bytes.length !== again.bytes.length || filled.bytes.some((byte, i) => byte !== again.bytes[i])) wrong.push('the same answers gave other bytes')
  // A computer may have no font with the signs of emoji; the page says so then.
  const missed = filled.notShownWhole.filter(field => !/\p{Emoji_Presentation}/u.test(answers.get(field) ?? ''))
  wrong.push(...read.remarks.map(remark => `${remark.kind} ${remark.field}`), ...missed.map(field => `not whole: ${field}`), ...Object.keys(filled.rowsLeftOut))
  let file = ''
  for (let at = 0; at < filled.bytes.length; at += 8192) file += String.fromCharCode(...filled.bytes.subarray(at, at + 8192))
  return [btoa(file), ...wrong]
}
