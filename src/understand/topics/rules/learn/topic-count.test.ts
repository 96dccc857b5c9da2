import { expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import { zeros } from '../matrix/dense.ts'
import { wardTree } from '../matrix/ward.ts'
import { topicCount } from './topic-count.ts'

/** So many groups of so many points around places of their own; `far` of the groups lie far off. */
function tree({
  groups,
  each,
  spread,
  far = 0,
}: Readonly<Record<string, number>> & { groups: number; each: number; spread: number }) {
  const random = seededRandom(7)
  const columns = 12
  const normal = () => random() + random() + random() + random() - 2
  const points = zeros(groups * each, columns)
  for (let group = 0; group < groups; group++) {
    const centre = Array.from({ length: columns }, () => normal() * (group < far ? 12 : 1))
    for (let point = 0; point < each; point++)
      for (let column = 0; column < columns; column++)
        points.value[(group * each + point) * columns + column] = centre[column]! + spread * normal()
  }
  return wardTree(points, new Float64Array(points.rows).fill(1))
}

test.each([4, 12, 40])('%i groups are found, or somewhat more, however many texts each has', (groups) => {
  for (const each of [8, 15]) {
    const found = topicCount(tree({ groups, each, spread: 0.25 }))
    expect(found).toBeGreaterThanOrEqual(groups)
    expect(found).toBeLessThanOrEqual(2 * groups)
  }
})

test('one group that lies far off hides none of the others', () => {
  expect(topicCount(tree({ groups: 20, each: 10, spread: 0.25, far: 1 }))).toBeGreaterThanOrEqual(20)
})

test('coarse is fewer and fine is more', () => {
  const made = tree({ groups: 20, each: 10, spread: 0.35 })
  expect(topicCount(made, 0)).toBeLessThan(topicCount(made))
  expect(topicCount(made, 1)).toBeGreaterThan(topicCount(made))
})

test('a handful stays apart, and what is all the same is one', () => {
  expect(topicCount(tree({ groups: 3, each: 2, spread: 0.1 }))).toBe(6)
  expect(topicCount(wardTree(zeros(30, 3), new Float64Array(30).fill(1)))).toBe(1)
  expect(topicCount(wardTree(zeros(1, 3), [1]))).toBe(1)
})
