import type { TemplateContent, TemplateRow } from '../../documents/templates/api.ts'
import { today } from '../../workbook/day.ts'
import { answerText, dayText } from '../../workbook/guide-index.ts'
import type { FieldDefinition, InstrumentDefinition, PartDefinition, TableDefinition } from '../../workbook/guide.ts'
import type { Draft } from '../../workbook/report.ts'
import { agency, valueOf, type Workbook } from '../../workbook/workbook.ts'
import { titleOf } from '../../words/frame.ts'
import * as words from '../../words/reports.ts'
import { saidRows } from '../worksheet-rows.ts'

/**
 * A worksheet as a running text: its headings, and under each the answers as paragraphs. What has no answer yet stands in brackets,
 * so that nobody takes silence for an agreement. Text between the questions is left out: it helps to fill in the form.
 * @param partner Whom it is about; null for the agency, and where no partner is chosen.
 */
export function writeDraft (instrument: InstrumentDefinition, book: Workbook, partner: Draft['partner']): TemplateContent {
  const { title, sections } = instrument.draft!
  const whom = instrument.perPartner === true ? partner : { id: agency, name: words.agency }
  const told = (from: number, to: number | undefined, heading: string): TemplateRow[] =>
    instrument.parts.slice(from, to).flatMap(part => tell(part, book, whom?.id ?? '', heading))
  return {
    free: true,
    texts: { title, subject: whom?.name ?? words.none, date: dayText(today()) },
    rows: {
      opening: told(0, sections[0]?.from, ''),
      section: sections.flatMap((section, i) => {
        const paragraph = told(section.from, sections[i + 1]?.from, section.title)
        return paragraph.length === 0 ? [] : [{ cells: { heading: section.title }, rows: { paragraph } }]
      })
    }
  }
}

function tell (part: PartDefinition, book: Workbook, subject: string, heading: string): TemplateRow[] {
  return 'table' in part ? ofTable(part.table, book, subject, heading) : [ofField(part.field, valueOf(book, subject, part.field.id), heading)]
}

function ofField (field: FieldDefinition, value: string, heading: string): TemplateRow {
  if (value === '') return open(field.label)
  switch (field.kind) {
    // What is ticked is agreed in the words of the worksheet.
    case 'check': return said('', field.label)
    case 'text':
    case 'long':
    case 'choice':
    case 'date': return said(field.label === heading ? '' : field.label, answerText(value, field))
  }
}

/** A paragraph for each row: what names it, and the rest line by line. */
function ofTable (table: TableDefinition, book: Workbook, subject: string, heading: string): TemplateRow[] {
  const rows = saidRows(table, book, subject).filter(row => !row.isEmpty || table.fixedRows !== undefined)
  if (rows.length === 0) return [open(table.label)]
  const one = table.columns.length === (table.fixedRows === undefined ? 2 : 1)
  return [
    ...table.label === heading ? [] : [said(table.label, '')],
    ...rows.map(({ name, cells, isEmpty }) => isEmpty ? open(name)
      : cells.length === 0 ? said('', name)
        : said(name, cells.map(cell => one ? cell.text : titleOf({ title: cell.label, about: cell.text })).join('\n')))
  ]
}

function open (what: string): TemplateRow {
  return said('', words.draft.open({ what }))
}

/** @param lead Stands in bold before the text; after a question no colon. */
function said (lead: string, text: string): TemplateRow {
  return { cells: { lead: lead === '' ? '' : `${/[?!.:]$/.test(lead) ? lead : words.draft.lead({ label: lead })} `, text } }
}
