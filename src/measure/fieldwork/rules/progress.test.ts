import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../../../kernel/zone.ts'
import { contactStates } from '../contract.ts'
import { countProgress, type ProgressContact, paceOf, progressBy, progressLine } from './progress.ts'

const now = toInstant('2026-12-09', '12:00')
const moment = { now, paused: false }
const contact = (state: ProgressContact['state'], date: string, handedIn?: string): ProgressContact => ({
  state,
  date,
  to: '11:00',
  handedInAt: handedIn ? toInstant(handedIn, '13:00') : undefined,
})

describe('counts', () => {
  it('tell what is planned, due, done, waiting and late; what is left out is counted apart', () => {
    const contacts = [
      contact('assigned', '2026-12-08'),
      contact('assigned', '2026-12-20'),
      contact('submitted', '2026-12-08', '2026-12-08'),
      contact('returned', '2026-12-07', '2026-12-07'),
      contact('approved', '2026-12-01', '2026-12-01'),
      contact('excluded', '2026-12-01'),
    ]
    expect(countProgress(contacts, moment)).toEqual({
      planned: 5,
      dueByNow: 4,
      done: 3,
      approved: 1,
      waitingForReview: 1,
      returned: 1,
      late: 1,
      excluded: 1,
    })
  })

  const anyContact = fc.record({
    state: fc.constantFrom(...contactStates),
    date: fc.constantFrom('2026-12-01', '2026-12-09', '2027-01-05'),
    to: fc.constant('11:00'),
    group: fc.constantFrom('a', 'b', 'c'),
  })

  it('of groups add up to the counts of all', () => {
    fc.assert(
      fc.property(fc.array(anyContact), (contacts) => {
        const all = countProgress(contacts, moment)
        const groups = progressBy(contacts, ({ group }) => group, moment)
        for (const key of ['planned', 'done', 'late', 'excluded', 'approved'] as const)
          expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(all[key])
        expect(all.planned + all.excluded).toBe(contacts.length)
      }),
    )
  })

  it('put the group with most late contacts first', () => {
    const groups = progressBy(
      [contact('approved', '2026-12-01'), contact('assigned', '2026-12-02')],
      ({ date }) => date,
      moment,
    )
    expect(groups.map(({ key }) => key)).toEqual(['2026-12-02', '2026-12-01'])
  })
})

describe('the line', () => {
  const season = { from: '2026-11-30', to: '2026-12-11' }
  const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']

  it('rises with the plan, and four working days later at the latest with what is done', () => {
    const contacts = days.map((date) => contact('approved', date, date))
    const line = progressLine(contacts, season, now)
    expect(line.map(({ planned }) => planned)).toEqual([1, 2, 3, 4, 5, 5, 5, 5, 5, 5])
    expect(line.map(({ atLeast }) => atLeast)).toEqual([0, 0, 0, 0, 1, 2, 3, 4, 5, 5])
    expect(line.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 5, 5, 5, undefined, undefined])
    expect(paceOf(line)).toEqual({ pace: 'onTime' })
  })

  it('says by how many contacts the fieldwork is behind', () => {
    const contacts = days.map((date) => contact('assigned', date))
    expect(paceOf(progressLine(contacts, season, now))).toEqual({ pace: 'behind', contacts: 4 })
  })

  it('says nothing about a season that has not begun', () => {
    const contacts = days.map((date) => contact('assigned', date))
    expect(paceOf(progressLine(contacts, season, toInstant('2026-11-20', '12:00')))).toEqual({
      pace: 'notStarted',
    })
  })
})
