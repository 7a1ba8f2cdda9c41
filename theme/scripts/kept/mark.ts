import type { Kept } from './names.ts'
import { noConnection } from '../words/device.ts'

/** Where the text of every page begins (`theme/Layouts/Shell.razor`). */
const start = '<main id="main" tabindex="-1"><div class="wrap">'

/** A kept page with a line on top that says that it is one, and of which day. */
export async function markPage (page: Response, kept: Kept): Promise<Response> {
  const html = await page.text()
  const language = /<html lang="([\w-]+)"/.exec(html)?.[1] ?? 'en'
  const day = dayInWords(kept.since, language)
  return new Response(html.replace(start, `${start}<p class="say not-on-paper">${noConnection({ day })}</p>`), { headers: page.headers })
}

/** A day such as 2026-11-30 as people write it. */
export function dayInWords (day: string, language: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
