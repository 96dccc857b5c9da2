import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evenWork } from './even-work.ts'
import { flowOfTasks, type TaskWork } from './task-flow.ts'
import { taskRequirement, taskRisk, tasksNeeded, timesLoad, wholeAgents } from './tasks-needed.ts'

/** Two days of half hours, open 08–16, 20 e-mails in each open half hour and some in the evening. */
const work: TaskWork = {
  intervalMinutes: 30,
  intervals: Array.from({ length: 96 }, (_, at) => {
    const time = at % 48
    return { arrivals: time < 12 ? 0 : time < 32 ? 20 : 5, open: time >= 16 && time < 32, idleSeconds: 0 }
  }),
  backlog: [{ tasks: 60, ageMinutes: 300 }],
  handleSeconds: 360,
  deadlineMinutes: 480,
}
function summed(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}
const agents = (count: number) => work.intervals.map(() => count)

describe('the flow of tasks', () => {
  it('loses nothing: what came is done or waits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 96, maxLength: 96 }), (there) => {
        const { states } = flowOfTasks(work, there)
        const come = 60 + work.intervals.reduce((sum, { arrivals }) => sum + arrivals, 0)
        const done = states.reduce((sum, state) => sum + state.done, 0)
        expect(done + states.at(-1)!.backlog).toBeCloseTo(come, 6)
      }),
      { numRuns: 50 },
    )
  })

  it('one agent does ten tasks of six minutes in an hour, and the eleventh waits', () => {
    const hour = {
      intervalMinutes: 60,
      intervals: [
        { arrivals: 11, open: true, idleSeconds: 0 },
        { arrivals: 0, open: true, idleSeconds: 0 },
      ],
      backlog: [],
      handleSeconds: 360,
      deadlineMinutes: 60,
    }
    const { states } = flowOfTasks(hour, [1, 1])
    expect(states.map(({ done }) => done)).toEqual([10, 1])
    expect(states[0]).toMatchObject({ backlog: 1, oldestMinutes: 30 })
    // Half an hour into the second one, all eleven are done.
    expect(states[0]!.inTime).toBeCloseTo(10.5 / 11, 9)
  })

  it('uses others’ idle time', () => {
    const helped = { ...work, intervals: work.intervals.map((each) => ({ ...each, idleSeconds: 1800 })) }
    expect(flowOfTasks(helped, agents(2)).shareInTime).toBeCloseTo(
      flowOfTasks(work, agents(3)).shareInTime,
      9,
    )
  })

  it('counts the deadline in open time: what comes in the evening is due next afternoon', () => {
    const evening: TaskWork = {
      ...work,
      backlog: [],
      intervals: work.intervals.map((each, at) => ({ ...each, arrivals: at === 40 ? 80 : 0 })),
    }
    expect(flowOfTasks(evening, agents(1)).shareInTime).toBe(1)
  })
})

describe('even work', () => {
  it('is a straight line where the curves allow one', () => {
    expect(evenWork([0, 0, 6], [4, 6, 6])).toEqual([2, 2, 2])
    expect(evenWork([4, 4, 6], [4, 6, 6])).toEqual([4, 1, 1])
  })

  it('stays between the curves, and no other way has a lower peak', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (steps, ahead) => {
          const come = summed(steps)
          const last = come.at(-1)!
          const due = come.map((_, at) => (at === come.length - 1 ? last : (come[at - ahead] ?? 0)))
          const done = summed(evenWork(due, come))
          for (const [at, value] of done.entries()) {
            expect(value).toBeLessThanOrEqual(come[at]! + 1e-9)
            expect(value).toBeGreaterThanOrEqual(due[at]! - 1e-9)
          }
          // The peak is forced: some stretch has that much due at its end that had not come at its beginning.
          const peak = Math.max(...evenWork(due, come))
          const forced = due.flatMap((value, to) =>
            Array.from({ length: to + 1 }, (_, from) => (value - (come[from - 1] ?? 0)) / (to + 1 - from)),
          )
          expect(peak).toBeCloseTo(Math.max(0, ...forced), 9)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('agents for tasks', () => {
  it('get the share done in time, and clearly fewer do not', () => {
    for (const share of [0.8, 0.95, 1]) {
      const there = tasksNeeded(work, share)
      expect(flowOfTasks(work, there).shareInTime).toBeGreaterThanOrEqual(share - 1e-5)
      const fewer = there.map((count) => count * 0.9)
      expect(flowOfTasks(work, fewer).shareInTime).toBeLessThan(share)
    }
  })

  it('are none when the idle time of others is enough', () => {
    const helped = { ...work, intervals: work.intervals.map((each) => ({ ...each, idleSeconds: 20_000 })) }
    expect(Math.max(...tasksNeeded(helped, 0.95))).toBe(0)
  })

  it('are whole without adding up to more than one too many', () => {
    const there = [0.4, 0.4, 0.4, 1.2, 0]
    const whole = wholeAgents(there)
    expect(whole).toEqual([1, 0, 1, 1, 0])
  })

  it('are more for a heavier load, and keep the risk where it was asked for', () => {
    const { p10, p50, p90, needed } = taskRequirement(work, { share: 0.95, cv: 0.2, confidence: 0.8 })
    const all = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0)
    expect(all(p10)).toBeLessThan(all(p50))
    expect(all(p50)).toBeLessThan(all(needed))
    expect(all(needed)).toBeLessThan(all(p90))
    const heavy = timesLoad(work, 1.15)
    expect(flowOfTasks(heavy, needed).shareInTime).toBeGreaterThan(0.95)
    const risks = taskRisk(work, p50, { share: 0.95, cv: 0.2 }).filter((risk) => risk !== null)
    const safer = taskRisk(work, p90, { share: 0.95, cv: 0.2 }).filter((risk) => risk !== null)
    expect(Math.max(...safer)).toBeLessThan(Math.max(...risks))
  })
})
