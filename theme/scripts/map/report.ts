import { today } from '../workbook/day.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { findingsOf } from '../workbook/map/findings.ts'
import { mapTable, readMap, type CommunityMap, type MapTable, type Organization } from '../workbook/map/organizations.ts'
import { nameOfFact, statements, takeaway, titleOfFinding } from '../workbook/map/said.ts'
import type { Written } from '../page/written.ts'
import type { Workbook } from '../workbook/workbook.ts'
import * as words from '../words/map.ts'

/** The community map as a board: who stands where, and what it tells. Who offers it knows that the guide has a map. */
export function writeMap (guide: Guide, book: Workbook): Written {
  const of = mapTable(guide)!
  const map = readMap(of, book, today())
  const findings = findingsOf(map, guide, book, today()).filter(finding => !finding.aside)
  const sectors = placesOf(of.sectors.length, map.organizations.some(one => one.sector === null))
  const ties = placesOf(of.ties.length, map.organizations.some(one => one.tie === null))
  return {
    stem: words.picture.file,
    docx: {
      template: 'template-map',
      content: {
        texts: { shows: takeaway(map), date: dayText(today()) },
        rows: {
          sector: sectors.map(sector => {
            const here = map.organizations.filter(one => one.sector === sector)
            return {
              cells: { sector: sectorName(of, sector), count: here.length === 0 ? words.nobodyYet : String(here.length) },
              rows: { place: ties.flatMap(tie => {
                const some = here.filter(one => one.tie === tie)
                return some.length === 0 ? [] : [{ cells: { closeness: tieName(of, tie), organizations: some.map(one => described(of, one)).join('\n') } }]
              }) }
            }
          })
        }
      }
    },
    tables: [
      board(map, sectors, ties),
      {
        title: words.views.told, columns: [words.views.told, words.sheetAbout, words.oneThing],
        rows: findings.map(finding => [titleOfFinding(finding), finding.facts.map(fact => nameOfFact(of, fact)).join('; '), words.todo[finding.kind]])
      }
    ]
  }
}

/** As the board stands on the page. */
function board ({ of, organizations }: CommunityMap, sectors: readonly (number | null)[], ties: readonly (number | null)[]): Written['tables'][number] {
  return {
    title: words.views.board,
    columns: [of.columns.get('category')!.label, ...ties.map(tie => tieName(of, tie))],
    rows: sectors.map(sector => [sectorName(of, sector), ...ties.map(tie => organizations.filter(one => one.sector === sector && one.tie === tie).map(one => one.name).join('; '))])
  }
}

function described (of: MapTable, one: Organization): string {
  const said = statements(of, one)
  return said.length === 0 ? one.name : words.withStatements({ name: one.name, said: said.join('; ') })
}

function placesOf (count: number, unsaid: boolean): (number | null)[] {
  return [...Array(count).keys(), ...unsaid ? [null] : []]
}

function sectorName ({ sectors }: MapTable, sector: number | null): string {
  return sector === null ? words.noSector : sectors[sector]!.label
}

function tieName ({ ties }: MapTable, tie: number | null): string {
  return tie === null ? words.notSaid : ties[tie]!.label
}
