/** The checker as a whole. What each limit says is in working-time/claims. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { type CheckOptions, checkAgent, checkPlan, type RuleFinding } from './check-plan.ts'
import { minuteAt } from './local-days.ts'
import type { Agent, Contract, Shift } from './types.ts'
import { usualContract } from './usual-contract.ts'
import { everyWeek, weeksBefore, writtenShifts } from './working-time/claims/written-shifts.ts'
import { factsOf } from './working-time/paragraphs.ts'

const monday = '2027-02-01'
const runs = { numRuns: 60 }

const contracts: readonly Partial<Contract>[] = [
  {},
  { weeklyHours: 20, flexHours: 2, mostDaysInRow: 4, freeWeekendEvery: 2 },
  { averaging: 'person', averagingWeeks: 2, nightFrom: '23:00' },
  { averaging: 'union', averagingWeeks: 3, overtime: 'union', dailyRestHours: 8, sundayWork: true },
  { averaging: 'authority', averagingWeeks: 2, overtime: 'authority', averagedSundays: true },
  { age: 'youth', normalHours: 38, paidBreaks: true },
  { normalHours: 36, nightWork: true, sundayWork: true, weeklyRestHours: 28 },
]

function personWith(contract: Partial<Contract>, more: Partial<Agent> = {}): Agent {
  return {
    id: 'a',
    name: 'A',
    skills: ['phone'],
    contract: { ...usualContract, ...contract },
    absences: [],
    wishes: [],
    ...more,
  }
}

const contract = fc.constantFrom(...contracts)

/** One shift on a day, or none; by the clock, so that the same plan can be laid anywhere in the year. */
const dayPlan = fc.record({
  on: fc.boolean(),
  start: fc.integer({ min: 24, max: 60 }),
  quarters: fc.integer({ min: 8, max: 44 }),
  pause: fc.constantFrom(0, 15, 30, 60),
  overtime: fc.constantFrom(0, 0, 30, 120),
  skill: fc.constantFrom(undefined, 'phone', 'chat'),
})
type DayPlan = typeof dayPlan extends fc.Arbitrary<infer T> ? T : never
const plan = fc.array(dayPlan, { minLength: 7, maxLength: 28 })

const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

function shiftOf({ start, quarters, pause, overtime, skill }: DayPlan, date: string, id: string): Shift {
  const end = start + quarters
  const from = minuteAt(date, clock(start))
  const to = end <= 96 ? minuteAt(date, clock(end)) : minuteAt(addDays(date, 1), clock(end - 96))
  const middle = from + 60
  return {
    id,
    agentId: 'a',
    from,
    to,
    breaks: pause > 0 ? [{ from: middle, to: middle + pause }] : [],
    ...(overtime > 0 && { overtimeMinutes: overtime }),
    ...(skill && { skill }),
  }
}

function shiftsOf(days: readonly DayPlan[], first: string): Shift[] {
  return days.flatMap((day, at) => (day.on ? [shiftOf(day, addDays(first, at), `s${at}`)] : []))
}

const fourWeeks = (first: string): CheckOptions => ({ from: first, to: addDays(first, 27) })
const rulesOf = (found: readonly RuleFinding[]) => new Set(found.map(({ rule }) => rule))

