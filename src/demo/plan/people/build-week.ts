/**
 * A week's shifts for the demo's people, made at once: everybody gets the hours of the contract, on the days and at the
 * times where most are still missing. A simple rule on purpose; the product's own search finds better plans, but takes
 * its time.
 */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { isHoliday } from '../../../kernel/holidays.ts'
import { minuteAt } from '../../../plan/shifts/rules/local-days.ts'
import type { Span } from '../../../plan/shifts/rules/types.ts'
import type { PlanShift } from '../../../plan/shifts/week/rules/plan-shift.ts'
import { idFrom } from '../../understand/world.ts'
import type { DemoAgent, Habit } from './demo-agents.ts'

export type DemoAbsence = { readonly number: number; readonly from: PlainDate; readonly to: PlainDate }

type Pattern = {
  readonly days: number
  readonly minutes: number
  readonly starts: readonly string[]
  readonly pause: boolean
}

/** Length from start to end. */
const patterns: Readonly<Record<Habit, Pattern>> = {
  full: { days: 5, minutes: 480, starts: ['08:00'], pause: true },
  long: { days: 4, minutes: 480, starts: ['08:00'], pause: true },
  half: { days: 3, minutes: 405, starts: ['08:00', '08:45', '09:15'], pause: true },
  student: { days: 1, minutes: 300, starts: ['11:00'], pause: false },
  young: { days: 1, minutes: 240, starts: ['12:00'], pause: false },
}
/** Those who answer chat may stay until it closes. */
const late = ['10:00']

const quarters = 96
const heights = [1.15, 1.05, 1, 0.95, 0.9]

/** How many are wanted in a quarter of a weekday, roughly: two peaks a day, and most on Mondays. */
function wanted(day: number, quarter: number): number {
  const hour = quarter / 4
  const peak = (at: number, width: number) => Math.exp(-(((hour - at) / width) ** 2) / 2)
  const day1 = heights[day - 1] ?? 0
  return hour < 8 || hour >= 18 ? 0 : day1 * (hour >= 16 ? 3 : 9 + 12 * peak(10, 1.4) + 7 * peak(13.3, 1.4))
}

export function buildWeek(
  agents: readonly DemoAgent[],
  weekStart: PlainDate,
  away: readonly DemoAbsence[],
): PlanShift[] {
  const missing = Array.from({ length: 6 }, (_, day) =>
    Array.from({ length: quarters }, (__, quarter) => wanted(day + 1, quarter)),
  )
  const week = Math.round(minuteAt(weekStart, '12:00') / 10080)
  return agents.flatMap((agent, at) => {
    const free = agent.days.filter((day) => isFree(addDays(weekStart, day - 1), { away, agent }))
    const { days, minutes, starts, pause } = patternOf(agent)
    const isLate = agent.skills.includes('chat') && (at + week) % 3 === 0 && agent.habit !== 'student'
    const choices = isLate && agent.habit !== 'young' ? late : starts
    const chosen = bestDays(free, Math.min(days, free.length), (day) =>
      gainOf(missing[day - 1]!, choices[0]!, minutes),
    )
    return chosen.map((day) => {
      const start = choices
        .map((time) => ({ time, gain: gainOf(missing[day - 1]!, time, minutes) }))
        .toSorted((one, other) => other.gain - one.gain)[0]!.time
      return placed({
        agent,
        date: addDays(weekStart, day - 1),
        start,
        minutes,
        pause,
        missing: missing[day - 1]!,
      })
    })
  })
}

/** The Saturday chat is for students, in turn: four hours on their day. */
export function saturdayShifts(
  agents: readonly DemoAgent[],
  weekStart: PlainDate,
): { readonly shifts: readonly PlanShift[]; readonly numbers: ReadonlySet<number> } {
  const week = Math.round(minuteAt(weekStart, '12:00') / 10080)
  const can = agents.filter(({ habit, skills }) => habit === 'student' && skills.includes('chat'))
  const date = addDays(weekStart, 5)
  const turn = isHoliday(date) ? [] : can.filter((_, at) => (at + week) % 4 === 0)
  return {
    numbers: new Set(turn.map(({ number }) => number)),
    shifts: turn.map((agent) =>
      shiftOf({ agent, date, from: minuteAt(date, '10:00'), to: minuteAt(date, '14:00'), breaks: [] }),
    ),
  }
}

function patternOf({ habit }: DemoAgent): Pattern {
  return patterns[habit]
}

type Asked = { readonly away: readonly DemoAbsence[]; readonly agent: DemoAgent }

/** Nobody works on public holidays, and nobody who is away. */
function isFree(date: PlainDate, { away, agent: { number } }: Asked): boolean {
  return !isHoliday(date) && !away.some((one) => one.number === number && date >= one.from && date <= one.to)
}

const quarterOf = (time: string) => Number(time.slice(0, 2)) * 4 + Number(time.slice(3)) / 15

function gainOf(row: readonly number[], start: string, minutes: number): number {
  const first = quarterOf(start)
  let gain = 0
  for (let quarter = first; quarter < first + minutes / 15; quarter++) gain += row[quarter] ?? 0
  return gain
}

function bestDays(free: readonly number[], count: number, gain: (day: number) => number): readonly number[] {
  return free
    .toSorted((one, other) => gain(other) - gain(one) || one - other)
    .slice(0, count)
    .toSorted((one, other) => one - other)
}

type Placing = {
  readonly agent: DemoAgent
  readonly date: PlainDate
  readonly start: string
  readonly minutes: number
  readonly pause: boolean
  readonly missing: number[]
}

/** The break goes where fewest are missing, from the end of the third to the end of the fifth hour. */
function placed({ agent, date, start, minutes, pause, missing }: Placing): PlanShift {
  const first = quarterOf(start)
  for (let quarter = first; quarter < first + minutes / 15; quarter++) missing[quarter]! -= 1
  const from = minuteAt(date, start)
  if (!pause) return shiftOf({ agent, date, from, to: from + minutes, breaks: [] })
  const starts = [12, 13, 14, 15, 16, 17, 18].map((quarter) => first + quarter)
  const cost = (quarter: number) => missing[quarter]! + missing[quarter + 1]!
  const at = starts.toSorted((one, other) => cost(one) - cost(other) || one - other)[0]!
  missing[at]! += 1
  missing[at + 1]! += 1
  const pauseFrom = from + (at - first) * 15
  return shiftOf({ agent, date, from, to: from + minutes, breaks: [{ from: pauseFrom, to: pauseFrom + 30 }] })
}

type Shaping = Span & {
  readonly agent: DemoAgent
  readonly date: PlainDate
  readonly breaks: readonly Span[]
}

export const demoAgentId = (number: number): string => idFrom(`demo plan agent ${number}`)

function shiftOf({ agent, date, from, to, breaks }: Shaping): PlanShift {
  const id = idFrom(`demo shift ${agent.number} ${date}`)
  const agentId = demoAgentId(agent.number)
  return { id, agentId, from, to, breaks, skill: null, overtimeMinutes: 0, fixed: false }
}
