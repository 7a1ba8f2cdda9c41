import type { DocumentPicture } from '../documents/api.ts'
import { wear } from '../page/sheet.ts'
import type { Page } from '../page/page.ts'
import { today } from '../workbook/day.ts'
import { mapTable, readMap } from '../workbook/map/organizations.ts'
import { frames, settle } from '../workbook/map/picture.ts'
import { aboutPicture, wordsOfPicture } from '../workbook/map/picture-said.ts'
import { takeaway } from '../workbook/map/said.ts'
import { atOnce } from '../workbook/turns.ts'
import type { Workbook } from '../workbook/workbook.ts'
import * as words from '../words/map.ts'
import { standAlone, toImage } from './stand-alone.ts'
import { drawTarget } from './target.ts'

/** Dots for each point: what a printer shows of letters of 9 points. */
const sharp = 3

/**
 * The picture as it goes into documents with answers; null where nobody is on the map.
 * @param book Of which answers. @param instruments Of the document. @param type Of its file.
 */
export async function pictureInDocument (page: Page, book: Workbook, instruments: readonly string[], type: 'image/png' | 'image/jpeg'): Promise<DocumentPicture | null> {
  const [guide] = await Promise.all([page.load('guide'), wear('map', page)])
  const of = mapTable(guide)
  if (of === null || !instruments.includes(of.instrument.id)) return null
  const map = readMap(of, book, today())
  if (map.organizations.length === 0) return null
  const picture = atOnce(settle(map, frames.document, words.nobodyYet))
  const { frame: { width, height } } = picture
  const title = takeaway(map)
  const image = await toImage(standAlone(drawTarget(picture, of, 'paper', '', ''), title), width, height, type, sharp)
  return {
    title, alternative: `${title}. ${aboutPicture(map, picture)}`, bytes: new Uint8Array(await image.arrayBuffer()), dots: { width: width * sharp, height: height * sharp }, width, height,
    texts: wordsOfPicture(map, picture)
  }
}
