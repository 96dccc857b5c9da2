/** Daily and weekly rest, Sundays and public holidays, § 10-8 and § 10-10; for young people § 11-5. */
import { addDays, mondayOf, type PlainDate } from '../../../../kernel/calendar.ts'
import { localDays, overlap, redSpan } from '../local-days.ts'
import type { Minute, Shift, Span } from '../types.ts'
import { type Found, idsOf, isAdult, isChild, type Rule, shiftsTouching } from './found.ts'
import { ruleFacts } from './paragraphs.ts'
import { type Work, workedWithin } from './work.ts'

const day = 24 * 60

/**
 * So much free in a row within the 24 hours from the start of a working day, and before the next one begins.
 * The rest that is told is the longest of them.
 */
function restBelow({ periods }: Work, limit: number): Found[] {
  return periods.flatMap((period, at) => {
    const next = periods[at + 1]
    const until = period.from + day
    const after = next ? next.from - period.to : Number.POSITIVE_INFINITY
    const inside = Math.max(
      0,
      until - period.to,
      ...period.breaks.map(({ from, to }) => Math.min(to, until) - from),
    )
    const value = Math.min(after, inside)
    if (value >= limit) return []
    const shifts = after < limit ? [...period.shifts, ...next!.shifts] : period.shifts
    const [from, to] = after < limit ? [period.to, next!.from] : [period.from, period.to]
    return [{ from, to, value, limit, shiftIds: idsOf(shifts) }]
  })
}

export const dailyRest: Rule = (work) => {
  if (!isAdult(work)) return []
  const limit = Math.max(8, work.agent.contract.dailyRestHours) * 60
  const agreed = limit < ruleFacts['daily-rest'].limit ? { paragraph: '§ 10-8 (3)' } : {}
  return restBelow(work, limit).map((found) => ({ ...found, ...agreed }))
}

/** 12 hours for those of 15 to 17, 14 for children. */
export const youngDailyRest: Rule = (work) =>
  isAdult(work) ? [] : restBelow(work, (isChild(work) ? 14 : 12) * 60)

/** Free in a row between Monday 00:00 and the next; a rest that begins or ends outside counts with its part inside. */
function weeklyRestBelow(work: Work, limit: number): Found[] {
  return work.weeks.flatMap((week) => {
    if (week.earlier || week.shifts.length === 0) return []
    const value = longestFree(week, week.shifts)
    return value < limit ? [{ from: week.from, to: week.to, value, limit, shiftIds: idsOf(week.shifts) }] : []
  })
}

function longestFree(week: Span, shifts: readonly Shift[]): number {
  let [free, since]: [number, Minute] = [0, week.from]
  for (const { from, to } of shifts) {
    free = Math.max(free, from - since)
    since = Math.max(since, to)
  }
  return Math.max(free, week.to - since)
}

export const weeklyRest: Rule = (work) => {
  if (!isAdult(work)) return []
  const limit = Math.max(28, work.agent.contract.weeklyRestHours) * 60
  const agreed = limit < ruleFacts['weekly-rest'].limit ? { paragraph: '§ 10-8 (3)' } : {}
  return weeklyRestBelow(work, limit).map((found) => ({ ...found, ...agreed }))
}

export const youngWeeklyRest: Rule = (work) =>
  isAdult(work) ? [] : weeklyRestBelow(work, ruleFacts['young-weekly-rest'].limit)

/** Work between 18:00 before and 22:00 on a Sunday or public holiday, where nothing makes it necessary. */
export const sundayWork: Rule = (work) => {
  const { sundayWork: allowed, paidBreaks } = work.agent.contract
  if (allowed) return []
  const spans = mergedSpans(work.days.filter(({ red }) => red).map(redSpan))
  return shiftsTouching(work, spans, (shift, span) => workedWithin(shift, span, paidBreaks))
}

/** Spans in order, with those joined that touch: the eve of one red day is often another red day. */
function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else merged.push(span)
  }
  return merged
}

type RedDay = Span & {
  /** Of the week that the day is in. */
  readonly monday: PlainDate
  readonly worked: readonly Shift[]
  readonly before: boolean
}