describe('whatever the plan', () => {
  test('without shifts there is nothing to find but hours that are missing', () => {
    const days = fc.constantFrom('2027-02-01', '2027-03-22', '2026-12-21', '2027-10-25')
    fc.assert(
      fc.property(contract, days, (own, first) => {
        const found = checkAgent(personWith(own), [], fourWeeks(first))
        expect([...rulesOf(found)]).toEqual(found.length > 0 ? ['below-agreed'] : [])
        for (const { shiftIds } of found) expect(shiftIds).toEqual([])
      }),
      runs,
    )
  })

  test('a shift less passes no limit on what is to be at most so much', () => {
    fc.assert(
      fc.property(contract, plan, fc.nat(), (own, days, pick) => {
        const shifts = shiftsOf(days, monday)
        fc.pre(shifts.length > 0)
        const fewer = shifts.toSpliced(pick % shifts.length, 1)
        const agent = personWith(own)
        const before = rulesOf(checkAgent(agent, shifts, fourWeeks(monday)))
        const after = [...rulesOf(checkAgent(agent, fewer, fourWeeks(monday)))]
        expect(after.filter((rule) => factsOf(rule).bound === 'most' && !before.has(rule))).toEqual([])
      }),
      runs,
    )
  })

  test('weeks later, summer time or not, the same is found', () => {
    const quiet = fc.constantFrom('2027-02-08', '2027-02-22', '2027-06-07', '2027-09-06', '2027-11-01')
    const found = (own: Partial<Contract>, days: readonly DayPlan[], first: string) => {
      const start = minuteAt(first, '00:00')
      return checkAgent(personWith(own), shiftsOf(days, first), fourWeeks(first)).map((finding) => ({
        ...finding,
        from: finding.from - start,
        to: finding.to - start,
      }))
    }
    fc.assert(
      fc.property(contract, plan, quiet, (own, days, later) => {
        expect(found(own, days, later)).toEqual(found(own, days, monday))
      }),
      runs,
    )
  })

  test('every finding is past its limit and names shifts of the person, each once in a rule of shifts', () => {
    fc.assert(
      fc.property(contract, plan, plan, (own, one, other) => {
        const more = shiftsOf(other, monday).map((shift) => ({ ...shift, id: `t${shift.id}` }))
        const shifts = [...shiftsOf(one, monday), ...more]
        const ids = new Set(shifts.map(({ id }) => id))
        for (const finding of checkAgent(personWith(own), shifts, fourWeeks(monday))) {
          const { rule, value, limit, shiftIds, from, to } = finding
          expect(factsOf(rule).bound === 'most' ? value > limit : value < limit, rule).toBe(true)
          expect(shiftIds.filter((id) => !ids.has(id))).toEqual([])
          expect(from, rule).toBeLessThan(to)
        }
      }),
      runs,
    )
  })

  test('asking for some rules gives what they find among all', () => {
    fc.assert(
      fc.property(contract, plan, (own, days) => {
        const shifts = shiftsOf(days, monday)
        const all = checkAgent(personWith(own), shifts, fourWeeks(monday))
        const only = ['daily-rest', 'normal-day'] as const
        const some = checkAgent(personWith(own), shifts, { ...fourWeeks(monday), only })
        expect(some.toSorted(byStart)).toEqual(
          all.filter(({ rule }) => only.some((each) => each === rule)).toSorted(byStart),
        )
      }),
      runs,
    )
  })
})

const byStart = (one: RuleFinding, other: RuleFinding) =>
  one.from - other.from || (one.rule < other.rule ? -1 : 1)

const goodWeek = '1-5 08:00-16:00 30'
const holiday = {
  kind: 'holiday',
  from: minuteAt(addDays(monday, 2), '00:00'),
  to: minuteAt(addDays(monday, 2), '24:00'),
} as const

/** A way to break a good week, and all the limits that it passes. */
type Breach = { readonly text: string; readonly agent?: Partial<Agent>; readonly rules: readonly string[] }
const breaches: Readonly<Record<string, Breach>> = {
  nothing: { text: goodWeek, rules: [] },
  'a day without a break': { text: '1-4 08:00-16:00 30, 5 08:00-15:30', rules: ['break-missing'] },
  'an early shift after a late one': {
    text: '1 08:00-16:00 30, 2 13:00-21:00 30, 3 07:30-15:30 30, 4-5 08:00-16:00 30',
    rules: ['daily-rest'],
  },
  'a late Friday': { text: '1-4 08:00-16:00 30, 5 13:30-21:30 30', rules: ['night-work'] },
  'Sunday for Friday': { text: '1-4 08:00-16:00 30, 7 10:00-18:00 30', rules: ['sunday-work'] },
  'an unknown skill': { text: '1-4 08:00-16:00 30, 5 08:00-16:00 30 #chat', rules: ['skill-missing'] },
  'on holiday': { text: goodWeek, agent: { absences: [holiday] }, rules: ['above-agreed', 'absent'] },
  'twice at once': { text: `${goodWeek}, 5 14:00-15:00`, rules: ['above-agreed', 'double-shift'] },
  'a long Monday': {
    text: '1 08:00-17:31 30, 2 08:00-14:29 30, 3-5 08:00-16:00 30',
    rules: ['normal-day'],
  },
  'six days': { text: '1-6 08:00-14:45 30', rules: ['weekly-rest'] },
  'a short week': { text: '1-4 08:00-16:00 30', rules: ['below-agreed'] },
}
const ways = Object.keys(breaches)

