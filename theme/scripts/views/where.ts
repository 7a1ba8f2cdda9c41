import { el, freeId, hidden } from '../dom.ts'
import type { Page } from '../page.ts'
import { Session, type Place } from '../storage/session.ts'
import { say } from '../strings.ts'
import { setText } from './keeper.ts'

const places: readonly Place[] = ['tab', 'computer', 'file']

/** The choice where answers live: in full on the workbook page, folded away beside a form. */
export async function startWhere (box: HTMLElement, page: Page): Promise<void> {
  const { session } = page
  const full = document.body.classList.contains('layout-workbook')
  const words = el('p')
  const trouble = el('p', { class: 'say', role: 'alert', hidden: true })
  const name = freeId('keep')
  const inputs = new Map<Place, HTMLInputElement>()
  const fieldset = el('fieldset', { class: 'govuk-fieldset' },
    el('legend', { class: 'govuk-fieldset__legend' }, say.keepAnswers),
    ...places.filter(place => place !== 'computer' || Session.canKeepOnComputer).map(place => {
      const id = `${name}-${place}`
      const input = el('input', { class: 'govuk-radios__input', type: 'radio', name, id, value: place, 'aria-describedby': `${id}-hint` })
      input.addEventListener('change', () => { void choose(place) })
      inputs.set(place, input)
      return el('div', { class: 'govuk-radios__item' }, input,
        el('label', { class: 'govuk-radios__label', for: id }, say.choices[place], el('br'),
          el('span', { class: 'quiet small', id: `${id}-hint` }, say.choiceHints[place])))
    }))
  if (!Session.canKeepOnComputer) fieldset.append(el('p', { class: 'quiet small' }, say.fromDisk))

  async function choose (place: Place): Promise<void> {
    const result = await session.choose(place)
    trouble.hidden = result === 'done'
    setText(trouble, result === 'done' ? '' : say.refused[result])
    show()
  }

  function show (): void {
    setText(words, (full || session.status.chosen ? '' : `${say.beforeFirst} `) + say.where[session.status.place])
    for (const [place, input] of inputs) {
      input.checked = place === session.status.place
      input.disabled = session.status.lock === 'locked'
    }
  }

  if (full) {
    box.append(words, trouble, fieldset)
  } else {
    box.append(words, el('details', { class: 'govuk-details' },
      el('summary', {}, say.change, hidden('')), el('div', {}, trouble, fieldset)))
  }
  session.listen(show)
  show()
  if (full) await (await page.load('views')).extendWhere(box, page)
}
