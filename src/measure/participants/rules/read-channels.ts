/** Page → how its company can be reached: the five finders put together. */
import { type FoundChat, findChat } from './chat/find-chat.ts'
import { type Channel, chooseChannels } from './choose-channels.ts'
import { countriesOf } from './country.ts'
import { type FoundEmail, findEmails } from './email/find-emails.ts'
import type { Evidence } from './evidence.ts'
import { type ContactForm, findContactForm } from './form/find-contact-form.ts'
import { findMessenger } from './messenger/find-messenger.ts'
import type { Page } from './page.ts'
import { type FoundPhone, findPhones } from './phone/find-phones.ts'

export type PageChannels = {
  readonly source: string
  readonly phone: readonly FoundPhone[]
  readonly email: readonly FoundEmail[]
  /** true: on the page or in a frame of it; an address: on a page that it links to. */
  readonly contactForm: ContactForm
  readonly chat: readonly FoundChat[]
  readonly messenger: readonly string[]
  readonly chosen: readonly Channel[]
  readonly evidence: readonly Evidence[]
}

/** All ways to reach the company that this page shows to a new private customer. */
export function readChannels(page: Page): PageChannels {
  const { phones, evidence: phoneEvidence } = findPhones(page, countriesOf(page))
  const { emails, evidence: emailEvidence } = findEmails(page)
  const { contactForm, evidence: formEvidence } = findContactForm(page)
  const { chat, evidence: chatEvidence } = findChat(page)
  const { messenger, evidence: messengerEvidence } = findMessenger(page)
  const evidence = [
    ...phoneEvidence,
    ...emailEvidence,
    ...formEvidence,
    ...chatEvidence,
    ...messengerEvidence,
  ]
  const found = { phone: phones, email: emails, contactForm, chat, messenger }
  return { source: page.source, ...found, chosen: chooseChannels(reachable(found)), evidence }
}

type Found = Pick<PageChannels, 'phone' | 'email' | 'contactForm' | 'chat' | 'messenger'>

export function reachable(found: Found): Readonly<Record<Channel, boolean>> {
  return {
    phone: found.phone.length > 0,
    email: found.email.length > 0 || found.contactForm !== false,
    chat: found.chat.length > 0,
    messenger: found.messenger.length > 0,
  }
}
