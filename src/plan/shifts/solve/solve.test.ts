/** The searches for shifts, held against the checker, against counting anew, and against trying everything. */
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { seededRandom } from '../../../kernel/random.ts'
import { checkPlan } from '../rules/check-plan.ts'
import { coverageOf } from '../rules/coverage.ts'
import { minuteAt } from '../rules/local-days.ts'
import { madeStaff } from '../rules/made-staff.ts'
import { gridOf } from '../rules/quarter-grid.ts'
import { usualWeights } from '../rules/roster/costs.ts'
import type { Agent, ShiftTemplate } from '../rules/types.ts'
import { usualContract } from '../rules/usual-contract.ts'
import { coverShifts } from './cover-shifts.ts'
import { solveInThread } from './solve-in-thread.ts'
import { solveRoster } from './solve-roster.ts'

const monday = '2027-03-01'
const control = { clock: () => performance.now() }
const staff = (people: number, seed: number) => madeStaff({ people, monday, random: seededRandom(seed) })

describe('stage 1', () => {
  test('covers the requirement within half a per cent of the best', async () => {
    const { grid, templates } = staff(4, 1)
    const made = await coverShifts({ grid, from: monday, weeks: 1, templates, seed: 1 }, control)
    expect(made.gap).toBeLessThanOrEqual(0.005)
    expect(made.bound).toBeLessThanOrEqual(made.cost + 1e-9)
    expect(made.shortMinutes / made.neededMinutes).toBeLessThan(0.01)
  })

  test('takes the fewest shifts there can be, found by hand: two of four hours for one person over eight', async () => {
    const cells = Array.from({ length: 8 }, (_, hour) => ({
      startsAt: minuteAt(monday, `${String(8 + hour).padStart(2, '0')}:00`),
      minutes: 60,
      needed: 1,
    }))
    const grid = gridOf(monday, 7, [{ queueId: 'q', skill: 'q', cells }])
    const half: ShiftTemplate = {
      id: 'half',
      earliestStart: '08:00',
      latestStart: '12:00',
      startEvery: 60,
      lengths: [240],
      weekdays: [1],
      breaks: [],
    }
    const made = await coverShifts({ grid, from: monday, weeks: 1, templates: [half], seed: 1 }, control)
    expect(made.shifts.map(({ from }) => from)).toEqual([
      minuteAt(monday, '08:00'),
      minuteAt(monday, '12:00'),
    ])
    expect([made.cost, made.gap, made.shortMinutes]).toEqual([32, 0, 0])
  })
})

describe('stage 2', () => {
  test.each([1, 2])(
    'passes no limit that is checked, and counts what is missing as it is (staff %i)',
    async (seed) => {
      const { grid, agents, templates } = staff(7, seed)
      const made = await solveRoster(
        { grid, from: monday, weeks: 1, agents, templates, shifts: [], seed: 1, effort: 10 },
        control,
      )
      const to = addDays(monday, 6)
      const found = checkPlan({ agents, shifts: made.shifts, from: monday, to })
      // Hours that no pattern of these templates makes up are told, and nothing else.
      expect(found.filter(({ rule }) => rule !== 'below-agreed')).toEqual([])
      expect(found).toEqual(made.findings)
      const counted = coverageOf(grid, agents, made.shifts, usualWeights)
      expect([made.shortMinutes, made.scheduledMinutes]).toEqual([
        counted.shortMinutes,
        counted.scheduledMinutes,
      ])
      expect(made.bound).toBeLessThanOrEqual(made.cost + 1e-6)
      expect(made.gap).toBeLessThanOrEqual(0.05)
      expect(made.short.every(({ why }) => why.length > 0)).toBe(true)
    },
  )

  test('gives each the shift that only they can have, found by trying all ways', async () => {
    const person = (id: string, skill: string): Agent => ({
      id,
      name: id,
      skills: [skill],
      contract: { ...usualContract, weeklyHours: 4 },
      absences: [],
      wishes: [],
    })
    const need = (queueId: string, from: string) => ({
      queueId,
      skill: queueId,
      cells: [{ startsAt: minuteAt(monday, from), minutes: 240, needed: 1 }],
    })
    const grid = gridOf(monday, 7, [need('a', '08:00'), need('b', '12:00')])
    const templates: ShiftTemplate[] = [
      {
        id: 't',
        earliestStart: '08:00',
        latestStart: '12:00',
        startEvery: 240,
        lengths: [240],
        weekdays: [1],
        breaks: [],
      },
    ]
    const agents = [person('b', 'b'), person('a', 'a')]
    const made = await solveRoster(
      { grid, from: monday, weeks: 1, agents, templates, shifts: [], seed: 1 },
      control,
    )
    // Of the four ways to give two people the two starts only one leaves nobody missing.
    expect(made.shifts.map(({ agentId, from }) => [agentId, from]).toSorted()).toEqual([
      ['a', minuteAt(monday, '08:00')],
      ['b', minuteAt(monday, '12:00')],
    ])
    expect([made.gap, made.shortMinutes]).toEqual([0, 0])
  })

  test('leaves a shift that a person has placed, and plans nobody who is away', async () => {
    const { grid, agents, templates } = staff(8, 4)
    const [first, second] = agents
    const away = {
      from: minuteAt(monday, '00:00'),
      to: minuteAt(addDays(monday, 7), '00:00'),
      kind: 'holiday' as const,
    }
    const all = agents.map((agent) => (agent === second ? { ...agent, absences: [away] } : agent))
    const fixed = {
      id: 'mine',
      agentId: first!.id,
      from: minuteAt(addDays(monday, 1), '13:00'),
      to: minuteAt(addDays(monday, 1), '19:00'),
      breaks: [{ from: minuteAt(addDays(monday, 1), '15:30'), to: minuteAt(addDays(monday, 1), '16:00') }],
      fixed: true,
    }
    const made = await solveRoster(
      { grid, from: monday, weeks: 1, agents: all, templates, shifts: [fixed], seed: 1, effort: 10 },
      control,
    )
    expect(made.shifts.find(({ id }) => id === 'mine')).toEqual(fixed)
    expect(made.shifts.filter(({ agentId }) => agentId === second!.id)).toEqual([])
  })

  test('gives the best so far when it is stopped, and the same plan for the same seed', async () => {
    const { grid, agents, templates } = staff(4, 2)
    const input = { grid, from: monday, weeks: 1, agents, templates, shifts: [], seed: 7, effort: 5 }
    const stopped = await solveInThread(input, { signal: AbortSignal.abort() })
    expect(stopped.stopped).toBe('cancelled')
    expect(stopped.cost).toBeGreaterThanOrEqual(stopped.bound)
    const [one, other] = [await solveRoster(input, control), await solveRoster(input, control)]
    expect(one.shifts).toEqual(other.shifts)
  })
})
