import { button, el, focusOn } from '../page/dom.ts'
import { setText } from '../page/keeper.ts'
import type { Version } from '../workbook/beside.ts'
import type { Choice } from '../workbook/typing.ts'
import { quoted } from '../words/frame.ts'
import * as talk from '../words/fields.ts'

/** Says what else was written in one place, until somebody chooses. It is announced once, however long the other one types. */
export class BesideNote {
  readonly element: HTMLElement
  /** By the tab that wrote it. */
  readonly #lines = new Map<string, { line: HTMLElement, text: HTMLElement, value: string }>()

  /**
   * @param says What was written beside: words that lead over to it.
   * @param choices What may be made of it.
   * @param textOf A text as people read it.
   * @param chosen Told what was chosen, and of which text.
   */
  constructor (
    id: string, private readonly says: string, private readonly choices: readonly Choice[],
    private readonly textOf: (value: string) => string,
    private readonly chosen: (choice: Choice, value: string) => void
  ) {
    this.element = el('div', { id })
  }

  /** Lines that stay keep their place, their buttons and the focus. */
  show (texts: readonly Version[]): void {
    const now = new Map(texts.map((version, i) => [texts.some((other, k) => k < i && other.by === version.by) ? `${version.by} ${i}` : version.by, version.value]))
    for (const [key, { line }] of this.#lines) {
      if (now.has(key)) continue
      if (line.contains(document.activeElement)) focusOn(this.element)
      line.remove()
      this.#lines.delete(key)
    }
    for (const [key, value] of now) {
      const known = this.#lines.get(key) ?? this.#add(key)
      known.value = value
      setText(known.text, quoted({ text: this.textOf(value) }))
    }
  }

  /** Where a page draws it anew, it was announced before. */
  quiet (): void {
    for (const said of this.element.querySelectorAll('[role=status]')) said.removeAttribute('role')
  }

  #add (key: string): { line: HTMLElement, text: HTMLElement, value: string } {
    const text = el('span', { class: 'answer', id: `${this.element.id}:${key}` })
    const line = el('p', { class: 'say' }, el('span', { role: 'status' }, this.says), text, ...this.choices.map(choice => {
      const act = button(talk.besideChoices[choice], 'link', () => { this.chosen(choice, made.value) })
      act.id = `${text.id}:${choice}`
      act.setAttribute('aria-describedby', text.id)
      return act
    }))
    const made = { line, text, value: '' }
    this.#lines.set(key, made)
    this.element.append(line)
    return made
  }
}
