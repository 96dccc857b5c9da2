import { expect, test } from 'vitest'
import { exponentialPatience } from '../../../plan/waiting/rules/exponential.ts'
import { demoYear } from '../world.ts'
import { demoPatience } from './waits.ts'

test('the patience of the demo is found in its log, and on Monday mornings more give up', () => {
  const { enquiries } = demoYear(new Date('2027-03-01T09:00:00Z'))
  const calls = enquiries.filter(({ channel, legOf }) => channel === 'phone' && legOf === null)
  const lost = calls.filter(({ outcome }) => outcome === 'abandoned')
  const waited = calls.reduce((sum, { waitSeconds }) => sum + (waitSeconds ?? 0), 0)
  const { low, high } = exponentialPatience(waited, lost.length)!
  expect(low).toBeLessThan(demoPatience * 1.15)
  expect(high).toBeGreaterThan(demoPatience * 0.85)
  const share = (some: typeof calls) =>
    some.filter(({ outcome }) => outcome === 'abandoned').length / some.length
  const monday = calls.filter(
    ({ startedAt, startedOn }) =>
      new Date(`${startedOn}T12:00Z`).getUTCDay() === 1 && startedAt.getUTCHours() < 8,
  )
  expect(share(monday)).toBeGreaterThan(2 * share(calls))
  const back = enquiries.filter(({ recordId }) => recordId.endsWith('-igjen'))
  expect(back.length / lost.filter(({ customer }) => customer !== null).length).toBeGreaterThan(0.5)
})
