import { expect, test } from 'vitest'
import { kronerText, oreOf } from './kroner.ts'

test.each([
  ['95', 9500],
  ['95,5', 9550],
  ['−95,50', -9550],
  ['1 250', 125_000],
  ['-3.05', -305],
])('%s kroner', (text, ore) => expect(oreOf(text)).toBe(ore))

test.each(['', 'mye', '1,234', '1e3', '--4'])('%s is no amount', (text) =>
  expect(oreOf(text)).toBeUndefined(),
)

test('an amount in a field is read back as the same', () => {
  for (const ore of [0, 5, 9550, -9500]) expect(oreOf(kronerText(ore))).toBe(ore)
})
