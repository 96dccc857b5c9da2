/** What a change does is the difference of the whole week before and after it, whatever is taken over from before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { seededRandom } from '../../../kernel/random.ts'
import type { WeekQueue } from '../week/contract.ts'
import { asShifts, type PlanShift } from '../week/rules/plan-shift.ts'
import { consequenceOf, shortOf } from './consequence.ts'
import { coverageOf } from './coverage.ts'
import { givenTo, movedBy, movedByDays, movedTo, newShift, stretched, usualBreaks } from './hand/hand-edit.ts'
import { changesOf, mergeDrafts } from './hand/merge-drafts.ts'
import { whoCouldTake } from './hand/who-could-take.ts'
import { judgedWeek, judgeOf, type WeekGiven } from './judged-week.ts'
import { localOf, minuteAt } from './local-days.ts'
import { madeStaff } from './made-staff.ts'
import type { Agent } from './types.ts'
import { usualContract } from './usual-contract.ts'

const monday = '2027-03-01'
const at = (time: string, day = monday) => minuteAt(day, time)

function queueOf(skill: string, needed: number, kind: WeekQueue['kind'] = 'calls'): WeekQueue {
  return {
    queueId: skill,
    name: skill,
    kind,
    skill,
    intervalMinutes: 30,
    open: [{ from: at('08:00'), to: at('16:00') }],
    target: {
      serviceLevel: { share: 0.8, withinSeconds: 20, convention: 'ofOffered' },
      maxMeanWaitSeconds: null,
      maxAbandon: null,
      maxOccupancy: null,
    },
    patienceSeconds: 300,
    parallel: 1,
    slowing: 0,
    onQueue: 1,
    cells: Array.from({ length: 16 }, (_, slot) => ({
      from: at('08:00') + slot * 30,
      mean: 10,
      handleSeconds: 180,
      cv: 0.1,
      p10: needed,
      p50: needed,
      p90: needed,
      needed,
    })),
  }
}

const agent = (id: string, more: Partial<Agent> = {}): Agent => ({
  id,
  name: id,
  skills: ['phone'],
  contract: usualContract,
  absences: [],
  wishes: [],
  ...more,
})
const given = (more: Partial<WeekGiven> = {}): WeekGiven => ({
  weekStart: monday,
  agents: [agent('a'), agent('b')],
  queues: [queueOf('phone', 1)],
  around: [],
  ...more,
})
const day = newShift('s', { agentId: 'a', from: at('08:00'), to: at('16:00') })

describe('what a change does', () => {
  test('a shift more fills its quarters and costs its hours; its break stays open', () => {
    const judge = judgeOf(given())
    const before = judgedWeek(judge, [])
    const { shortQuarters, workedMinutes, intervals } = consequenceOf(judge, before, judgedWeek(judge, [day]))
    expect(shortQuarters).toEqual({ before: 32, after: 2 })
    expect(workedMinutes).toEqual({ before: 0, after: 450 })
    const first = intervals[0]!
    expect(first).toMatchObject({ on: { before: 0, after: 1 }, needed: 1 })
    expect(first.answering!.before.level).toBe(0)
    expect(first.answering!.after.level).toBeGreaterThan(0)
    expect(first.answering!.after.risk).toBeLessThanOrEqual(first.answering!.before.risk)
  })

  test('nobody answers while away, and tasks have no level', () => {
    const away = { kind: 'sick', from: at('12:00'), to: at('16:00') } as const
    const judge = judgeOf(
      given({ agents: [agent('a', { absences: [away] })], queues: [queueOf('phone', 1, 'tasks')] }),
    )
    const after = judgedWeek(judge, [day])
    // All from noon on, and what of the break lies before it.
    expect(shortOf(judge, after).quarters).toBe(16 + 1)
    const { intervals, breached } = consequenceOf(judge, judgedWeek(judge, []), after)
    expect(intervals[0]!.answering).toBeNull()
    expect(breached.map(({ rule }) => rule)).toContain('absent')
  })

  test('a breach that is still there is told neither as new nor as mended; one that goes to another is both', () => {
    const long = { ...day, to: at('19:00') }
    const judge = judgeOf(given())
    const week = (shift: PlanShift) => judgedWeek(judge, [shift])
    const ofDay = (found: readonly { rule: string }[]) => found.filter(({ rule }) => rule === 'normal-day')
    const later = consequenceOf(judge, week(long), week(movedBy(long, 15)))
    expect([ofDay(later.breached), ofDay(later.mended)]).toEqual([[], []])
    const other = consequenceOf(judge, week(long), week(givenTo(long, 'b')))
    expect(ofDay(other.breached)).toMatchObject([{ agentId: 'b', paragraph: '§ 10-4 (1)' }])
    expect(ofDay(other.mended)).toMatchObject([{ agentId: 'a' }])
  })

  test('a day that was wished free is told when it is taken', () => {
    const wish = { date: monday, kind: 'free', weight: 3 } as const
    const judge = judgeOf(given({ agents: [agent('a', { wishes: [wish] })] }))
    const before = judgedWeek(judge, [])
    const { wishesBroken } = consequenceOf(judge, before, judgedWeek(judge, [day], before))
    expect(wishesBroken).toEqual([{ agentId: 'a', wish }])
  })

  const staff = madeStaff({ people: 12, monday, random: seededRandom('hand') })
  const made = given({
    agents: staff.agents,
    queues: staff.grid.queues.map(({ skill, need }) => ({
      ...queueOf(skill, 0),
      intervalMinutes: 15,
      cells: need.flatMap((needed, quarter) =>
        needed === 0
          ? []
          : [
              {
                from: staff.grid.from + quarter * 15,
                mean: 0,
                handleSeconds: 180,
                cv: 0.1,
                p10: needed,
                p50: needed,
                p90: needed,
                needed,
              },
            ],
      ),
    })),
  })
  const shifts = fc.array(
    fc.record({
      who: fc.integer({ min: 0, max: 11 }),
      day: fc.integer({ min: 0, max: 6 }),
      start: fc.integer({ min: 24, max: 56 }),
      length: fc.integer({ min: 8, max: 44 }),
      skill: fc.constantFrom(null, null, 'phone', 'chat'),
    }),
    { maxLength: 30 },
  )
  const asPlan = (
    drawn: readonly { who: number; day: number; start: number; length: number; skill: string | null }[],
  ) =>
    drawn.map(({ who, day: on, start, length, skill }, index): PlanShift => {
      const from = minuteAt(addDays(monday, on), '00:00') + start * 15
      return { ...newShift(`s${index}`, { agentId: `a${who + 1}`, from, to: from + length * 15 }), skill }
    })

  test('is the difference of two whole weeks, however much is taken over, in whatever order shifts stand', () => {
    const judge = judgeOf(made)
    fc.assert(
      fc.property(shifts, shifts, fc.nat(), (drawn, others, keep) => {
        const [old, own] = [asPlan(drawn), asPlan(others)]
        const next = [
          ...old.slice(0, keep % (old.length + 1)),
          ...own.slice(keep % (own.length + 1)).map((one) => ({ ...one, id: `n${one.id}` })),
        ]
        const before = judgedWeek(judge, old)
        const [whole, taken] = [judgedWeek(judge, next), judgedWeek(judge, next, before)]
        expect(taken).toEqual(whole)
        expect(judgedWeek(judge, next.toReversed()).on).toEqual(whole.on)
        const told = consequenceOf(judge, before, taken)
        const count = (week: typeof before) =>
          [...week.people.values()].reduce((sum, { findings }) => sum + findings.length, 0)
        expect(told.breached.length - told.mended.length).toBe(count(whole) - count(before))
        const people = staff.agents.map((each) => ({ ...each, skills: [...each.skills, ''] }))
        const searched = coverageOf(judge.grid, people, asShifts(next))
        expect(told.shortMinutes.after).toBe(searched.shortMinutes)
      }),
      { numRuns: 40 },
    )
  })

  test('there and back again changes nothing', () => {
    const judge = judgeOf(made)
    fc.assert(
      fc.property(shifts, shifts, (drawn, others) => {
        const [one, other] = [judgedWeek(judge, asPlan(drawn)), judgedWeek(judge, asPlan(others))]
        const [there, back] = [consequenceOf(judge, one, other), consequenceOf(judge, other, one)]
        expect(there.shortQuarters).toEqual({
          before: back.shortQuarters.after,
          after: back.shortQuarters.before,
        })
        expect(there.breached.length).toBe(back.mended.length)
        expect(there.wishesBroken).toEqual(back.wishesGranted)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a hand', () => {
  test('moves breaks with the shift, and keeps the time of the day through a change of the clocks', () => {
    const saturday = movedTo(day, '2027-03-27', '08:00')
    const sunday = movedByDays(saturday, 1)
    expect(localOf(sunday.from)).toEqual({ date: '2027-03-28', time: '08:00' })
    expect(sunday.breaks[0]!.from - sunday.from).toBe(day.breaks[0]!.from - day.from)
  })

  test('stretches: breaks stay inside, come when they are needed and go when there is no room', () => {
    expect(stretched(day, { to: at('12:00') }).breaks).toEqual([{ from: at('11:15'), to: at('11:45') }])
    expect(stretched(day, { from: at('12:00') }).breaks).toEqual([{ from: at('12:15'), to: at('12:45') }])
    expect(stretched(day, { to: at('08:15') })).toMatchObject({ to: at('08:30'), breaks: [] })
    const short = newShift('k', { agentId: null, from: at('08:00'), to: at('12:00') })
    expect(short.breaks).toEqual([])
    const grown = stretched(short, { to: at('16:00') })
    expect(grown.breaks).toEqual(usualBreaks(grown))
    expect(stretched(day, { to: at('08:00') + 3000 }).to - day.from).toBe(16 * 60)
  })

  test('never makes what the server refuses', () => {
    const times = fc.integer({ min: 0, max: 7 * 96 })
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 12 }), fc.boolean(), (ends, first) => {
        let shift = day
        ends.forEach((quarter, turn) => {
          const to = at('00:00') + quarter * 15
          shift = stretched(shift, (turn % 2 === 0) === first ? { from: to } : { to })
        })
        const { from, to, breaks } = shift
        expect(to - from).toBeGreaterThanOrEqual(30)
        expect(to - from).toBeLessThanOrEqual(960)
        breaks.reduce((last, pause) => {
          expect(pause.from).toBeGreaterThanOrEqual(last)
          expect(pause.to).toBeLessThanOrEqual(to)
          return pause.to
        }, from)
      }),
      { numRuns: 200 },
    )
  })
})

describe('two who change a week', () => {
  const other = newShift('o', { agentId: 'b', from: at('09:00'), to: at('17:00') })
  test('keep what both have done, and are told where they have met', () => {
    const [mine, theirs] = [movedBy(day, 30), movedBy(other, 60)]
    expect(mergeDrafts([day, other], [mine, other], [day, theirs])).toEqual({
      shifts: [mine, theirs],
      conflicts: [],
    })
    const met = mergeDrafts([day], [mine], [movedBy(day, 15)])
    expect(met).toEqual({ shifts: [mine], conflicts: [{ id: 's', mine, theirs: movedBy(day, 15) }] })
    expect(mergeDrafts([day], [], [movedBy(day, 15)]).conflicts).toHaveLength(1)
    expect(mergeDrafts([day], [mine], []).shifts).toEqual([mine])
    expect(mergeDrafts([day], [mine], [mine]).conflicts).toEqual([])
  })
  test('what is to be saved is what differs', () => {
    expect(changesOf([day, other], [{ ...day }])).toEqual({ put: [], remove: ['o'] })
  })
})

test('who could take a shift: within limits before outside of them, nobody away, nobody on already', () => {
  const hole = { ...day, agentId: null }
  const late = newShift('n', {
    agentId: 'late',
    from: at('14:00', '2027-02-28'),
    to: at('23:00', '2027-02-28'),
  })
  const judge = judgeOf(
    given({
      agents: [
        agent('late'),
        agent('away', { absences: [{ kind: 'holiday', from: at('00:00'), to: at('24:00') }] }),
        agent('wish', { wishes: [{ date: monday, kind: 'free', weight: 2 }] }),
        agent('free'),
        agent('on'),
        agent('chat', { skills: ['chat'] }),
      ],
      around: [late],
    }),
  )
  const week = judgedWeek(judge, [hole, { ...day, id: 'on', agentId: 'on' }])
  const takers = whoCouldTake(judge, week, hole)
  expect(takers.map(({ agentId }) => agentId)).toEqual(['free', 'wish', 'late'])
  expect(takers[0]).toMatchObject({ findings: [], wishes: 0, leftMinutes: 37.5 * 60 - 450 })
  expect(takers[2]!.findings.map(({ rule }) => rule)).toContain('daily-rest')
})