/** Sundays and public holidays in order, with who was on; of earlier weeks only the Sunday is known. */
function redDays(work: Work): RedDay[] {
  const earlier = work.weeks.flatMap(({ earlier: week, monday, from, to }) =>
    week ? [{ from, to, monday, before: true, worked: week.sundayWorked ? [placeholder] : [] }] : [],
  )
  const planned = work.days
    .filter(({ red }) => red)
    .map((each) => {
      const span = redSpan(each)
      const worked = work.shifts.filter((shift) => overlap(shift, span) > 0)
      return { ...span, monday: mondayOf(each.date), before: false, worked }
    })
  return [...earlier, ...planned]
}

const placeholder: Shift = { id: '', agentId: '', from: 0, to: 0, breaks: [] }
const isWorked = ({ worked }: RedDay): boolean => worked.length > 0

function redFound(run: readonly RedDay[], value: number, limit: number): Found {
  const shiftIds = [...new Set(idsOf(run.flatMap(({ worked }) => worked)))].filter((id) => id !== '')
  return { from: run[0]!.from, to: run.at(-1)!.to, value, limit, shiftIds }
}

/** After work on a Sunday or public holiday the next one is free, unless averages have been agreed in writing. */
export const nextSunday: Rule = (work) => {
  if (work.agent.contract.averagedSundays) return []
  const limit = ruleFacts['next-sunday'].limit
  let run: RedDay[] = []
  return redDays(work).flatMap((red) => {
    run = isWorked(red) ? [...run, red] : []
    return run.length > limit && !red.before ? [redFound(run, run.length, limit)] : []
  })
}

/**
 * With averages: at least every fourth week has a Sunday or public holiday that is free all the same. The value is how
 * many weeks in a row have none.
 */
export const fourthSunday: Rule = (work) => {
  if (!work.agent.contract.averagedSundays) return []
  const limit = ruleFacts['fourth-sunday'].limit
  let run: RedDay[][] = []
  return [...Map.groupBy(redDays(work), ({ monday }) => monday).values()].flatMap((week) => {
    run = week.every(isWorked) ? [...run, week] : []
    return run.length > limit && !week[0]!.before ? [redFound(run.flat(), run.length, limit)] : []
  })
}

/**
 * With averages: every second one is free over 26 weeks, told as soon as more than half of those in the 26 weeks up to
 * a week of the plan have been worked. Weeks of which nothing is known count as free.
 */
export const halfOfSundays: Rule = (work) => {
  if (!work.agent.contract.averagedSundays) return []
  const red = redDays(work)
  return work.weeks.flatMap(({ monday, earlier }) => {
    const first = addDays(monday, -25 * 7)
    const worked = red.filter((each) => each.monday >= first && each.monday <= monday && isWorked(each))
    const contributes = worked.some((each) => each.monday === monday)
    // Twenty-six weeks have at least so many: holidays need not be counted for those who work less.
    if (earlier || !contributes || worked.length <= ruleFacts['half-of-sundays'].limit) return []
    const limit = Math.floor(localDays(first, addDays(monday, 6)).filter((each) => each.red).length / 2)
    return worked.length > limit ? [redFound(worked, worked.length, limit)] : []
  })
}

/** Every n-th weekend free: no more than n − 1 worked in a row. Saturday 00:00 to Monday 00:00. */
export const freeWeekend: Rule = (work) => {
  const every = work.agent.contract.freeWeekendEvery
  if (every <= 0) return []
  let [run, first]: [number, Minute] = [0, 0]
  return work.weeks.flatMap(({ monday, earlier, to, shifts }) => {
    const saturday = work.days.find(({ date }) => date === addDays(monday, 5))
    const on = saturday ? shifts.filter((shift) => overlap(shift, { from: saturday.from, to }) > 0) : []
    const worked = earlier ? earlier.weekendWorked : on.length > 0
    if (worked && run === 0) first = saturday?.from ?? to - 2 * day
    run = worked ? run + 1 : 0
    return run >= every && !earlier
      ? [{ from: first, to, value: run, limit: every - 1, shiftIds: idsOf(on) }]
      : []
  })
}
