/**
 * The home pages of the demo world's companies, inside the product: channel discovery can be tried without a
 * network. `demo:fjordlinja` stands for the page of Fjordlinja; every page says that it is fictional.
 */
import type { Fetched, PageSource } from '../../measure/participants/index.ts'
import { contactDetails, domainOf } from '../contact-details.ts'
import { demoCompanies } from '../world.ts'
import type { Dress, PageFacts } from './dress.ts'
import { bokmalDresses } from './dresses-nb.ts'
import { otherDresses } from './dresses-other.ts'

export const dresses: readonly Dress[] = [...bokmalDresses, ...otherDresses]

/** All pages of all companies, by address. */
function allPages(): ReadonlyMap<string, string> {
  const pages = demoCompanies.flatMap((company, at) => {
    const facts: PageFacts = { ...company, ...contactDetails(company), domain: domainOf(company) }
    const dress = dresses[at % dresses.length]!
    return Object.entries(dress.pages(facts)).map(
      ([path, html]) => [`https://${facts.domain}${path}`, html] as const,
    )
  })
  return new Map(pages)
}

/** 'demo:fjordlinja' → the address of its home page; other addresses stay. */
function addressOf(url: string): string {
  const page = /^demo:([a-z0-9-]+)$/.exec(url)?.[1]
  return page === undefined ? url : `https://${domainOf({ page })}/`
}

/** The built-in pages, and `others` for every other address. Addresses under .example never leave the product. */
export function withDemoPages(others: PageSource): PageSource {
  const pages = allPages()
  return {
    async open(url): Promise<Fetched> {
      const address = addressOf(url)
      const isBuiltIn =
        url !== address || (URL.canParse(address) && new URL(address).hostname.endsWith('.example'))
      if (!isBuiltIn) return others.open(url)
      const html = pages.get(address)
      return html === undefined
        ? { ok: false, url: address, reason: 'unknown-host', detail: '' }
        : { ok: true, url: address, html }
    },
    close: () => others.close(),
  }
}
