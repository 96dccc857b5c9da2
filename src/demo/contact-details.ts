/** How each invented company says that it can be reached; the same on its built-in page and in the demo editions. */
import { hashText } from '../kernel/random.ts'
import type { DemoCompany } from './world.ts'

export type ContactDetails = {
  readonly phone: string | null
  readonly email: string | null
  readonly contactForm: string | null
  readonly chat: string | null
  readonly messenger: string | null
}

/** Addresses end in `.example`, which can never be registered (RFC 2606). */
export function domainOf({ page }: Pick<DemoCompany, 'page'>): string {
  return `${page}.example`
}

export function contactDetails(company: DemoCompany): ContactDetails {
  const has = (channel: DemoCompany['channels'][number]) => company.channels.includes(channel)
  const domain = domainOf(company)
  return {
    phone: has('phone') ? phoneNumber(company) : null,
    email: has('email') && !company.byForm ? `kundeservice@${domain}` : null,
    contactForm: has('email') && company.byForm ? `https://${domain}/kontakt` : null,
    chat: has('chat') ? `https://${domain}/` : null,
    messenger: has('messenger') ? `https://m.me/${company.page}` : null,
  }
}

/** Some have a five-digit number, the others eight digits; nobody is called from the demo world. */
function phoneNumber({ page }: DemoCompany): string {
  const drawn = hashText(page)
  if (drawn % 4 === 0) return `0${2000 + (drawn % 7000)}`
  const digits = String(drawn % 1_000_000).padStart(6, '0')
  return `2${drawn % 3 === 0 ? 1 : 2} ${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4)}`
}
