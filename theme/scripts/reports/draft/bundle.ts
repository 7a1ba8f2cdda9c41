import { fileName, saveFile } from '../../page/file.ts'
import { fromBase64 } from '../../workbook/base64.ts'
import { draftFile } from '../../words/exports.ts'
import type { DraftApi } from './api.ts'
import { writeDraft } from './write.ts'

const draft: DraftApi = {
  async save ({ instrument: id, partner }, page) {
    const [guide, documents, blank] = await Promise.all([page.load('guide'), page.load('documents'), page.load('docx/template-draft')])
    const content = writeDraft(guide.instruments.find(i => i.id === id)!, page.session.book, partner)
    const bytes = await documents.fillTemplate(fromBase64(blank), content)
    const name = fileName(draftFile({ tool: id }), 'docx')
    saveFile(name, bytes, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    return name
  }
}

window.toolkit?.provide('draft', draft)
