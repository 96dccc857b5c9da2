import { expect, test } from 'vitest'
import { withinPossible } from './possible-range.ts'

test('an interval ends where the figure can', () => {
  expect(withinPossible({ mean: 0.996, lo: 0.989, hi: 1.003 }, 'abandonShare')).toEqual({
    mean: 0.996,
    lo: 0.989,
    hi: 1,
  })
  expect(withinPossible({ mean: 0.03, lo: -0.088, hi: 0.15 }, 'waitingAtClose')).toEqual({
    mean: 0.03,
    lo: 0,
    hi: 0.15,
  })
  expect(withinPossible({ mean: 99, lo: 97, hi: 101 }, 'satisfaction')).toMatchObject({ hi: 100 })
  expect(withinPossible({ mean: 4000, lo: 3000, hi: 5000 }, 'cost')).toMatchObject({ lo: 3000, hi: 5000 })
  expect(withinPossible({ mean: 1, lo: null, hi: null }, 'serviceLevel')).toEqual({
    mean: 1,
    lo: null,
    hi: null,
  })
  expect(withinPossible(null, 'serviceLevel')).toBeNull()
})
