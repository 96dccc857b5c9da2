import { expect, test } from 'vitest'
import { waitsForPlanner } from './waits-for-planner.ts'

const now = new Date('2027-03-01T10:00:00Z')
const sick = {
  state: 'approved',
  byAgent: true,
  shifts: 2,
  endsAt: new Date('2027-03-02T10:00:00Z'),
} as const

test('an absence that is asked for wants an answer, and sickness wants somebody else for the shifts', () => {
  expect(waitsForPlanner({ ...sick, state: 'asked', shifts: 0 }, now)).toBe('absence')
  expect(waitsForPlanner(sick, now)).toBe('cover')
})

test('nothing is wanted when it is over, covered, decided, or noted by the planner', () => {
  expect(waitsForPlanner({ ...sick, endsAt: now }, now)).toBeNull()
  expect(waitsForPlanner({ ...sick, shifts: 0 }, now)).toBeNull()
  expect(waitsForPlanner({ ...sick, state: 'refused' }, now)).toBeNull()
  expect(waitsForPlanner({ ...sick, byAgent: false }, now)).toBeNull()
})
