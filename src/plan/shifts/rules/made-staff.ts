/** A made-up service centre for tests and the benchmark: a week's requirement and people with contracts and wishes. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { type Random, randomInteger } from '../../../kernel/random.ts'
import { localDays } from './local-days.ts'
import { gridOf } from './quarter-grid.ts'
import type { Agent, Contract, RequirementGrid, ShiftTemplate, WeekHours, Wish } from './types.ts'
import { usualContract } from './usual-contract.ts'
import { usualTemplates } from './usual-templates.ts'

export type MadeStaff = {
  readonly grid: RequirementGrid
  readonly agents: readonly Agent[]
  readonly templates: readonly ShiftTemplate[]
}

type MadeInput = {
  readonly people: number
  readonly monday: PlainDate
  readonly random: Random
  readonly weeks?: number
}

/** Phone and chat from 7 to 21; a quarter of the people know both. About as many hours as are needed. */
export function madeStaff({ people, monday, random, weeks = 1 }: MadeInput): MadeStaff {
  const agents = Array.from({ length: people }, (_, number) => madeAgent(number, { monday, random, weeks }))
  const hours = agents.reduce((sum, { contract }) => sum + contract.weeklyHours, 0)
  const phone = cellsOf(monday, weeks, (hour, weekday) => shape(hour, weekday) * (0.85 + 0.3 * random()))
  const chat = cellsOf(
    monday,
    weeks,
    (hour, weekday) => 0.35 * shape(hour, weekday) * (0.85 + 0.3 * random()),
  )
  const asked = [...phone, ...chat].reduce((sum, { needed }) => sum + needed / 4, 0) / weeks
  const scaled = (cells: typeof phone) =>
    cells.map((cell) => ({ ...cell, needed: Math.round((cell.needed * hours * 0.93) / asked) }))
  const grid = gridOf(monday, 7 * weeks, [
    { queueId: 'phone', skill: 'phone', cells: scaled(phone) },
    { queueId: 'chat', skill: 'chat', cells: scaled(chat) },
  ])
  return { grid, agents, templates: usualTemplates({ from: '07:00', to: '22:00' }) }
}

/** Two humps a day, Saturdays a third, Sundays closed. */
function shape(hour: number, weekday: number): number {
  if (hour < 8 || hour >= 20 || weekday === 7 || (weekday === 6 && hour >= 16)) return 0
  const day = Math.exp(-((hour - 10.5) ** 2) / 6) + 0.7 * Math.exp(-((hour - 14.5) ** 2) / 8) + 0.15
  return day * (weekday === 6 ? 0.33 : weekday === 1 ? 1.15 : 1)
}

function cellsOf(monday: PlainDate, weeks: number, need: (hour: number, weekday: number) => number) {
  return localDays(monday, addDays(monday, 7 * weeks - 1)).flatMap(({ from, weekday }) =>
    Array.from({ length: 96 }, (_, at) => ({
      startsAt: from + at * 15,
      minutes: 15,
      needed: need(at / 4, weekday),
    })),
  )
}

function madeAgent(
  number: number,
  { monday, random, weeks }: { readonly monday: PlainDate; readonly random: Random; readonly weeks: number },
): Agent {
  const kind = random()
  const both = random() < 0.25
  const skills = both ? ['phone', 'chat'] : random() < 0.7 ? ['phone'] : ['chat']
  const contract: Contract =
    kind < 0.6
      ? usualContract
      : kind < 0.8
        ? { ...usualContract, weeklyHours: 22.5, freeWeekendEvery: 2 }
        : { ...usualContract, weeklyHours: 15, flexHours: 1, mostDaysInRow: 5 }
  const afternoons: WeekHours = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((day) => [day, [{ from: day === 6 ? '08:00' : '13:00', to: '22:00' }]]),
  )
  const wishes: Wish[] = Array.from({ length: randomInteger(random, 3) }, () => ({
    date: addDays(monday, randomInteger(random, 6 + 7 * (weeks - 1))),
    kind: random() < 0.7 ? 'free' : 'work',
    weight: (1 + randomInteger(random, 3)) as 1 | 2 | 3,
  }))
  const student = kind >= 0.8 && random() < 0.5
  return {
    id: `a${number + 1}`,
    name: `Person ${number + 1}`,
    skills,
    contract,
    absences: [],
    wishes,
    ...(student ? { available: afternoons } : {}),
  }
}
