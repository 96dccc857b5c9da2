/** Reads a company's home page and the few pages that it points customers to. */
import { contactLinks } from '../rules/form/contact-links.ts'
import { mergeChannels } from '../rules/merge-channels.ts'
import type { Page } from '../rules/page.ts'
import { type PageChannels, readChannels } from '../rules/read-channels.ts'
import { sameSite } from '../rules/same-site.ts'
import type { PageSource, Refusal } from './fetched.ts'
import { parsePage } from './parse-page.ts'

const mostPages = 6

export type SiteReading =
  | {
      readonly ok: true
      readonly url: string
      readonly channels: PageChannels
      readonly pages: readonly string[]
      readonly skipped: readonly Refusal[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** What a new private customer finds from the address `start`: the page itself, its contact pages and frames. */
export async function readSite(start: string, source: PageSource): Promise<SiteReading> {
  const home = await source.open(start)
  if (!home.ok) return { ok: false, refusal: home }
  const read = new Map<string, PageChannels>()
  const skipped: Refusal[] = []
  const first = parsePage(home.html, { source: home.url, url: home.url })
  read.set(plain(home.url), readChannels(first))
  const queue = nextPages(first)
  for (let at = 0; at < queue.length && read.size + skipped.length < mostPages; at++) {
    const url = queue[at]!
    if (read.has(plain(url))) continue
    const fetched = await source.open(url)
    if (!fetched.ok) skipped.push(fetched)
    else if (sameSite(fetched.url, home.url) && !read.has(plain(fetched.url))) {
      const page = parsePage(fetched.html, { source: fetched.url, url: fetched.url })
      read.set(plain(fetched.url), readChannels(page))
      for (const next of nextPages(page).slice(0, 3)) if (!queue.includes(next)) queue.push(next)
    }
  }
  const channels = mergeChannels(start, [...read.values()])
  return { ok: true, url: home.url, channels, pages: [...read.values()].map((page) => page.source), skipped }
}

function plain(url: string): string {
  return url.split('#')[0]!.replace(/\/$/, '')
}

/** Contact pages and frames of the same site, the likeliest first. */
function nextPages(page: Page): string[] {
  const links = contactLinks(page).map((link) => link.href)
  const frames = page.frames
    .map((frame) => frame.src)
    .filter((src) => /kontakt|contact|skjema|form/i.test(src))
  const isWanted = (url: string) => URL.canParse(url) && sameSite(url, page.url)
  return [...new Set([...links.slice(0, 4), ...frames.slice(0, 2)].map(plain))].filter(isWanted)
}