test('a plan that is broken on purpose has those breaches and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ways), { minLength: 1, maxLength: 12 }), (chosen) => {
      const people = chosen.map((way, number) => ({ id: `p${number}`, ...breaches[way]! }))
      const agents = people.map(({ id, agent }) => ({ ...personWith({}), ...agent, id }))
      const shifts = people.flatMap(({ id, text }) =>
        writtenShifts(monday, text).map((shift) => ({ ...shift, id: `${id} ${shift.id}`, agentId: id })),
      )
      const found = checkPlan({ agents, shifts, from: monday, to: addDays(monday, 6) })
      expect(found.map(({ agentId, rule }) => `${agentId} ${rule}`).toSorted()).toEqual(
        people.flatMap(({ id, rules }) => rules.map((rule) => `${id} ${rule}`)).toSorted(),
      )
    }),
    runs,
  )
})

describe('a finding is about a time', () => {
  const at = (text: string): number => {
    const [date, time] = text.split(' ') as [string, string]
    return minuteAt(date, time)
  }

  test.each([
    ['normal-week', '1-5 08:00-17:00 30', '2027-02-01 00:00', '2027-02-08 00:00', {}],
    ['normal-day', '2 08:00-18:00 30', '2027-02-02 08:00', '2027-02-02 18:00', {}],
    ['daily-rest', '1 14:00-22:00 30, 2 08:00-12:00', '2027-02-01 22:00', '2027-02-02 08:00', {}],
    ['daily-rest', '1 06:00-20:00 30, 2 07:00-12:00', '2027-02-01 06:00', '2027-02-01 20:00', {}],
    ['double-shift', '1 08:00-16:00 30, 1 12:00-14:00', '2027-02-01 12:00', '2027-02-01 14:00', {}],
    [
      'overtime-four-weeks',
      everyWeek(5, '1-3 08:00-19:00 30 +150'),
      '2027-02-01 00:00',
      '2027-03-01 00:00',
      {},
    ],
    ['next-sunday', '7 10:00-14:00, 14 10:00-14:00', '2027-02-06 18:00', '2027-02-14 22:00', {}],
    ['days-in-row', '2-6 08:00-12:00', '2027-02-02 00:00', '2027-02-07 00:00', { mostDaysInRow: 4 }],
    [
      'free-weekend',
      '6 08:00-12:00, 14 08:00-12:00',
      '2027-02-06 00:00',
      '2027-02-15 00:00',
      { freeWeekendEvery: 2 },
    ],
    [
      'averaged-eight-weeks',
      everyWeek(8, '1-5 08:00-18:30 30'),
      '2027-02-01 00:00',
      '2027-03-29 00:00',
      { averaging: 'person', averagingWeeks: 52 },
    ],
    [
      'night-average',
      everyWeek(4, '1-5 21:00-06:00 30, 6 20:00-23:00'),
      '2027-02-01 00:00',
      '2027-03-01 00:00',
      { averaging: 'union', averagingWeeks: 52, nightWork: true },
    ],
  ] as const)('%s in %s is from %s to %s', (rule, text, from, to, own) => {
    const found = checkAgent(personWith(own), writtenShifts(monday, text), { from: monday, to: monday })
    const first = found.find((finding) => finding.rule === rule)
    expect(first).toMatchObject({ from: at(from), to: at(to) })
  })
})

