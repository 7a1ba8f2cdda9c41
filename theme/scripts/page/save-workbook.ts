import { ask } from './dialog.ts'
import { button, el } from './dom.ts'
import { fileName, saveFile } from './file.ts'
import type { Page } from './page.ts'
import { NewPassphrase } from './passphrase.ts'
import { canEncrypt } from '../storage/cipher.ts'
import { lockText } from '../storage/locked-file.ts'
import { writeWorkbook } from '../workbook/json.ts'
import * as common from '../words/common.ts'
import { close as closeIt } from '../words/frame.ts'
import { workbookFile } from '../words/exports.ts'
import * as say from '../words/storage.ts'

/** Saves the whole workbook as a file, with a passphrase where somebody wants one. */
export function saveWorkbook (page: Page): void {
  if (page.session.status.lock === 'locked') {
    page.notice(say.whereLocked)
    return
  }
  if (!canEncrypt()) {
    save(page, writeWorkbook(page.session.book), say.savedFile)
    return
  }
  ask(common.saveFile, close => {
    const passphrase = new NewPassphrase(say.passphrase, say.lockFileHint)
    const lock = el('details', { class: 'govuk-details' }, el('summary', {}, say.lockThisFile), ...passphrase.parts)
    const form = el('form', { novalidate: true, autocomplete: 'off' }, el('p', {}, say.saveFileHint), lock, el('p', { class: 'btns' },
      el('button', { type: 'submit', class: 'govuk-button', autofocus: true }, common.save), button(closeIt, 'link', close)))
    form.addEventListener('submit', event => {
      event.preventDefault()
      const text = writeWorkbook(page.session.book)
      if (!lock.open) {
        close()
        save(page, text, say.savedFile)
        return
      }
      if (!passphrase.check()) return
      lockText(text, passphrase.value).then(locked => {
        close()
        save(page, locked, say.savedLockedFile)
      }, (error: unknown) => {
        console.error(error)
        close()
        page.notice(say.noAnswer)
      })
    })
    return [form]
  })
}

function save (page: Page, text: string, said: string): void {
  saveFile(fileName(workbookFile, 'workbook.json'), text, 'application/json')
  page.session.savedToFile()
  page.notice(said)
}
