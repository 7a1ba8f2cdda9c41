import type { Guide, InstrumentDefinition } from '../workbook/guide.ts'
import { itemsOfInstrument, progressOf, type Progress, type ProgressItem } from '../workbook/progress.ts'
import { agency, partnersOf, type Partner, type Workbook } from '../workbook/workbook.ts'

/** An instrument about one subject, and how far it is. */
export interface Line { instrument: InstrumentDefinition, partner: Partner | null, items: readonly ProgressItem[], progress: Progress }

export function linesOf (guide: Guide, book: Workbook): Line[] {
  return guide.instruments.flatMap(instrument => {
    const items = itemsOfInstrument(instrument)
    const subjects = instrument.perPartner === true ? partnersOf(book) : [null]
    return subjects.map(partner => ({ instrument, partner, items, progress: progressOf(items, book.subjects.get(partner?.id ?? agency)) }))
  })
}

export function begun (line: Line): boolean {
  return line.progress.answered > 0 || line.progress.help > 0
}

/** How far several instruments are together, and for how many partners any of them was begun. */
export interface Total { progress: Progress, partners: number }

/** An instrument about partners counts once for each partner for whom it was begun, and once where it was begun for none. */
export function totalOf (instruments: readonly InstrumentDefinition[], lines: readonly Line[]): Total {
  const partners = new Set<string>()
  const pieces = instruments.flatMap(instrument => {
    const about = lines.filter(l => l.instrument === instrument && (l.partner === null || begun(l)))
    for (const { partner } of about) if (partner !== null) partners.add(partner.id)
    return about.length === 0 ? progressOf(itemsOfInstrument(instrument), undefined).pieces : about.flatMap(l => l.progress.pieces)
  })
  return {
    progress: { pieces, answered: pieces.filter(p => p.answered).length, all: pieces.length, help: pieces.filter(p => p.help).length },
    partners: partners.size
  }
}
