import { describe, expect, it } from 'vitest'
import { nextStep } from './next-step.ts'

const none = {
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

describe('what is next in an edition', () => {
  it('is the broken method before anything else', () => {
    expect(nextStep({ state: 'preparing', issues: 2, counts: none })).toEqual({
      key: 'mendMethod',
      part: 'method',
      count: 2,
    })
  })

  it('counts the participants whose channels are not settled', () => {
    const counts = { ...none, participants: 40, confirmed: 34 }
    expect(nextStep({ state: 'preparing', issues: 0, counts })).toMatchObject({
      key: 'confirmChannels',
      count: 6,
    })
  })

  it('is to start once there is a plan', () => {
    const counts = { ...none, participants: 4, confirmed: 4, plans: 1, contacts: 100 }
    expect(nextStep({ state: 'preparing', issues: 0, counts }).key).toBe('startFieldwork')
  })

  it('is to find observers where contacts have none, before the start and after it', () => {
    const counts = { ...none, participants: 12, confirmed: 12, plans: 1, contacts: 300, unassigned: 120 }
    const found = { key: 'findObservers', part: 'plan', count: 120 }
    expect(nextStep({ state: 'preparing', issues: 0, counts })).toEqual(found)
    expect(nextStep({ state: 'fieldwork', issues: 0, counts: { ...counts, late: 52 } })).toEqual(found)
  })

  it('puts what waits for review before what is late', () => {
    const counts = { ...none, contacts: 100, waiting: 3, late: 8 }
    expect(nextStep({ state: 'fieldwork', issues: 0, counts }).key).toBe('review')
    expect(nextStep({ state: 'fieldwork', issues: 0, counts: { ...counts, waiting: 0 } }).key).toBe('late')
  })

  it('is to publish when every contact is approved', () => {
    const counts = { ...none, contacts: 100, approved: 100 }
    expect(nextStep({ state: 'review', issues: 0, counts }).key).toBe('publish')
  })
})
