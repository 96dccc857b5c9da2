import { expect, test } from 'vitest'
import { mergeChannels } from './merge-channels.ts'
import type { PageChannels } from './read-channels.ts'

const page = (source: string, more: Partial<PageChannels> = {}): PageChannels => ({
  source,
  phone: [],
  email: [],
  contactForm: false,
  chat: [],
  messenger: [],
  chosen: [],
  evidence: [],
  ...more,
})
const number = (purpose: 'customer' | 'person', e164: string) => ({ number: e164, e164, label: '', purpose })

test('a linked page that was read and has a form gives its address', () => {
  const merged = mergeChannels('x', [
    page('https://a.no/', { contactForm: 'https://a.no/kontakt' }),
    page('https://a.no/kontakt', { contactForm: true }),
  ])
  expect(merged.contactForm).toBe('https://a.no/kontakt')
  expect(merged.chosen).toEqual(['email'])
})

test('a linked page that was read and has none is no form', () => {
  expect(
    mergeChannels('x', [
      page('https://a.no/', { contactForm: 'https://a.no/kontakt' }),
      page('https://a.no/kontakt'),
    ]).contactForm,
  ).toBe(false)
})

test('a linked page that could not be read is believed', () => {
  expect(
    mergeChannels('x', [page('https://a.no/', { contactForm: 'https://a.no/kontakt' })]).contactForm,
  ).toBe('https://a.no/kontakt')
})

test('a number for customers on one page beats a person on another', () => {
  const merged = mergeChannels('x', [
    page('1', { phone: [number('person', '+4790111222')] }),
    page('2', { phone: [number('customer', '+4722334455')] }),
  ])
  expect(merged.phone.map((phone) => phone.e164)).toEqual(['+4722334455'])
})
