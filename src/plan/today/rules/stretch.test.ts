import { expect, test } from 'vitest'
import { outlookOf } from '../../staffing/rules/day-queue.ts'
import { missing } from '../../staffing/rules/staffed-cell.ts'
import { madeQueue } from './made-day.ts'
import { outlookOn, worstStretch, worstStretches } from './stretch.ts'

const flat = Array.from({ length: 16 }, () => 60)
/** A queue that lacks so many in each of its half hours. */
const lacking = (gaps: readonly number[]) =>
  madeQueue(flat.slice(0, gaps.length), (at, needed) => needed - gaps[at]!)

test('nobody missing is no stretch', () => {
  expect(worstStretch(lacking([0, -2, 0]))).toBeNull()
  expect(worstStretch(madeQueue(flat, () => null))).toBeNull()
  expect(worstStretch(madeQueue([], () => 0))).toBeNull()
})

test('neighbours that lack half as many belong to it, and those beyond a gap do not', () => {
  expect(worstStretch(lacking([3, 0, 2, 4, 3, 1, 3]))).toEqual({ from: '09:00', to: '10:30', missing: 4 })
  expect(worstStretch(lacking([0, 0, 0, 0, 1]))).toEqual({ from: '10:00', to: '10:30', missing: 1 })
})

test('what is left is looked through again, and no interval is in two of them', () => {
  const queue = lacking([1, 0, 4, 4, 0, 2, 3, 0])
  expect(worstStretches(queue, 2)).toEqual([
    { from: '09:00', to: '10:00', missing: 4 },
    { from: '10:30', to: '11:30', missing: 3 },
  ])
  expect(worstStretches(queue, 9)).toHaveLength(3)
})

test('a whole day short is dealt with an hour and a half at a time to each side', () => {
  expect(worstStretch(lacking([3, 3, 3, 3, 3, 5, 3, 3, 3, 3, 3]))).toEqual({
    from: '09:00',
    to: '12:30',
    missing: 5,
  })
})

test('it comes to its worst chance, and to the wait of those who call in it', () => {
  const queue = madeQueue([40, 80, 20], (at, needed) => needed - [1, 2, 0][at]!)
  const [first, second] = outlookOf(queue)
  expect(outlookOn(queue, { from: '08:00', to: '09:00' })).toEqual({
    risk: Math.max(first!.risk!, second!.risk!),
    waitSeconds: (40 * first!.waitSeconds! + 80 * second!.waitSeconds!) / 120,
  })
  expect(queue.cells.map(missing)).toEqual([1, 2, 0])
})

test('where the queue only grows there is no wait to tell', () => {
  const queue = madeQueue([60, 60], () => 3)
  const endless = {
    ...queue,
    cells: queue.cells.map((cell) => ({ ...cell, demand: { ...cell.demand, patienceSeconds: null } })),
  }
  expect(outlookOn(endless, { from: '08:00', to: '09:00' })).toEqual({ risk: 1, waitSeconds: null })
})
