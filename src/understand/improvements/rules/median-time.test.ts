import { describe, expect, it } from 'vitest'
import { medianTime, type Waited } from './median-time.ts'
import { isLate, mayMove } from './words.ts'

// Freireich et al. 1963, weeks of remission, as in Cox 1972 and R's survival package.
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
const treated = [6, 6, 6, 7, 10, 13, 16, 22, 23]
const stillWell = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
const ended = (time: number): Waited => ({ time, answered: true })

describe('the median time to an answer', () => {
  it('is 8 weeks, 4 to 12, in the published placebo group', () => {
    expect(medianTime(placebo.map(ended))).toMatchObject({ median: 8, low: 4, high: 12 })
  })

  it('is 23 weeks, from 16 and without an upper end, in the published treated group', () => {
    const waited = [...treated.map(ended), ...stillWell.map((time) => ({ time, answered: false }))]
    expect(medianTime(waited)).toEqual({ median: 23, low: 16, high: null, n: 21, answered: 9 })
  })

  it('is not there while fewer than half have an answer', () => {
    expect(
      medianTime([ended(1), { time: 5, answered: false }, { time: 9, answered: false }]).median,
    ).toBeNull()
    expect(medianTime([]).median).toBeNull()
  })
})

describe('the steps of an improvement', () => {
  it('wants a day and a topic before it is in effect', () => {
    expect(mayMove('underWay', 'inEffect', { day: false, topics: 1 })).toBe('day')
    expect(mayMove('underWay', 'inEffect', { day: true, topics: 0 })).toBe('topics')
    expect(mayMove('underWay', 'inEffect', { day: true, topics: 1 })).toBeUndefined()
    expect(mayMove('inEffect', 'inEffect', { day: true, topics: 1 })).toBeUndefined()
  })

  it('begins anew after it was dropped, and does not move to where it is', () => {
    expect(mayMove('dropped', 'decided', { day: false, topics: 0 })).toBe('anew')
    expect(mayMove('dropped', 'proposed', { day: false, topics: 0 })).toBeUndefined()
    expect(mayMove('decided', 'decided', { day: false, topics: 0 })).toBe('same')
  })

  it('is late only while something is left to do', () => {
    expect(isLate({ state: 'underWay', dueOn: '2027-01-01' }, '2027-01-02')).toBe(true)
    expect(isLate({ state: 'underWay', dueOn: '2027-01-02' }, '2027-01-02')).toBe(false)
    expect(isLate({ state: 'inEffect', dueOn: '2027-01-01' }, '2027-02-01')).toBe(false)
  })
})
