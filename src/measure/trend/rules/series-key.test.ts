import { expect, test } from 'vitest'
import { keysOfSeries } from './series-key.ts'

const ties = [
  { nameKey: 'nye kraft', sameAsKey: 'gamle kraft' },
  { nameKey: 'nyeste kraft', sameAsKey: 'nye kraft' },
]

test('a centre that has changed its name twice is one series from each of its names', () => {
  for (const name of ['Gamle  Kraft', 'nye kraft', 'Nyeste Kraft'])
    expect([...keysOfSeries(name, ties)].sort()).toEqual(['gamle kraft', 'nye kraft', 'nyeste kraft'])
})

test('another centre is a series of its own, and a circle of ties ends', () => {
  expect([...keysOfSeries('Havblikk', ties)]).toEqual(['havblikk'])
  const circle = [...ties, { nameKey: 'gamle kraft', sameAsKey: 'nyeste kraft' }]
  expect(keysOfSeries('gamle kraft', circle).size).toBe(3)
})
