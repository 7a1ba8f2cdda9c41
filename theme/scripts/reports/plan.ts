import type { Table } from '../documents/tables/api.ts'
import { dayText } from '../workbook/guide-index.ts'
import type { Guide } from '../workbook/guide.ts'
import { planHome, readStep, type PlanHome, type Step } from '../workbook/plan.ts'
import { namedStep } from '../workbook/step-list.ts'
import type { Workbook } from '../workbook/workbook.ts'
import * as common from '../words/common.ts'
import { planFile } from '../words/exports.ts'
import type { Written } from '../page/written.ts'
import { today } from '../workbook/day.ts'
import * as words from '../words/reports.ts'

const parts = ['what', 'first', 'who', 'due', 'state', 'partners'] as const

/** The action plan. */
export function writePlan (guide: Guide, book: Workbook, keys: readonly string[]): Written {
  const home = planHome(guide)
  const steps = keys.map(key => readStep(book, home, key))
  return {
    stem: planFile,
    docx: {
      template: 'template-plan',
      content: {
        texts: { subject: words.allSteps, date: dayText(today()) },
        rows: {
          step: steps.length === 0
            ? [{ cells: { what: words.nothing } }]
            : steps.map(step => ({ cells: { ...texts(step), what: namedStep(book, step), due: dayText(step.due), state: stateOf(step, home) } }))
        }
      }
    },
    tables: [planTable(steps, home, book)]
  }
}

export function planTable (steps: readonly Step[], home: PlanHome, book: Workbook): Table {
  return {
    title: common.plan,
    columns: parts.map(part => common.step[part]),
    rows: steps.map(step => parts.map(part => part === 'state' ? stateOf(step, home) : part === 'what' ? namedStep(book, step) : step[part]))
  }
}

function texts (step: Step): Record<string, string> {
  return Object.fromEntries(parts.map(part => [part, step[part]]))
}

function stateOf (step: Step, home: PlanHome): string {
  return (home.states.find(s => s.id === step.state) ?? home.states[0])?.label ?? ''
}
