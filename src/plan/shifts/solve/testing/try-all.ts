/** Centres so small that every plan can be tried; the least cost reckoned from nothing but the costs that are written down. */
import { addDays } from '../../../../kernel/calendar.ts'
import { randomInteger, seededRandom } from '../../../../kernel/random.ts'
import { minuteAt } from '../../rules/local-days.ts'
import { gridOf } from '../../rules/quarter-grid.ts'
import type { Agent, RequirementGrid, ShiftTemplate } from '../../rules/types.ts'
import { usualContract } from '../../rules/usual-contract.ts'

const monday = '2027-03-01'
const starts = [8, 10, 12]
const fourHours = { quarters: 16, pauses: [undefined] }
/** Half an hour's break after 2 hours at the earliest and 2.5 at the latest. */
const fiveHours = { quarters: 20, pauses: [8, 9, 10] }

export type TinyCentre = {
  readonly grid: RequirementGrid
  readonly agents: readonly Agent[]
  readonly templates: readonly ShiftTemplate[]
}

type Size = { readonly seed: number; readonly days: number; readonly people: number }

/** Queues a and b; the first knows a, the second both, the third b. Ten hours a week at most, all of them agreed. */
export function tinyCentre({ seed, days, people }: Size): TinyCentre {
  const random = seededRandom(seed)
  const cellsOf = () =>
    Array.from({ length: days }, (_, day) =>
      Array.from({ length: 9 }, (__, hour) => ({
        startsAt: minuteAt(addDays(monday, day), '08:00') + 60 * hour,
        minutes: 60,
        needed: randomInteger(random, 3),
      })),
    ).flat()
  const queues = ['a', 'b'].map((skill) => ({ queueId: skill, skill, cells: cellsOf() }))
  const agents = [['a'], ['a', 'b'], ['b']].slice(0, people).map((skills, at) => ({
    id: `p${at}`,
    name: `p${at}`,
    skills,
    contract: { ...usualContract, weeklyHours: days === 1 ? 4.5 : 8.5 },
    absences: [],
    wishes: [],
  }))
  const template = { earliestStart: '08:00', latestStart: '12:00', startEvery: 120, weekdays: [1, 2] }
  const templates = [
    { id: 'four', ...template, lengths: [240], breaks: [] },
    { id: 'five', ...template, lengths: [300], breaks: [{ minutes: 30, earliest: 120, latest: 150 }] },
  ]
  return { grid: gridOf(monday, 7, queues), agents, templates }
}

type Week = { readonly worked: number; readonly at: readonly number[] }

/** Every way to be on or off on a day, in quarters from eight o'clock on. */
const ofDay: readonly Week[] = [
  { worked: 0, at: [] },
  ...starts.flatMap((hour) =>
    [fourHours, fiveHours].flatMap(({ quarters, pauses }) =>
      pauses.map((pause) => {
        const on = Array.from({ length: quarters }, (_, at) => at).filter(
          (at) => pause === undefined || at < pause || at >= pause + 2,
        )
        return { worked: on.length, at: on.map((at) => 4 * (hour - 8) + at) }
      }),
    ),
  ),
]

/** The least that any plan of the centre costs: pay, unused hours, too few and too many people. */
export function leastByTrying({ grid, agents }: TinyCentre): number {
  const offset = 8 * 4
  const lastNeeded = Math.max(...grid.queues.map(({ need }) => need.findLastIndex((each) => each > 0)))
  const days = lastNeeded < 96 ? 1 : 2
  const quarters = days * 96
  const most = agents[0]!.contract.weeklyHours * 4
  const weeks = (
    days === 1 ? ofDay : ofDay.flatMap((one) => ofDay.map((other) => joined(one, other)))
  ).filter(({ worked }) => worked <= most)
  const on = agents.map(() => new Uint8Array(quarters))
  let least = Number.POSITIVE_INFINITY
  const choose = (person: number, paid: number) => {
    if (person === agents.length) {
      least = Math.min(least, paid + coverageCost(grid, on, quarters))
      return
    }
    for (const { worked, at } of weeks) {
      on[person]!.fill(0)
      for (const quarter of at) on[person]![offset + quarter] = 1
      choose(person + 1, paid + worked + 30 * (most - worked))
    }
  }
  choose(0, 0)
  return least
}

const joined = (one: Week, other: Week): Week => ({
  worked: one.worked + other.worked,
  at: [...one.at, ...other.at.map((quarter) => quarter + 96)],
})

function coverageCost({ queues }: RequirementGrid, on: readonly Uint8Array[], quarters: number): number {
  let sum = 0
  for (let at = 0; at < quarters; at++) {
    const [a, both, b] = [0, 1, 2].map((person) => on[person]?.[at] ?? 0)
    const costWith = (shared: number) =>
      costOf(queues[0]!.need[at]!, a! + shared) + costOf(queues[1]!.need[at]!, b! + both! - shared)
    sum += both === 0 ? costWith(0) : Math.min(costWith(0), costWith(1))
  }
  return sum
}

/** Ten for each that is missing up to 15 % of the need, twenty beyond; half for each above the same margin. */
function costOf(need: number, count: number): number {
  const margin = need === 0 ? 0 : Math.max(1, Math.ceil(need * 0.15))
  const missing = Math.max(0, need - count)
  return (
    10 * Math.min(missing, margin) +
    20 * Math.max(0, missing - margin) +
    0.5 * Math.max(0, count - need - margin)
  )
}
