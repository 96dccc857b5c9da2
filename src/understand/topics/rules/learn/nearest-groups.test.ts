import { expect, test } from 'vitest'
import { doubtedAgreement } from './nearest-groups.ts'
import { putWholly, wholly } from './posterior.ts'

const final = Uint32Array.of(0, 0, 1, 1)

test('views that hold the same texts together leave no doubt, whatever they call their groups', () => {
  expect(doubtedAgreement([wholly(final, 2), wholly([1, 1, 0, 0], 2)], final, 2)).toBe(1)
})

test('the view that doubts most tells how sure a text is, not the mean of those that repeat each other', () => {
  // Two views agree with the result; to the third everything is one group, of which half ended in each place.
  const views = [wholly(final, 2), wholly(final, 2), wholly([0, 0, 0, 0], 1)]
  expect(doubtedAgreement(views, final, 2)).toBe(0.5)
})

test('a text that a view holds with those of another group counts as far as they ended together', () => {
  const view = wholly(final, 2)
  putWholly(view, 1, 1)
  // Text 1 is one of three that the view holds together, of which two ended in group 1.
  expect(doubtedAgreement([view], final, 2)).toBeCloseTo((1 + 1 / 3 + 2 / 3 + 2 / 3) / 4)
})