test('shifts before and after the days that are asked for are checked with them', () => {
  const text = '1 08:00-18:00 30, 8 08:00-16:00 30, 15 08:00-18:00 30'
  const days = {
    from: '2027-02-08',
    to: '2027-02-14',
    only: ['normal-day', 'total-week', 'below-agreed'],
  } as const
  const found = checkAgent(personWith({}), writtenShifts(monday, text), days)
  expect(found.map(({ rule, shiftIds }) => `${rule} ${shiftIds}`)).toEqual([
    'normal-day s1',
    'normal-day s3',
    'below-agreed s1',
    'below-agreed s2',
    'below-agreed s3',
  ])
})

describe('agreements', () => {
  const found = (own: Partial<Contract>, text: string, more: Partial<Agent> = {}) => [
    ...rulesOf(checkAgent(personWith(own, more), writtenShifts(monday, text), { from: monday, to: monday })),
  ]

  test('nature of the work: nights and Sundays are no finding where it makes them necessary', () => {
    const text = '2 22:00-05:00 30, 7 10:00-16:00 30'
    expect(found({ weeklyHours: 12 }, text)).toEqual(['sunday-work', 'night-work'])
    expect(found({ weeklyHours: 12, sundayWork: true, nightWork: true }, text)).toEqual([])
    expect(found({ age: 'youth', nightWork: true }, '1 20:00-23:00')).not.toContain('young-evening')
    expect(found({ age: 'youth', nightWork: true }, '1 20:00-23:30')).toContain('young-night')
  })

  test('averages of normal time take the place of its daily and weekly limits, never of others', () => {
    const text = '1-5 08:00-18:00 30'
    const own = { averaging: 'person', averagingWeeks: 52 } as const
    expect(found({}, text)).toEqual(['normal-day', 'normal-week', 'above-agreed'])
    expect(found(own, text)).toEqual([])
    expect(found(own, '1-5 08:00-21:31 30 +181')).toEqual([
      'overtime-week',
      'total-day',
      'daily-rest',
      'night-work',
    ])
  })

  test('69 hours in a week are the end only where the shop stewards have agreed to averages and to overtime', () => {
    const text = '1-6 08:00-20:01 30'
    const both = { averaging: 'union', averagingWeeks: 52, overtime: 'union' } as const
    expect(found(both, text)).toContain('total-week')
    expect(found({ ...both, overtime: 'law' }, text)).not.toContain('total-week')
    expect(found({ ...both, averaging: 'person' }, text)).not.toContain('total-week')
  })

  test('the Labour Inspection Authority sets overtime of a week and half a year, not of four weeks', () => {
    const text = everyWeek(4, '1-4 08:00-20:30 30 +300')
    expect(found({ overtime: 'authority' }, text)).not.toContain('overtime-four-weeks')
    expect(found({ overtime: 'union' }, text)).toContain('overtime-four-weeks')
  })

  test('what was worked before the plan is not told again without work in it', () => {
    const earlier = weeksBefore(monday, 8, () => ({
      workedMinutes: 3300,
      overtimeMinutes: 400,
      sundayWorked: true,
      weekendWorked: true,
    }))
    for (const own of contracts) {
      const agent = personWith({ ...own, weeklyHours: 0 }, { earlier })
      expect(checkAgent(agent, [], fourWeeks(monday))).toEqual([])
    }
  })

  test('a hole in what is known ends what counts', () => {
    const earlier = weeksBefore(monday, 10, () => ({ overtimeMinutes: 500 })).filter(
      (week) => week.monday !== addDays(monday, -14),
    )
    const text = '1-3 08:00-18:00 30 +100'
    expect(found({ weeklyHours: 20 }, text, { earlier })).not.toContain('overtime-four-weeks')
    const whole = weeksBefore(monday, 10, () => ({ overtimeMinutes: 500 }))
    expect(found({ weeklyHours: 20 }, text, { earlier: whole })).toContain('overtime-four-weeks')
  })
})
