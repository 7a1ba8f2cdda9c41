import { el, freeId } from '../page/dom.ts'
import type { Page } from '../page/page.ts'
import { choose } from '../storage/moving.ts'
import type { Place } from '../storage/status.ts'
import { setText } from '../page/keeper.ts'
import { extendWhere } from './parts.ts'
import * as words from '../words/storage.ts'

const places: readonly Place[] = ['tab', 'computer', 'file']

/**
 * The choice where answers live, changed at any time.
 * @param onComputer Whether this browser can keep answers on the computer here.
 * @param full Adds files, parts, erasing and the passphrase.
 */
export async function offerPlaces (box: HTMLElement, page: Page, onComputer: boolean, full: boolean): Promise<void> {
  const { session } = page
  const trouble = el('p', { class: 'say', role: 'alert', hidden: true })
  const name = freeId('keep')
  const inputs = new Map<Place, HTMLInputElement>()
  const fieldset = el('fieldset', { class: 'govuk-fieldset' },
    el('legend', { class: 'govuk-fieldset__legend' }, words.keepAnswers),
    ...places.filter(place => place !== 'computer' || onComputer).map(place => {
      const id = `${name}-${place}`
      const input = el('input', { class: 'govuk-radios__input', type: 'radio', name, id, value: place, 'aria-describedby': `${id}-hint` })
      input.addEventListener('change', () => { void choosePlace(place) })
      inputs.set(place, input)
      return el('div', { class: 'govuk-radios__item' }, input,
        el('label', { class: 'govuk-radios__label', for: id }, words.choices[place], el('br'),
          el('span', { class: 'quiet small', id: `${id}-hint` }, words.choiceHints[place])))
    }))
  if (!onComputer) fieldset.append(el('p', { class: 'quiet small' }, words.fromDisk))

  /** While answers move, what was chosen stays chosen, whatever comes from other tabs meanwhile. */
  let moving = false
  /** One after the other: arrow keys come past places that nobody means. */
  let wanted: Place | null = null
  async function choosePlace (place: Place): Promise<void> {
    wanted = place
    if (moving) return
    moving = true
    let result: Awaited<ReturnType<typeof choose>>
    do {
      place = wanted
      result = await choose(session, place)
    } while (place !== wanted)
    moving = false
    trouble.hidden = result === 'done'
    setText(trouble, result === 'done' ? '' : words.refused[result])
    show()
    // What is said above may have pushed the choice out of view.
    if (result !== 'done') inputs.get(place)?.scrollIntoView({ block: 'nearest' })
  }

  function show (): void {
    for (const [place, input] of inputs) {
      if (!moving) input.checked = place === session.status.place
      input.disabled = session.status.lock === 'locked'
    }
  }

  box.replaceChildren(trouble, fieldset)
  session.listen(show)
  show()
  if (full) await extendWhere(box, page)
}
