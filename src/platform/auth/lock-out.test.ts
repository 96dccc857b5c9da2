import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attempts, accountLockOut, afterFailure, secondsLocked } from './lock-out.ts'

const start = new Date('2027-03-01T08:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

function fail(times: number, from: Attempts | undefined = undefined, at = start): Attempts | undefined {
  let attempts = from
  for (let time = 0; time < times; time++) attempts = afterFailure(attempts, accountLockOut, at)
  return attempts
}

test('the first failure only counts', () => {
  expect(afterFailure(undefined, accountLockOut, start)).toEqual({
    failures: 1,
    lastAt: start,
    lockedUntil: null,
  })
})

test('four failures may be followed by another attempt, five may not for a minute', () => {
  expect(secondsLocked(fail(4), start)).toBe(0)
  expect(secondsLocked(fail(5), start)).toBe(60)
  expect(secondsLocked(fail(5), later(60))).toBe(0)
})

test('each failure after a lock doubles the wait, up to a quarter of an hour', () => {
  const waits = [5, 6, 7, 8, 9, 20].map((failures) => secondsLocked(fail(failures), start))
  expect(waits).toEqual([60, 120, 240, 480, 900, 900])
})

test('a quarter of an hour without a failure forgets them', () => {
  expect(afterFailure(fail(5), accountLockOut, later(901)).failures).toBe(1)
})

test('no sequence of failures locks for longer than the ceiling, and more failures never lock for less', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 60 }), (pauses) => {
      let now = start
      let attempts: Attempts | undefined
      let before = 0
      for (const pause of pauses) {
        now = new Date(now.getTime() + pause * 1000)
        attempts = afterFailure(attempts, accountLockOut, now)
        const locked = secondsLocked(attempts, now)
        expect(locked).toBeGreaterThanOrEqual(before)
        expect(locked).toBeLessThanOrEqual(accountLockOut.longestLockSeconds)
        before = locked
      }
    }),
  )
})
