/** The requirement of `shifts`: what `lyttepost staff` writes, with a queue and a skill where there are several. */
import { addDays, isPlainDate, type PlainDate } from '../../kernel/calendar.ts'
import { clockOf } from '../../kernel/clock.ts'
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { minuteAt, mondayOf } from '../../plan/shifts/rules/local-days.ts'
import { gridOf, type NeedCell } from '../../plan/shifts/rules/quarter-grid.ts'
import type { DaySpan, RequirementGrid } from '../../plan/shifts/rules/types.ts'
import type { Table } from '../../platform/files/index.ts'
import type { Reasons } from '../refuse-file.ts'

export type ReadRequirement = {
  readonly grid: RequirementGrid
  /** The Monday of the first day that somebody is needed. */
  readonly from: PlainDate
  readonly weeks: number
  /** From the earliest to the latest time of the day at which somebody is needed. */
  readonly hours: DaySpan
}

const mostWeeks = 12
const mostIssues = 100

export const requirementReasons: Reasons = {
  timestamp: ({ value }) => `"${value}" is no time such as 2027-03-01T08:00`,
  needed: ({ value }) => `"${value}" is no number of people from 0 to 2000`,
  doubled: ({ value, params }) => `${value} stands twice for this queue, first on line ${params?.first}`,
  'no-interval': () => 'a requirement has at least two times of a day',
  nobody: () => 'nobody is needed at any time',
  'too-many-weeks': ({ value }) => `${value} weeks; at most ${mostWeeks} are planned at once`,
}

type Cell = {
  readonly queue: string
  readonly skill: string
  readonly date: PlainDate
  readonly at: number
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
  const cells = table.rows.flatMap(({ line, cells: row }): Cell[] => {
    const text = (name: string) => (place(name) < 0 ? '' : (row[place(name)] ?? '').trim())
    const at = momentOf(text('timestamp'))
    const needed = /^\d{1,4}([.,]\d+)?$/.test(text('needed'))
      ? Number(text('needed').replace(',', '.'))
      : Number.NaN
    if (!at) issues.push({ code: 'timestamp', line, column: 'timestamp', value: text('timestamp') })
    if (!(needed <= 2000)) issues.push({ code: 'needed', line, column: 'needed', value: text('needed') })
    if (!at || !(needed <= 2000)) return []
    const queue = text('queue')
    const key = `${queue} ${at.minute}`
    const before = first.get(key)
    if (before !== undefined)
      issues.push({
        code: 'doubled',
        line,
        column: 'timestamp',
        value: text('timestamp'),
        params: { first: before },
      })
    first.set(key, line)
    return [{ queue, skill: text('skill') || queue, date: at.date, at: at.minute, needed }]
  })
  if (table.rows.length === 0) issues.push({ code: 'no-rows' })
  if (issues.length > 0) throw refused(issues)
  return gridFrom(cells, weeks)
}

function gridFrom(cells: readonly Cell[], asked: number | undefined): ReadRequirement {
  const wanted = cells.filter(({ needed }) => needed > 0)
  if (wanted.length === 0) throw refused([{ code: 'nobody' }])
  const minutes = lengthOf(cells)
  const dates = wanted.map(({ date }) => date).sort()
  const from = mondayOf(dates[0]!)
  const reach = Math.ceil(
    (minuteAt(addDays(dates.at(-1)!, 1), '00:00') - minuteAt(from, '00:00')) / (7 * 1440),
  )
  const weeks = asked ?? reach
  if (weeks > mostWeeks) throw refused([{ code: 'too-many-weeks', value: String(weeks) }])
  const byQueue = Map.groupBy(cells, ({ queue }) => queue)
  const queues = [...byQueue].map(([queueId, own]) => ({
    queueId,
    skill: own[0]!.skill,
    cells: own.map(({ at, needed }): NeedCell => ({ startsAt: at, minutes, needed })),
  }))
  const times = wanted.map(({ date, at }) => at - minuteAt(date, '00:00'))
  const hours = {
    from: clockOf(Math.min(...times)),
    to: clockOf(Math.min(24 * 60, Math.max(...times) + minutes)),
  }
  return { grid: gridOf(from, 7 * weeks, queues), from, weeks, hours }
}

/** The shortest step between two times. */
function lengthOf(cells: readonly Cell[]): number {
  const times = [...new Set(cells.map(({ at }) => at))].sort((a, b) => a - b)
  const steps = times.slice(1).map((time, at) => time - times[at]!)
  const shortest = Math.min(...steps)
  if (!Number.isFinite(shortest) || shortest > 60) throw refused([{ code: 'no-interval' }])
  return shortest
}

function momentOf(text: string): { readonly date: PlainDate; readonly minute: number } | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::00(?:\.0+)?)?$/.exec(text)
  if (!found || !isPlainDate(found[1]!)) return undefined
  const [, date, hour, minute] = found
  return { date: date!, minute: minuteAt(date!, `${hour}:${minute}`) }
}

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues.slice(0, mostIssues))
