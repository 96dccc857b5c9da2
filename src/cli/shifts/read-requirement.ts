/** The requirement of `shifts`: what `lyttepost staff` writes, with a queue and a skill where there are several. */
import { mondayOf, type PlainDate, toEpochDay } from '../../kernel/calendar.ts'
import { clockOf } from '../../kernel/clock.ts'
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { readNumber, readTime } from '../../kernel/written-cells.ts'
import { localOf, minuteAt } from '../../plan/shifts/rules/local-days.ts'
import { gridOf, type NeedCell, quarterMinutes } from '../../plan/shifts/rules/quarter-grid.ts'
import type { DaySpan, Minute, RequirementGrid } from '../../plan/shifts/rules/types.ts'
import type { Table } from '../../platform/files/index.ts'
import type { Reasons } from '../refuse-file.ts'

export type ReadRequirement = {
  readonly grid: RequirementGrid
  /** The Monday of the first day that somebody is needed. */
  readonly from: PlainDate
  readonly weeks: number
  /** From the first to the last day that the file tells of. */
  readonly plannedDays: { readonly first: PlainDate; readonly last: PlainDate }
  /** From the earliest to the latest time of the day at which somebody is needed. */
  readonly hours: DaySpan
}

const mostWeeks = 12
const mostIssues = 100

export const requirementReasons: Reasons = {
  timestamp: ({ value }) => `"${value}" is no time such as 2027-03-01T08:00`,
  needed: ({ value }) => `"${value}" is no number of people from 0 to 2000`,
  'other-skill': ({ value, params }) =>
    `"${value}", but the queue's skill is "${params?.first}" on the lines before`,
  doubled: ({ value, params }) => `${value} stands twice for this queue, first on line ${params?.first}`,
  'no-interval': () => 'every queue has at least two times, at most an hour apart',
  nobody: () => 'nobody is needed at any time',
  'too-many-weeks': ({ value }) => `${value} weeks; at most ${mostWeeks} are planned at once`,
}

type Cell = {
  readonly queue: string
  readonly skill: string
  readonly date: PlainDate
  readonly at: Minute
  /** What the clocks show, minutes since midnight. */
  readonly clock: number
  readonly needed: number
}

/** @param weeks so many from the first Monday; as many as the file reaches when left out */
export function requirementFrom(table: Table, weeks?: number): ReadRequirement {
  const { header } = table
  const place = (name: string) => header.findIndex((heading) => heading.trim().toLowerCase() === name)
  const missing = ['timestamp', 'needed'].filter((name) => place(name) < 0)
  if (missing.length > 0)
    throw refused(
      missing.map((column) => ({ code: 'missing-column', column, params: { found: header.join(', ') } })),
    )
  const issues: InputIssue[] = []
  const first = new Map<string, number>()
  const skills = new Map<string, string>()
  const cells = table.rows.flatMap(({ line, cells: row }): Cell[] => {
    const text = (name: string) => (place(name) < 0 ? '' : (row[place(name)] ?? '').trim())
    const at = momentOf(text('timestamp'))
    const needed = readNumber(text('needed')) ?? Number.NaN
    const isNeed = needed >= 0 && needed <= 2000
    if (!at) issues.push({ code: 'timestamp', line, column: 'timestamp', value: text('timestamp') })
    if (!isNeed) issues.push({ code: 'needed', line, column: 'needed', value: text('needed') })
    if (!at || !isNeed) return []
    const queue = text('queue')
    const skill = text('skill') || queue
    const known = skills.get(queue) ?? skill
    skills.set(queue, known)
    if (skill !== known)
      issues.push({ code: 'other-skill', line, column: 'skill', value: skill, params: { first: known } })
    const key = (minute: Minute) => `${queue} ${minute}`
    // When summer time ends, an hour is passed twice: what stands there the second time is an hour later.
    const again = first.has(key(at.minute)) && localOf(at.minute + 60).time === clockOf(at.clock)
    const minute = at.minute + (again ? 60 : 0)
    const before = first.get(key(minute))
    if (before !== undefined)
      issues.push({
        code: 'doubled',
        line,
        column: 'timestamp',
        value: text('timestamp'),
        params: { first: before },
      })
    first.set(key(minute), line)
    return [{ queue, skill, date: at.date, at: minute, clock: at.clock, needed }]
  })
  if (table.rows.length === 0) issues.push({ code: 'no-rows' })
  if (issues.length > 0) throw refused(issues)
  return gridFrom(cells, weeks)
}

function gridFrom(cells: readonly Cell[], asked: number | undefined): ReadRequirement {
  const wanted = cells.filter(({ needed }) => needed > 0)
  if (wanted.length === 0) throw refused([{ code: 'nobody' }])
  const dates = wanted.map(({ date }) => date).sort()
  const from = mondayOf(dates[0]!)
  const reach = Math.floor((toEpochDay(dates.at(-1)!) - toEpochDay(from)) / 7) + 1
  const weeks = asked ?? reach
  if (weeks > mostWeeks) throw refused([{ code: 'too-many-weeks', value: String(weeks) }])
  const byQueue = Map.groupBy(cells, ({ queue }) => queue)
  const queues = [...byQueue].map(([queueId, own]) => ({
    queueId,
    skill: own[0]!.skill,
    cells: cellsOf(own),
  }))
  const longest = Math.max(...queues.flatMap((queue) => queue.cells.map(({ minutes }) => minutes)))
  const times = wanted.map(({ clock }) => clock)
  const quarters = (minutes: number, round: (value: number) => number) =>
    clockOf(Math.min(24 * 60, round(minutes / quarterMinutes) * quarterMinutes))
  const hours = {
    from: quarters(Math.min(...times), Math.floor),
    to: quarters(Math.max(...times) + longest, Math.ceil),
  }
  const told = cells.map(({ date }) => date).sort()
  const plannedDays = { first: told[0]!, last: told.at(-1)! }
  return { grid: gridOf(from, 7 * weeks, queues), from, weeks, plannedDays, hours }
}

/** Each queue has intervals of its own length: the shortest step between two of its times. */
function cellsOf(own: readonly Cell[]): NeedCell[] {
  const times = own.map(({ at }) => at).sort((a, b) => a - b)
  const shortest = Math.min(...times.slice(1).map((time, at) => time - times[at]!))
  if (!(shortest <= 60)) throw refused([{ code: 'no-interval' }])
  return own.map(({ at, needed }) => ({ startsAt: at, minutes: shortest, needed }))
}

function momentOf(text: string): (Pick<Cell, 'date' | 'clock'> & { readonly minute: Minute }) | undefined {
  const found = readTime(text)
  if (!found || found.zoned) return undefined
  const { date, minute: clock } = found
  return { date, clock, minute: minuteAt(date, clockOf(clock)) }
}

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues.slice(0, mostIssues))
