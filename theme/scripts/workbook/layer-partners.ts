import { agency } from './workbook.ts'
import type { Layer, LayerPartner, LayerSubject } from './layers.ts'

/**
 * The layer about whom it is about here. Where two of its partners are one here, all answers of both are kept; where both answer the same, the
 * first says it. Each partner stands in it once.
 * @param whom Who a partner of it is here.
 */
export function aboutHere (layer: Layer, whom: (partner: LayerPartner) => LayerPartner): Layer {
  const here = new Map(layer.partners.map(partner => [partner.id, whom(partner)]))
  const given = new Map(Object.entries(layer.subjects))
  const subjects = new Map<string, LayerSubject>()
  for (const id of new Set([agency, ...here.keys(), ...given.keys()])) {
    const subject = given.get(id)
    if (subject === undefined) continue
    const to = here.get(id)?.id ?? id
    const first = subjects.get(to)
    subjects.set(to, first === undefined ? subject : joined(first, subject))
  }
  const partners = new Map<string, LayerPartner>()
  for (const partner of here.values()) if (!partners.has(partner.id)) partners.set(partner.id, partner)
  return { ...layer, subjects: Object.fromEntries(subjects), partners: [...partners.values()] }
}

function joined (first: LayerSubject, second: LayerSubject): LayerSubject {
  const rows = new Map(Object.entries(first.rows))
  for (const [table, list] of Object.entries(second.rows)) {
    const kept = rows.get(table) ?? []
    rows.set(table, [...kept, ...list.filter(({ key }) => !kept.some(row => row.key === key))])
  }
  return { answers: { ...second.answers, ...first.answers }, rows: Object.fromEntries(rows) }
}
