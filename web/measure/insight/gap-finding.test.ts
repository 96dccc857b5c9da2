import { expect, test } from 'vitest'
import type { GapStep } from '../../../src/measure/insight/contract.ts'
import { findGap } from './gap-finding.ts'

const step = (kind: GapStep['kind'], value: number): GapStep => ({
  kind,
  value,
  interval: null,
  channels: [],
  questions: [],
})
const gap = (from: number, to: number, ...steps: GapStep[]) => ({ from, to, n: 25, steps })

test('−6 by the unanswered, −3 by an area and +1 by the mix: most is the unanswered', () => {
  const found = findGap(gap(80, 72, step('unanswered', -6), step('area', -3), step('mix', 1)))
  expect(found).toMatchObject({ kind: 'behind', isMost: true, step: { kind: 'unanswered' } })
})

test('less than half of what is lost is only the largest part', () => {
  const found = findGap(gap(80, 71, step('unanswered', -4), step('area', -3), step('mix', -2)))
  expect(found).toMatchObject({ kind: 'behind', isMost: false, step: { kind: 'unanswered' } })
})

test('above the reference, and level with it', () => {
  expect(findGap(gap(70, 72.5, step('mix', 2.5)))).toEqual({ kind: 'above', points: 2.5 })
  expect(findGap(gap(70, 70, step('mix', 0)))).toBeUndefined()
})
