import { expect, test } from 'vitest'
import type { Opening } from './forecast-types.ts'
import { testOffice } from './testing/test-office.ts'
import { unusualHours } from './unusual-hours.ts'

const workdays = { from: '08:00', to: '16:00' }
const opening = (exceptions: Opening['exceptions']): Opening => ({
  week: Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [workdays]])),
  exceptions,
})

test('a shorter day and hours that were never open are found, and usual days are not', () => {
  const exceptions = [
    { date: '2025-02-04', hours: [{ from: '10:00', to: '12:00' }] },
    { date: '2025-02-05', hours: [{ from: '06:00', to: '18:30' }] },
    { date: '2025-02-06', hours: [] },
  ]
  const dates = ['2025-02-03', '2025-02-04', '2025-02-05', '2025-02-07']
  expect(unusualHours(testOffice({ days: 28 }), opening(exceptions), dates)).toEqual([
    { date: '2025-02-04', shorter: { open: 2, usual: 8 }, neverOpen: [] },
    {
      date: '2025-02-05',
      shorter: undefined,
      neverOpen: [
        { from: '06:00', to: '08:00' },
        { from: '16:00', to: '18:30' },
      ],
    },
  ])
})
