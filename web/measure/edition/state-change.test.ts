import { describe, expect, it } from 'vitest'
import type { EditionCounts } from '../../../src/measure/edition/contract.ts'
import { consequencesOf, missingForStart } from './state-change.ts'

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
const edition = (counts: Partial<EditionCounts>, issues = 0) => ({ counts: { ...none, ...counts }, issues })

describe('what is missing before fieldwork can start', () => {
  it('is everything in an empty edition whose method is broken', () => {
    expect(missingForStart(edition({}, 2))).toEqual([
      { part: 'method', count: 2 },
      { part: 'participants', count: 0 },
      { part: 'plan', count: 0 },
    ])
  })

  it('is nothing when a whole method has a plan, though a participant is not settled', () => {
    expect(missingForStart(edition({ participants: 3, confirmed: 2, contacts: 50, plans: 1 }))).toEqual([])
  })
})

describe('what happens', () => {
  it('at the start: the method is locked, observers get their work, and who is left out is told', () => {
    expect(consequencesOf('start', edition({ participants: 3, confirmed: 2, contacts: 50 }))).toEqual([
      { key: 'locks' },
      { key: 'assigns', count: 50 },
      { key: 'leftOut', count: 1 },
    ])
  })

  it('at the start: contacts that nobody has been given are told apart', () => {
    expect(consequencesOf('start', edition({ contacts: 300, unassigned: 120 }))).toEqual([
      { key: 'locks' },
      { key: 'assigns', count: 180 },
      { key: 'unassigned', count: 120 },
    ])
  })

  it('at the end: what is not handed in and what waits is counted', () => {
    expect(consequencesOf('close', edition({ contacts: 50, handedIn: 48, waiting: 3 }))).toEqual([
      { key: 'undelivered', count: 2 },
      { key: 'waiting', count: 3 },
      { key: 'review' },
      { key: 'reversible' },
    ])
    const keys = consequencesOf('close', edition({ contacts: 50, handedIn: 50 })).map(({ key }) => key)
    expect(keys).toEqual(['allDelivered', 'review', 'reversible'])
  })
})
