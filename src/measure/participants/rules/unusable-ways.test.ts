import { expect, test } from 'vitest'
import { noChannels } from './settled-channels.ts'
import { unusableWays, whyUnusable } from './unusable-ways.ts'

test.each([
  ['phone', 'ja', 'not-a-number'],
  ['phone', 'kommer', 'not-a-number'],
  ['phone', ' ', undefined],
  ['phone', '02000', undefined],
  ['phone', '22 33 44 55, tast 2', undefined],
  ['email', 'x', 'not-an-email'],
  ['email', 'https://f.no/kontakt', 'not-an-email'],
  ['email', 'post@f.no', undefined],
  ['chat', 'ja', 'not-a-place'],
  ['contactForm', 'nei', 'not-a-place'],
  ['messenger', 'm.me/f', undefined],
] as const)('%s: %j → %s', (way, written, why) => {
  expect(whyUnusable(way, written)).toBe(why)
})

test('each way is named by its field, and one that is not there is none', () => {
  expect(unusableWays({ ...noChannels, phone: 'ja', email: 'post@f.no', chat: 'x' })).toEqual([
    { code: 'not-a-number', path: 'channels.phone', value: 'ja' },
    { code: 'not-a-place', path: 'channels.chat', value: 'x' },
  ])
})
