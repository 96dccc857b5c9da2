import { expect, test } from 'vitest'
import { timeUnitOf } from './units.ts'

test('the largest of the figures that stand together chooses their unit', () => {
  expect([8, 89, 90, 300, -300, 5399, 5400].map((seconds) => timeUnitOf(seconds).name)).toEqual([
    'seconds',
    'seconds',
    'minutes',
    'minutes',
    'minutes',
    'minutes',
    'hoursUnit',
  ])
})
