import type { Mark } from '../guide.ts'
import * as words from '../../words/map.ts'
import { wayIn, type Fact, type Finding, type FindingKind } from './findings.ts'
import type { MapTable } from './organizations.ts'
import { namesOfFacts } from './said.ts'

/** What a worksheet asks that its map can tell. */
export const asked = ['asks-open', 'asks-alike', 'asks-way'] as const satisfies readonly Mark[]

/** What the map says to such a question, in sentences; none where it has nothing to say. */
export function answerOf (mark: typeof asked[number], of: MapTable, findings: readonly Finding[]): string[] {
  const facts = (kind: FindingKind): Fact[] => findings.flatMap(finding => finding.kind === kind ? finding.facts : [])
  const say = (kind: FindingKind, word: (gaps: { names: string }) => string): string[] => {
    const found = facts(kind)
    return found.length === 0 ? [] : [word({ names: namesOfFacts(of, found) })]
  }
  switch (mark) {
    case 'asks-open': return facts('open').length === 0 ? [words.knowsAll] : say('open', words.knowsOpen)
    case 'asks-alike': return [...say('twin', words.knowsAlike), ...say('work', words.knowsAlike), ...say('one', words.knowsOne)]
    case 'asks-way': {
      const by = new Map<string, Fact[]>()
      for (const fact of facts('way')) {
        const who = wayIn(fact.organization!).trim()
        by.set(who, [...by.get(who) ?? [], fact])
      }
      return [...[...by].map(([who, known]) => words.knowsWay({ who, names: namesOfFacts(of, known) })), ...say('far', words.knowsFar)]
    }
  }
}
