import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { bandOf } from './band-of.ts'
import { computeResults } from './results.ts'
import { type PlainContact, tableOf } from './testing/small-method.ts'

const bandsOf = (contacts: readonly PlainContact[]) =>
  computeResults(tableOf(contacts), { seed: '1', resamples: 0 }).bands
const idOf = (score: number) => referenceMethod.bands[bandOf(referenceMethod.bands, score)]!.id

test('a band holds its lower limit and not its upper one', () => {
  expect([100, 99.99, 80, 79.999, 70, 69.9, 0].map(idOf)).toEqual([
    '=100',
    '[80,100)',
    '[80,100)',
    '[70,80)',
    '[70,80)',
    '<70',
    '<70',
  ])
})

test('the noise of a sum does not push a score out of its band', () => {
  expect(idOf(80 - 1e-12)).toBe('[80,100)')
  expect(idOf(100 - 1e-12)).toBe('=100')
})

test('unanswered contacts are counted in the lowest band and shown apart', () => {
  const bands = bandsOf([
    { participant: 'P', score: 100 },
    { participant: 'P', score: 69 },
    { participant: 'P' },
    { participant: 'P' },
  ])
  const all = bands.filter(({ segment }) => segment === 'all')
  expect(all.map(({ band, count, percent, unanswered }) => [band, count, percent, unanswered])).toEqual([
    ['=100', 1, 25, 0],
    ['[80,100)', 0, 0, 0],
    ['[70,80)', 0, 0, 0],
    ['<70', 3, 75, 2],
  ])
})

test('all, written, spoken, each channel, class and participant is a segment of its own', () => {
  const bands = bandsOf([
    { participant: 'P', class: 'X', score: 100 },
    { participant: 'Q', class: 'Y', score: 50, channel: 'chat' },
  ])
  expect([...new Set(bands.map(({ segment }) => segment))]).toEqual([
    'all',
    'written',
    'spoken',
    'phone',
    'chat',
    'class:X',
    'class:Y',
    'participant:P',
    'participant:Q',
  ])
})

test('the bands of a segment add up to its contacts and to 100 per cent', () => {
  const contact = fc.record({
    participant: fc.constantFrom('P', 'Q', 'R'),
    channel: fc.constantFrom('phone' as const, 'email' as const, 'messenger' as const),
    score: fc.integer({ min: 0, max: 100 }),
  })
  fc.assert(
    fc.property(fc.array(contact, { minLength: 1 }), (contacts) => {
      for (const bands of Map.groupBy(bandsOf(contacts), ({ segment }) => segment).values()) {
        const { segment } = bands[0]!
        const own = contacts.filter(
          ({ participant, channel }) =>
            ['all', channel, channel === 'phone' ? 'spoken' : 'written', 'class:A'].includes(segment) ||
            segment === `participant:${participant}`,
        )
        expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
        expect(bands.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 9)
      }
    }),
  )
})
