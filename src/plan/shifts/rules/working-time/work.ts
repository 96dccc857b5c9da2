/** What one person works: pieces without unpaid breaks, periods between rests, and sums of days and weeks. */
import { addDays, mondayOf, type PlainDate } from '../../../../kernel/calendar.ts'
import { type LocalDay, localDays, localOf, overlap } from '../local-days.ts'
import type { Agent, EarlierWeek, Minute, Shift, Span } from '../types.ts'

/** A gap this long ends a working period: no agreement may make the daily rest shorter, § 10-8 (3). */
const leastRestMinutes = 8 * 60

/** Shifts with less than eight hours between them: the working day of the law, wherever midnight is. */
export type WorkPeriod = Span & {
  readonly shifts: readonly Shift[]
  /** Working time, overtime included. */
  readonly worked: number
  readonly overtime: number
  /** Free time inside: breaks, and gaps between the shifts. */
  readonly breaks: readonly Span[]
}

export type WorkWeek = Span & {
  readonly monday: PlainDate
  readonly shifts: readonly Shift[]
  readonly worked: number
  readonly overtime: number
  /** Known only as sums, from before the plan. */
  readonly earlier?: EarlierWeek
}

export type Work = {
  readonly agent: Agent
  /** In order of their start. */
  readonly shifts: readonly Shift[]
  readonly periods: readonly WorkPeriod[]
  /** Whole weeks without a hole between them, those from before included. */
  readonly weeks: readonly WorkWeek[]
  readonly days: readonly LocalDay[]
  /** When opening hours are known: outside of them nobody is to be on. By skill; the empty text is for everybody. */
  readonly opening?: OpeningSpans | undefined
  readonly schoolFree?: ReadonlySet<PlainDate> | undefined
  readonly plannedDays?: PlannedDays | undefined
}

/** The first and the last day that a plan is for, when these may lie within a week: of the others nothing is known. */
export type PlannedDays = { readonly first: PlainDate; readonly last: PlainDate }

/** When somebody may be on, by skill, as real minutes and in order. */
export type OpeningSpans = ReadonlyMap<string, readonly Span[]>

/** Working time of a shift: all of it, or without its breaks when these are not paid. */
export function workedMinutes(shift: Shift, paidBreaks: boolean): number {
  const pauses = paidBreaks ? 0 : shift.breaks.reduce((sum, { from, to }) => sum + to - from, 0)
  return shift.to - shift.from - pauses
}

/** The part of a shift's working time that lies in a span. */
export function workedWithin(shift: Shift, span: Span, paidBreaks: boolean): number {
  const pauses = paidBreaks ? 0 : shift.breaks.reduce((sum, pause) => sum + overlap(pause, span), 0)
  return overlap(shift, span) - pauses
}

/** Overtime is the last part of a shift: so much of it lies before `until`. */
function overtimeWithin(shift: Shift, span: Span, paidBreaks: boolean): number {
  const overtime = shift.overtimeMinutes ?? 0
  if (overtime === 0) return 0
  const whole = workedMinutes(shift, paidBreaks)
  const normal = whole - overtime
  const before = workedWithin(shift, { from: shift.from, to: span.from }, paidBreaks)
  const inside = workedWithin(shift, span, paidBreaks)
  return Math.max(0, before + inside - normal) - Math.max(0, before - normal)
}

export type WorkInput = {
  readonly agent: Agent
  readonly shifts: readonly Shift[]
  /** The days of the plan, whole weeks. */
  readonly days: readonly LocalDay[]
  readonly opening?: OpeningSpans | undefined
  readonly schoolFree?: ReadonlySet<PlainDate> | undefined
  readonly plannedDays?: PlannedDays | undefined
}

export function workOf({ agent, shifts, days, opening, schoolFree, plannedDays }: WorkInput): Work {
  const sorted = shifts.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1))
  return {
    agent,
    shifts: sorted,
    periods: periodsOf(agent, sorted),
    weeks: weeksOf(agent, sorted, days),
    days,
    opening,
    schoolFree,
    plannedDays,
  }
}

function periodsOf({ contract }: Agent, shifts: readonly Shift[]): WorkPeriod[] {
  const groups: Shift[][] = []
  let end: Minute = Number.NEGATIVE_INFINITY
  for (const shift of shifts) {
    if (shift.from - end < leastRestMinutes) groups.at(-1)!.push(shift)
    else groups.push([shift])
    end = Math.max(end, shift.to)
  }
  return groups.map((group) => {
    const to = Math.max(...group.map((shift) => shift.to))
    return {
      from: group[0]!.from,
      to,
      shifts: group,
      worked: group.reduce((sum, shift) => sum + workedMinutes(shift, contract.paidBreaks), 0),
      overtime: group.reduce((sum, shift) => sum + (shift.overtimeMinutes ?? 0), 0),
      breaks: [...group.flatMap(({ breaks }) => breaks), ...gapsOf(group)],
    }
  })
}

function gapsOf(group: readonly Shift[]): Span[] {
  let from = group[0]!.to
  return group.slice(1).flatMap((shift) => {
    const gap = { from, to: shift.from }
    from = Math.max(from, shift.to)
    return gap.to > gap.from ? [gap] : []
  })
}

function weeksOf(agent: Agent, shifts: readonly Shift[], days: readonly LocalDay[]): WorkWeek[] {
  const { paidBreaks } = agent.contract
  const planned: WorkWeek[] = []
  for (let first = 0; first + 6 < days.length; first += 7) {
    const span = { from: days[first]!.from, to: days[first + 6]!.to }
    const here = shifts.filter((shift) => overlap(shift, span) > 0)
    planned.push({
      ...span,
      monday: days[first]!.date,
      shifts: here,
      worked: here.reduce((sum, shift) => sum + workedWithin(shift, span, paidBreaks), 0),
      overtime: here.reduce((sum, shift) => sum + overtimeWithin(shift, span, paidBreaks), 0),
    })
  }
  return [...earlierWeeks(agent, days[0]), ...planned]
}

/** The weeks before the plan that follow one another right up to it. */
function earlierWeeks(agent: Agent, first: LocalDay | undefined): WorkWeek[] {
  if (!first || !agent.earlier) return []
  const byMonday = new Map(agent.earlier.map((week) => [week.monday, week]))
  const weeks: WorkWeek[] = []
  for (let monday = addDays(first.date, -7); byMonday.has(monday); monday = addDays(monday, -7)) {
    const earlier = byMonday.get(monday)!
    const [start, end] = [
      localDays(monday, monday)[0]!.from,
      localDays(addDays(monday, 6), addDays(monday, 6))[0]!.to,
    ]
    const { workedMinutes: worked, overtimeMinutes: overtime } = earlier
    weeks.unshift({ from: start, to: end, monday, shifts: [], worked, overtime, earlier })
  }
  return weeks
}

/** The whole weeks that hold these shifts, as local days; at least the week of `from`. */
export function daysAround(
  shifts: readonly Span[],
  span?: { readonly from: PlainDate; readonly to: PlainDate },
): LocalDay[] {
  const starts = shifts.map(({ from }) => from)
  const ends = shifts.map(({ to }) => to - 1)
  const first = [
    ...(span ? [span.from] : []),
    ...(starts.length > 0 ? [localOf(Math.min(...starts)).date] : []),
  ].sort()[0]
  const last = [...(span ? [span.to] : []), ...(ends.length > 0 ? [localOf(Math.max(...ends)).date] : [])]
    .sort()
    .at(-1)
  if (first === undefined || last === undefined) return []
  return localDays(mondayOf(first), addDays(mondayOf(last), 6))
}
