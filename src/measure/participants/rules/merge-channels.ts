/** Several pages of one site → how the company can be reached, each piece of evidence with its page. */
import { chooseChannels } from './choose-channels.ts'
import type { ContactForm } from './form/find-contact-form.ts'
import { usable } from './purpose.ts'
import { type PageChannels, reachable } from './read-channels.ts'

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const seen = new Map<string, T>()
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item)
  return [...seen.values()]
}

/**
 * The form of a site: on the first page (true), else the address of the page where one was seen, else a link
 * to a page that could not be read. A link to a page that was read and has no form is none.
 */
function siteForm(pages: readonly PageChannels[]): ContactForm {
  const [first, ...rest] = pages
  if (first?.contactForm === true) return true
  const seen = rest.find((page) => page.contactForm === true)
  if (seen) return seen.source
  const read = new Set(pages.map((page) => plain(page.source)))
  return (
    pages
      .map((page) => page.contactForm)
      .find((form) => typeof form === 'string' && !read.has(plain(form))) ?? false
  )
}

const plain = (url: string) => url.split('#')[0]!.replace(/\/$/, '')

/** One reading of a whole site, named `source`. The first page is the one that was asked for. */
export function mergeChannels(source: string, pages: readonly PageChannels[]): PageChannels {
  const found = {
    phone: usable(
      uniqueBy(
        pages.flatMap((page) => page.phone),
        (phone) => phone.e164 ?? phone.number,
      ),
    ),
    email: usable(
      uniqueBy(
        pages.flatMap((page) => page.email),
        (email) => email.address,
      ),
    ),
    contactForm: siteForm(pages),
    chat: uniqueBy(
      pages.flatMap((page) => page.chat),
      (chat) => chat.vendor,
    ),
    messenger: [...new Set(pages.flatMap((page) => page.messenger))],
  }
  const evidence = pages.flatMap((page) => page.evidence.map((item) => ({ ...item, url: page.source })))
  return { source, ...found, chosen: chooseChannels(reachable(found)), evidence }
}
