import { describe, expect, test } from 'vitest'
import { type PageChannels, readChannels } from '../rules/read-channels.ts'
import { parsePage } from './parse-page.ts'
import { foreignPages } from './testing/foreign-pages.ts'
import { type TypicalPage, typicalPages } from './testing/typical-pages.ts'

type Kind = 'phone' | 'email' | 'form' | 'chat' | 'messenger'

function verdictsOf(page: TypicalPage, read: PageChannels): Readonly<Record<Kind, boolean>> {
  const same = (labelled: readonly string[], found: readonly string[]) =>
    labelled.toSorted().join() === found.toSorted().join()
  const form = typeof read.contactForm === 'string' ? 'link' : read.contactForm ? 'yes' : 'no'
  return {
    phone: same(
      page.phone,
      read.phone.map((phone) => phone.e164 ?? phone.number),
    ),
    email: same(
      page.email,
      read.email.map((email) => email.address),
    ),
    form: form === page.form,
    chat: read.chat.length > 0 === page.chat,
    messenger: read.messenger.length > 0 === page.messenger,
  }
}

describe('pages that the rules were not written from', () => {
  const verdicts = [...typicalPages, ...foreignPages].map((page) => {
    const read = readChannels(parsePage(page.html, { source: page.name, url: page.url }))
    return { page, read, right: verdictsOf(page, read) }
  })

  test.each(['phone', 'email', 'form', 'chat', 'messenger'] as const)(
    'at least 95 %% of the verdicts on %s are right',
    (kind) => {
      const wrong = verdicts
        .filter(({ right }) => !right[kind])
        .map(({ page, read }) => [
          page.name,
          read.phone,
          read.email,
          read.contactForm,
          read.chat,
          read.messenger,
        ])
      expect(wrong.length / verdicts.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.05)
    },
  )
})
