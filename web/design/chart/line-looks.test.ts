import { expect, test } from 'vitest'
import { dashesOf, type LineLook } from './line-looks.ts'

const drawn = (...looks: readonly LineLook[]) => dashesOf(looks.map((look) => ({ look })))

test('a forecast is dashed, what was seen is whole, and no two lines of a look are drawn alike', () => {
  expect(drawn('seen', 'control')).toEqual([[], []])
  expect(drawn('expected')[0]).not.toEqual([])
  for (const look of ['seen', 'expected', 'earlier', 'control'] as const) {
    const three = drawn(look, look, look)
    expect(new Set(three.map(String)).size).toBe(3)
  }
})
