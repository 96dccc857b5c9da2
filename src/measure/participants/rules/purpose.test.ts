import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Purpose, purposeOf, tierOf, usable } from './purpose.ts'

test.each([
  ['TINE Kundesenter Bedrift:', 'business'],
  ['Bedriftskunder', 'business'],
  ['Bedriftskundar', 'business'],
  ['Kundeservice', 'customer'],
  ['Sentralbord', 'general'],
  ['Telefaks', 'fax'],
  ['Pressevakt', 'press'],
  ['Växel', 'general'],
  ['Störungen', 'emergency'],
  ['fra utlandet', 'foreign'],
] as const)('«%s» names %s', (label, purpose) => {
  expect(purposeOf(label)).toBe(purpose)
})

const some = fc.array(
  fc
    .constantFrom<Purpose>('customer', 'general', 'unknown', 'sales', 'press', 'fax', 'person', 'business')
    .map((purpose) => ({ purpose })),
)

test('fax and press are never used, and nothing else is left without a reason', () => {
  fc.assert(
    fc.property(some, (found) => {
      const chosen = usable(found)
      const anyUsable = found.some(({ purpose }) => tierOf(purpose) < 9)
      return chosen.every(({ purpose }) => tierOf(purpose) < 9) && chosen.length > 0 === anyUsable
    }),
  )
})

test('a person is used only when there is no number for customers', () => {
  expect(usable([{ purpose: 'person' as Purpose }, { purpose: 'general' as Purpose }])).toEqual([
    { purpose: 'general' },
  ])
  expect(usable([{ purpose: 'person' as Purpose }])).toEqual([{ purpose: 'person' }])
})
