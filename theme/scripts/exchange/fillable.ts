import type { FillContent, FilledDocument } from '../documents/api.ts'
import type { Page } from '../page/page.ts'
import * as files from '../words/exports.ts'

/**
 * A format of documents that takes answers, as `TakesAnswers` of an `IDocumentFormat` says in the build: its blank files are
 * there as `ENDING/ID`. Formats that take none are not known here.
 */
export interface Fillable {
  /** The words of the button, and what stands behind it. */
  name: string
  about: string
  mediaType: string
  /** @param content Asked for when all is there: what is answered by then goes into the file. */
  fill (page: Page, blank: Promise<Uint8Array>, content: () => Promise<FillContent>): Promise<FilledDocument>
  /** Which kind of picture it holds. */
  picture: 'image/png' | 'image/jpeg'
}

/** By the ending of their files, in the order in which they are offered. */
export const fillable = {
  docx: {
    name: files.titles.docx,
    about: files.kindsToFill.docx,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    async fill (page, blank, content) {
      const [documents, bytes] = await Promise.all([page.load('documents'), blank])
      return await documents.fillDocx(bytes, await content())
    },
    picture: 'image/png'
  },
  pdf: {
    name: files.titles.pdf,
    about: files.kindsToFill.pdf,
    mediaType: 'application/pdf',
    async fill (page, blank, content) {
      const [documents, bytes, drawing] = await Promise.all([page.load('documents'), blank, page.load('drawing')])
      return await documents.fillPdf(bytes, await content(), drawing)
    },
    picture: 'image/jpeg'
  }
} satisfies Record<string, Fillable>

export type Format = keyof typeof fillable

/** Endings of files that can be brought back. */
export const endings = Object.keys(fillable) as Format[]
