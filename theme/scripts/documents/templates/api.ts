/**
 * The Word files that are completed by cloning rows. The writer's side is `src/Toolkit/Writing/Docx/DocxTemplates.cs`:
 * change both. A content control tagged `text:NAME` takes one text. A repeating section tagged `row:NAME` holds one
 * pattern row (or a pattern row and a section of its own); controls in it are tagged `cell:NAME`.
 */
export interface TemplateRow {
  /** By name of `cell:NAME`; a cell that is not named stays empty. */
  cells: Readonly<Record<string, string>>
  /** Rows of the sections inside it, by name of `row:NAME`. */
  rows?: Readonly<Record<string, readonly TemplateRow[]>>
}

export interface TemplateContent {
  /** Whether a text comes of it without controls, to be changed freely. */
  free?: boolean
  /** By name of `text:NAME`. */
  texts: Readonly<Record<string, string>>
  /** By name of `row:NAME`; a section without rows is left out with its row, its table keeps the headings. */
  rows: Readonly<Record<string, readonly TemplateRow[]>>
}

/** What each template takes: its texts, and for each section its cells and the section inside it. */
export const templates = {
  'template-comparison': {
    texts: ['tool', 'date'],
    rows: {
      partner: { cells: ['partner', 'verdict', 'answered', 'result', 'help'] },
      question: { cells: ['question', 'mark'], rows: { answer: { cells: ['partner', 'answer', 'evidence', 'note'] } } }
    }
  },
  'template-side-2': {
    texts: ['tool', 'date', 'partner1', 'partner2', 'verdict1', 'verdict2', 'answered1', 'answered2', 'result1', 'result2', 'help1', 'help2'],
    rows: { question: { cells: ['question', 'mark', 'answer1', 'more1', 'answer2', 'more2'] } }
  },
  'template-side-3': {
    texts: ['tool', 'date', 'partner1', 'partner2', 'partner3', 'verdict1', 'verdict2', 'verdict3', 'answered1', 'answered2', 'answered3', 'result1', 'result2', 'result3', 'help1', 'help2', 'help3'],
    rows: { question: { cells: ['question', 'mark', 'answer1', 'more1', 'answer2', 'more2', 'answer3', 'more3'] } }
  },
  'template-side-4': {
    texts: ['tool', 'date', 'partner1', 'partner2', 'partner3', 'partner4', 'verdict1', 'verdict2', 'verdict3', 'verdict4', 'answered1', 'answered2', 'answered3', 'answered4', 'result1', 'result2', 'result3', 'result4', 'help1', 'help2', 'help3', 'help4'],
    rows: { question: { cells: ['question', 'mark', 'answer1', 'more1', 'answer2', 'more2', 'answer3', 'more3', 'answer4', 'more4'] } }
  },
  'template-results': {
    texts: ['tool', 'subject', 'date', 'answered', 'rule'],
    rows: {
      domain: { cells: ['domain', 'result', 'answered', 'help'] },
      ask: { cells: ['question', 'note'] },
      strength: { cells: ['question', 'answer'] },
      gap: { cells: ['question', 'answer', 'mark'] },
      help: { cells: ['question', 'note'] }
    }
  },
  'template-rounds': {
    texts: ['tool', 'subject', 'then', 'now', 'date', 'headline'],
    rows: { area: { cells: ['area', 'then', 'now'] }, question: { cells: ['question', 'mark', 'then', 'now', 'change'] } }
  },
  'template-together': {
    texts: ['tool', 'subject', 'views', 'date'],
    rows: { question: { cells: ['question', 'mark', 'said', 'spread', 'ours'] } }
  },
  'template-plan': {
    texts: ['subject', 'date'],
    rows: { step: { cells: ['what', 'first', 'who', 'due', 'state', 'partners'] } }
  },
  'template-map': {
    texts: ['shows', 'date'],
    rows: { sector: { cells: ['sector', 'count'], rows: { place: { cells: ['closeness', 'organizations'] } } } }
  },
  'template-meeting': {
    texts: ['tool', 'date', 'roles', 'looked', 'parked', 'open', 'again'],
    rows: { decision: { cells: ['question', 'answer', 'why', 'differ'] }, step: { cells: ['what', 'who', 'due'] } }
  },
  'template-everything': {
    texts: ['date', 'summary'],
    rows: { tool: { cells: ['tool', 'subject'], rows: { answer: { cells: ['question', 'answer', 'note'] } } } }
  },
  'template-draft': {
    texts: ['title', 'subject', 'date'],
    rows: { opening: { cells: ['lead', 'text'] }, section: { cells: ['heading'], rows: { paragraph: { cells: ['lead', 'text'] } } } }
  }
} as const

export type TemplateId = keyof typeof templates
