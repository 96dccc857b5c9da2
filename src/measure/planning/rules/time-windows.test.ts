import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import { timeWindows } from './time-windows.ts'

const texts = (window: { from: string; to: string }) =>
  timeWindows(window).map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`)

test('six hours are three windows of two, three hours are one', () => {
  expect(texts({ from: '09:00', to: '15:00' })).toEqual(['09:00–11:00', '11:00–13:00', '13:00–15:00'])
  expect(texts({ from: '09:00', to: '12:00' })).toEqual(['09:00–12:00'])
})

test('the parts cover the window without gap or overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 1439 }), (from, length) => {
      const to = Math.min(1439, from + length)
      const parts = timeWindows({ from: clockOf(from), to: clockOf(to) })
      expect(parts[0]!.from).toBe(from)
      expect(parts.at(-1)!.to).toBe(to)
      for (let part = 1; part < parts.length; part++) expect(parts[part]!.from).toBe(parts[part - 1]!.to)
      if (parts.length > 1) for (const part of parts) expect(part.to - part.from).toBeGreaterThanOrEqual(115)
    }),
  )
})

test('minutes and times are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOf(clockOf(minutes)) === minutes),
  )
})
