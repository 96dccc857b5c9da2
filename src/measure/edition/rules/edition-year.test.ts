import { describe, expect, it } from 'vitest'
import { type EditionCounts, editionStates } from '../contract.ts'
import { mayMove } from './edition-state.ts'
import { stagesOf } from './edition-year.ts'

const none: EditionCounts = {
  participants: 0,
  confirmed: 0,
  checkedOnce: 0,
  checkedTwice: 0,
  plans: 0,
  contacts: 0,
  handedIn: 0,
  waiting: 0,
  approved: 0,
  appealed: 0,
  late: 0,
  unassigned: 0,
  results: 0,
}

const current = (year: Parameters<typeof stagesOf>[0]) =>
  stagesOf(year)
    .filter(({ state }) => state === 'current')
    .map(({ id }) => id)

describe('the year of an edition', () => {
  it('begins with preparation', () => {
    expect(current({ state: 'preparing', counts: none, issues: 0 })).toEqual(['prepare'])
  })

  it('stays with preparation while the method breaks an invariant', () => {
    expect(current({ state: 'preparing', counts: { ...none, participants: 6 }, issues: 2 })).toEqual([
      'prepare',
    ])
  })

  it('goes on to finding channels once there are participants, and counts the confirmed ones', () => {
    const counts = { ...none, participants: 6, confirmed: 2 }
    const stages = stagesOf({ state: 'preparing', counts, issues: 0 })
    expect(stages[1]).toEqual({ id: 'findChannels', state: 'current', done: 2, of: 6 })
    expect(stages[2]).toEqual({ id: 'plan', state: 'coming' })
  })

  it('runs fieldwork and review side by side', () => {
    const counts = {
      ...none,
      participants: 6,
      confirmed: 6,
      plans: 1,
      contacts: 150,
      handedIn: 40,
      approved: 30,
    }
    expect(current({ state: 'fieldwork', counts, issues: 0 })).toEqual(['fieldwork', 'review'])
  })

  it('ends in learning when the results are out', () => {
    const counts = {
      ...none,
      participants: 6,
      confirmed: 6,
      plans: 1,
      contacts: 150,
      handedIn: 150,
      approved: 150,
      results: 1,
    }
    expect(current({ state: 'published', counts, issues: 0 })).toEqual(['learn'])
  })
})

describe('the state of an edition', () => {
  it('never returns to preparation, because fieldwork has frozen the method', () => {
    expect(editionStates.filter((state) => mayMove(state, 'preparing'))).toEqual([])
  })

  it('is published only from review', () => {
    expect(editionStates.filter((state) => mayMove(state, 'published'))).toEqual(['review'])
  })

  it('comes back from every state but preparation to fieldwork, one step at a time', () => {
    expect(editionStates.filter((state) => mayMove(state, 'fieldwork'))).toEqual([
      'preparing',
      'paused',
      'review',
    ])
  })
})
