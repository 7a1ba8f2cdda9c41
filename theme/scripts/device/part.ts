import { dayInWords } from '../kept/mark.ts'
import { NotKept, type Trouble } from '../kept/collect.ts'
import { sizeOf, type KeptList } from '../kept/list.ts'
import { removeFromDevice } from '../kept/remove.ts'
import { button, el, focusOn } from '../page/dom.ts'
import { rootAddress } from '../page/root.ts'
import * as words from '../words/device.ts'
import { canKeep, drop, keep, listOf, look, type Found } from './place.ts'

/** Keeping the guide on this device: offered, under way, done, out of date, removed. Nothing is fetched before somebody asks. */
export async function startDevice (element: HTMLElement): Promise<void> {
  const root = rootAddress()
  if (!canKeep()) {
    element.replaceChildren(el('h3', {}, words.offerTitle), el('p', {}, words.cannot))
    return
  }
  let busy = false
  const show = async (said = ''): Promise<void> => {
    const [found, list] = await Promise.all([look(root), listOf(root)])
    if (busy) return
    draw(element, found.kept === null ? offer(found, list, said, begin, remove) : kept(found, list, said, begin, remove))
  }
  const begin = (list: KeptList): void => {
    busy = true
    void bring(element, list, root).then(async said => {
      busy = false
      await show(said)
    })
  }
  const remove = (): void => {
    void removeFromDevice(root).then(() => words.removed, () => words.notRemoved).then(show)
  }
  await show()
  // Another tab may have changed it, or erased everything.
  document.addEventListener('visibilitychange', () => { if (!document.hidden && !busy) void show() })
}

type Begin = (list: KeptList) => void

function offer ({ begun }: Found, list: KeptList | null, said: string, begin: Begin, remove: () => void): Node[] {
  const title = el('h3', {}, words.offerTitle)
  const status = el('p', { role: 'status', class: 'device__said' }, said)
  if (list === null) return [title, status, el('p', {}, words.noList), ...begun ? [removal(remove)] : []]
  return [
    title,
    status,
    el('p', {}, words.offerHint({ size: megabytes(sizeOf(list)) })),
    el('p', { class: 'say' }, words.others),
    ...begun ? [el('p', {}, words.begun)] : [],
    el('p', { class: 'btns' },
      button(begun ? words.goOn : words.keep, 'second', () => { begin(list) }),
      ...begun ? [button(words.remove, 'erase', remove)] : []),
    el('p', { class: 'small quiet' }, words.byItself)
  ]
}

function kept ({ kept, guide }: Found, list: KeptList | null, said: string, begin: Begin, remove: () => void): Node[] {
  const day = dayInWords(kept?.since ?? '', document.documentElement.lang)
  const isNewer = list !== null && list.version !== kept?.version
  return [
    el('h3', {}, words.keptTitle),
    el('p', { role: 'status', class: 'device__said' }, said),
    el('p', {}, guide === '' ? words.keptSince({ day }) : words.keptSinceVersion({ day, version: guide })),
    ...isNewer ? [el('p', { class: 'say' }, words.newer), el('p', { class: 'btns' }, button(words.update, 'main', () => { begin(list) }))] : [],
    removal(remove),
    el('p', { class: 'small quiet' }, words.eraseToo),
    el('p', { class: 'small quiet' }, words.byItself)
  ]
}

function removal (remove: () => void): HTMLElement {
  return el('p', { class: 'btns' }, button(words.remove, 'erase', remove))
}

/** Brings the guide here, and shows how much of it is. @returns What is to be said at the end. */
async function bring (element: HTMLElement, list: KeptList, root: string): Promise<string> {
  const stop = new AbortController()
  const all = sizeOf(list)
  const bar = el('progress', { class: 'device__bar', max: String(all), value: '0', 'aria-label': words.progress })
  const status = el('p', { role: 'status' }, words.soFar({ percent: 0 }))
  draw(element, [
    el('h3', {}, words.offerTitle), status, bar, el('p', { class: 'btns' }, button(words.stop, 'second', () => { stop.abort() }))
  ])
  let told = 0
  try {
    await keep(list, root, bytes => {
      bar.value = bytes
      // Screen readers say each of them: not more than ten.
      const tenth = Math.floor(bytes / all * 10) * 10
      if (tenth > told) status.textContent = words.soFar({ percent: told = tenth })
    }, stop.signal)
    return ''
  } catch (error) {
    const trouble: Trouble = error instanceof NotKept ? error.trouble : 'line'
    if (stop.signal.aborted || trouble !== 'line') await drop(root).catch(console.error)
    if (!stop.signal.aborted && !(error instanceof NotKept)) console.error(error)
    return stop.signal.aborted ? words.stopped : words.trouble[trouble]
  }
}

/** What was pressed is gone: whoever was in here goes on at the new heading. */
function draw (element: HTMLElement, children: Node[]): void {
  const wasHere = element.contains(document.activeElement)
  element.replaceChildren(...children)
  if (wasHere) focusOn(element.querySelector('h3')!)
}

function megabytes (bytes: number): string {
  return String(Math.max(1, Math.round(bytes / 1_048_576)))
}
