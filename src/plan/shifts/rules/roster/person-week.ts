/**
 * What the week leaves open for one person: which shifts each day, how many hours, what rest before and after. Made
 * once from the contract, absences, wishes and neighbouring weeks; the search for patterns works on numbers alone.
 */
import { addDays } from '../../../../kernel/calendar.ts'
import { checkAgent } from '../check-plan.ts'
import { type LocalDay, localDays, overlap, redSpan, spanOn } from '../local-days.ts'
import { quarterMinutes } from '../quarter-grid.ts'
import type { Agent, Minute, Shift, Span } from '../types.ts'
import { agreedMinutes, isEmployed } from '../working-time/agreed.ts'
import { averagingPeriods } from '../working-time/hours.ts'
import type { RuleId } from '../working-time/paragraphs.ts'
import { type OpeningSpans, workOf } from '../working-time/work.ts'
import { type Candidate, workedQuarters } from './candidates.ts'
import type { CostWeights } from './costs.ts'

export type PersonWeek = {
  readonly agent: Agent
  readonly pool: number
  /** For each day, what can be chosen besides a day off. */
  readonly choices: readonly (readonly Choice[])[]
  /** The day must be worked: a person has placed a shift there. */
  readonly bound: readonly boolean[]
  /** Cost of a day off: wishes to work that are not granted. */
  readonly offCost: readonly number[]
  /** Quarters that have been worked this week already, by a shift that began in the one before. */
  readonly workedBefore: number
  readonly target: number
  readonly most: number
  /** Cost of a quarter below the target. */
  readonly unusedCost: number
  /** In quarters from the grid's start. */
  readonly lastEnd: number
  readonly nextStart: number
  readonly weekStart: number
  readonly weekEnd: number
  readonly dailyRest: number
  readonly weeklyRest: number
  /** 0: no limit. */
  readonly mostDaysInRow: number
  readonly daysInRowBefore: number
  readonly daysInRowAfter: number
  /** Sets of times, in quarters, of which one is left wholly free: Sundays and holidays of which not all may be worked. */
  readonly freeSets: readonly (readonly Quarters[])[]
}

export type Quarters = { readonly start: number; readonly end: number }

/** A candidate as it is for this person. */
export type Choice = {
  readonly candidate: Candidate
  readonly worked: number
  /** Wishes that it goes against. */
  readonly cost: number
}

export type WeekInput = {
  /** First minute of the grid. */
  readonly from: Minute
  readonly days: readonly LocalDay[]
  readonly candidates: readonly Candidate[]
  readonly weights: CostWeights
  readonly opening?: OpeningSpans | undefined
  /** Shifts of the person that are not to be moved: of the week (`fixed`) and around it. */
  readonly around: readonly Shift[]
  readonly fixed: readonly Shift[]
  /** How much more than others' this person's wishes count, 1 for as much. */
  readonly wishFactor: number
  /** What a shift by itself may look like, by contract; shared by everybody. */
  readonly lawful: Map<string, boolean>
}

const alone: readonly RuleId[] = [
  'normal-day',
  'averaged-day-person',
  'averaged-day-union',
  'total-day',
  'daily-rest',
  'break-missing',
  'break-short',
  'sunday-work',
  'night-work',
  'young-day',
  'child-day',
  'young-night',
  'young-evening',
  'child-night',
  'young-break',
  'young-daily-rest',
]

export function personWeek(agent: Agent, pool: number, input: WeekInput): PersonWeek {
  const { days, from, around, fixed } = input
  const quarter = (minute: Minute) => (minute - from) / quarterMinutes
  const week: Span = { from: days[0]!.from, to: days.at(-1)!.to }
  const before = around.filter((shift) => shift.from < week.from)
  const after = around.filter((shift) => shift.from >= week.to)
  const { contract } = agent
  const young = contract.age !== 'adult'
  const hours = weekHours(agent, input, before)
  const red = redRules(agent, input, before)
  const rows = days.map((day, number) => choicesOf(agent, day, number, input, red.forbidden))
  return {
    agent,
    pool,
    choices: rows,
    bound: days.map((day) => fixed.some((shift) => startsOn(shift, day))),
    offCost: days.map((day) => wishCost(agent, day, undefined, input)),
    workedBefore: hours.before,
    target: hours.target,
    most: hours.most,
    unusedCost: contract.averaging === 'none' ? input.weights.unused : 1,
    lastEnd: Math.max(Number.NEGATIVE_INFINITY, ...before.map(({ to }) => quarter(to))),
    nextStart: Math.min(Number.POSITIVE_INFINITY, ...after.map((shift) => quarter(shift.from))),
    weekStart: quarter(week.from),
    weekEnd: quarter(week.to),
    dailyRest: (young ? (contract.age === 'child' ? 14 : 12) : Math.max(8, contract.dailyRestHours)) * 4,
    weeklyRest: (young ? 48 : Math.max(28, contract.weeklyRestHours)) * 4,
    mostDaysInRow: contract.mostDaysInRow,
    daysInRowBefore: rowBefore(before, days[0]!.date),
    daysInRowAfter: rowAfter(after, days.at(-1)!.date),
    freeSets: red.freeSets.map((set) =>
      set.map((span) => ({ start: quarter(span.from), end: quarter(span.to) })),
    ),
  }
}

const startsOn = (shift: Shift, day: LocalDay) => shift.from >= day.from && shift.from < day.to

function choicesOf(
  agent: Agent,
  day: LocalDay,
  number: number,
  input: WeekInput,
  forbidden: readonly Span[],
): Choice[] {
  const own = input.fixed.filter((shift) => startsOn(shift, day))
  const quarter = (minute: Minute) => (minute - input.from) / quarterMinutes
  const week = quarter(input.days.at(-1)!.to)
  const { paidBreaks } = agent.contract
  if (own.length > 0) return [fixedChoice(own, number, quarter, { paidBreaks, week })]
  if (!isEmployed(agent, day.date)) return []
  return input.candidates.flatMap((candidate) => {
    if (candidate.day !== number) return []
    const span = spanOf(candidate, input.from)
    if (forbidden.some((free) => overlap(free, span) > 0)) return []
    if (!isOpenFor(agent, day, span, input) || !isLawfulAlone(agent, candidate, input)) return []
    const worked = workedQuarters(candidate, { paidBreaks, week }).inside
    return [{ candidate, worked, cost: wishCost(agent, day, span, input) }]
  })
}

const spanOf = ({ start, end }: Candidate, from: Minute): Span => ({
  from: from + start * quarterMinutes,
  to: from + end * quarterMinutes,
})

/** Shifts placed by a person as one choice: from the first one's start to the last one's end. */
function fixedChoice(
  shifts: readonly Shift[],
  day: number,
  quarter: (minute: Minute) => number,
  { paidBreaks, week }: { readonly paidBreaks: boolean; readonly week: number },
): Choice {
  const start = Math.min(...shifts.map(({ from }) => quarter(from)))
  const end = Math.max(...shifts.map(({ to }) => quarter(to)))
  const worked = shifts.reduce((sum, shift) => {
    const pauses = paidBreaks
      ? 0
      : shift.breaks.reduce((all, each) => all + each.to - each.from, 0) / quarterMinutes
    const whole = Math.min(week, quarter(shift.to)) - quarter(shift.from) - pauses
    return sum + whole - (shift.overtimeMinutes ?? 0) / quarterMinutes
  }, 0)
  const present: number[] = []
  for (let at = Math.floor(start); at < end; at++) if (isOn(shifts, at, quarter)) present.push(at)
  return {
    candidate: { day, start, end, breaks: [], fixed: { shifts, present } },
    worked: Math.round(worked),
    cost: 0,
  }
}

/** On for all of a quarter, in one of the shifts and in none of its breaks. */
function isOn(shifts: readonly Shift[], at: number, quarter: (minute: Minute) => number): boolean {
  return shifts.some(
    (shift) =>
      quarter(shift.from) <= at &&
      quarter(shift.to) >= at + 1 &&
      !shift.breaks.some((pause) => quarter(pause.from) < at + 1 && quarter(pause.to) > at),
  )
}

function isOpenFor(agent: Agent, day: LocalDay, span: Span, { opening }: WeekInput): boolean {
  if (agent.absences.some((away) => overlap(away, span) > 0)) return false
  if (span.to > day.to && !isEmployed(agent, addDays(day.date, 1))) return false
  if (agent.available && !isCovered(span, availableSpans(agent, day))) return false
  if (!opening) return true
  return isCovered(
    span,
    ['', ...agent.skills].flatMap((skill) => opening.get(skill) ?? []),
  )
}

function availableSpans({ available }: Agent, day: LocalDay): Span[] {
  const next = localDays(addDays(day.date, 1), addDays(day.date, 1))[0]!
  return [day, next].flatMap(({ date, weekday }) =>
    (available?.[weekday as 1] ?? []).map((span) => spanOn(date, span)),
  )
}

function isCovered(span: Span, spans: readonly Span[]): boolean {
  let until = span.from
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from))
    if (from <= until && to > until) until = to
  return until >= span.to
}

function isLawfulAlone(agent: Agent, candidate: Candidate, { from, days, lawful }: WeekInput): boolean {
  const key = `${JSON.stringify(agent.contract)} ${candidate.start} ${candidate.end} ${candidate.breaks.map(({ length }) => length)} ${from}`
  const known = lawful.get(key)
  if (known !== undefined) return known
  let until = Number.NEGATIVE_INFINITY
  const breaks = candidate.breaks.map(({ earliest, length }) => {
    const at = Math.max(earliest, until)
    until = at + length
    return { from: from + at * quarterMinutes, to: from + until * quarterMinutes }
  })
  const shift = { id: 'c', agentId: agent.id, ...spanOf(candidate, from), breaks }
  const options = { from: days[0]!.date, to: days.at(-1)!.date, only: alone }
  const fine = checkAgent({ ...agent, absences: [], wishes: [], earlier: [] }, [shift], options).length === 0
  lawful.set(key, fine)
  return fine
}

/** Wishes of the day that a shift, or a day off, goes against. */
function wishCost(
  agent: Agent,
  day: LocalDay,
  span: Span | undefined,
  { weights, wishFactor }: WeekInput,
): number {
  let cost = 0
  for (const wish of agent.wishes) {
    if (wish.date !== day.date) continue
    if (isGranted(wish, day, span)) continue
    cost += wish.weight * weights.wish * wishFactor
  }
  return cost
}

/** Whether a shift, or a day off, is what was wished for. */
export function isGranted(wish: Agent['wishes'][number], day: LocalDay, span: Span | undefined): boolean {
  const wanted =
    wish.from === undefined || wish.to === undefined
      ? day
      : spanOn(day.date, { from: wish.from, to: wish.to })
  const on = span !== undefined && overlap(span, wanted) > 0
  return wish.kind === 'work' ? on : !on
}

type Hours = { readonly before: number; readonly target: number; readonly most: number }

/** Four weeks at this pace stay within the average of § 10-11 (6) for those who work at night. */
const nightWeekMinutes = 44 * 60

function weekHours(agent: Agent, { days }: WeekInput, before: readonly Shift[]): Hours {
  const { contract } = agent
  const monday = days[0]!.date
  const week: Span = { from: days[0]!.from, to: days.at(-1)!.to }
  const quarters = (minutes: number) => Math.floor(minutes / quarterMinutes)
  const worked = before.reduce((sum, shift) => sum + overlap(shift, week), 0)
  const agreed = agreedMinutes(agent, monday)
  const young =
    contract.age === 'adult' ? Number.POSITIVE_INFINITY : contract.age === 'youth' ? 40 * 60 : 12 * 60
  if (contract.averaging === 'none') {
    const most = Math.min(agreed + contract.flexHours * 60, contract.normalHours * 60, young)
    return { before: quarters(worked), target: quarters(Math.min(agreed, young)), most: quarters(most) }
  }
  const { left, weeks } = balance(agent, { days, before })
  const night = contract.nightWork ? nightWeekMinutes : 48 * 60
  const most = Math.min(night, young, weeks === 1 ? left : Math.max(agreed, 0) * 1.25, left)
  const target = Math.max(0, Math.min(most, left / weeks))
  return { before: quarters(worked), target: quarters(target), most: quarters(Math.max(0, most)) }
}

/** Minutes that the averaging period still has, and over how many weeks, this one included. */
function balance(
  agent: Agent,
  { days, before }: { readonly days: readonly LocalDay[]; readonly before: readonly Shift[] },
): { readonly left: number; readonly weeks: number } {
  const { averagingWeeks } = agent.contract
  const monday = days[0]!.date
  const first = before.length > 0 ? Math.min(...before.map(({ from }) => from)) : days[0]!.from
  const known = localDays(
    addDays(monday, -7 * Math.ceil((days[0]!.from - first) / (7 * 24 * 60))),
    addDays(monday, 6),
  )
  const work = workOf({ agent, shifts: before, days: known })
  const period = averagingPeriods(work, averagingWeeks).find((weeks) =>
    weeks.some((week) => week.monday === monday),
  )
  if (!period) return { left: agreedMinutes(agent, monday), weeks: 1 }
  const past = period.filter((week) => week.monday < monday)
  const used = past.reduce((sum, { worked, overtime }) => sum + worked - overtime, 0)
  const started = past[0]?.monday ?? monday
  const mondays = Array.from({ length: averagingWeeks }, (_, at) => addDays(started, 7 * at))
  const agreed = mondays.reduce((sum, each) => sum + agreedMinutes(agent, each), 0)
  return { left: Math.max(0, agreed - used), weeks: Math.max(1, averagingWeeks - past.length) }
}

/** Working days in a row right before the week. */
function rowBefore(before: readonly Shift[], monday: string): number {
  let count = 0
  for (let date = addDays(monday, -1); ; date = addDays(date, -1), count++) {
    const day = localDays(date, date)[0]!
    if (!before.some((shift) => startsOn(shift, day))) return count
  }
}

/** Working days in a row right after it. */
function rowAfter(after: readonly Shift[], sunday: string): number {
  let count = 0
  for (let date = addDays(sunday, 1); ; date = addDays(date, 1), count++) {
    const day = localDays(date, date)[0]!
    if (!after.some((shift) => startsOn(shift, day))) return count
  }
}

type RedRules = { readonly forbidden: readonly Span[]; readonly freeSets: readonly (readonly Span[])[] }

/** Times that may not be worked, or not all of them, because of the Sundays, holidays and weekends around. */
function redRules(agent: Agent, input: WeekInput, before: readonly Shift[]): RedRules {
  const { averagedSundays, sundayWork } = agent.contract
  const red = input.days.filter((day) => day.red).map(redSpan)
  const weekends = weekendForbidden(agent, input, before)
  if (!sundayWork || red.length === 0) return { forbidden: weekends, freeSets: [] }
  const limit = averagedSundays ? 3 : 1
  const left =
    averagedSundays && sundaysBefore(agent, before, input.days[0]!) >= 13
      ? 0
      : limit - redRunBefore(agent, before, input.days[0]!)
  const forbidden = [
    ...weekends,
    ...(left <= 0 ? red.slice(0, 1) : []),
    ...(redRunAfter(input) >= limit ? red.slice(-1) : []),
  ]
  const freeSets = left > 0 && left < limit && red.length > left ? [red.slice(0, left + 1)] : []
  for (let first = 0; first + limit < red.length; first++) freeSets.push(red.slice(first, first + limit + 1))
  return { forbidden, freeSets }
}

function weekendOf(monday: string): Span {
  const [saturday, sunday] = localDays(addDays(monday, 5), addDays(monday, 6))
  return { from: saturday!.from, to: sunday!.to }
}

function weekendForbidden(
  { contract, earlier = [] }: Agent,
  { days }: WeekInput,
  before: readonly Shift[],
): Span[] {
  const every = contract.freeWeekendEvery
  if (every <= 0 || days.length < 7) return []
  let run = 0
  for (let monday = addDays(days[0]!.date, -7); run < every; monday = addDays(monday, -7), run++) {
    const weekend = weekendOf(monday)
    const known = earlier.some((week) => week.monday === monday && week.weekendWorked)
    if (!known && !before.some((shift) => overlap(shift, weekend) > 0)) break
  }
  return run >= every - 1 ? [weekendOf(days[0]!.date)] : []
}

function sundaysBefore({ earlier = [] }: Agent, before: readonly Shift[], first: LocalDay): number {
  let count = 0
  for (let weeks = 1; weeks <= 25; weeks++) {
    const monday = addDays(first.date, -7 * weeks)
    const sunday = redSpan(localDays(addDays(monday, 6), addDays(monday, 6))[0]!)
    const known = earlier.some((week) => week.monday === monday && week.sundayWorked)
    if (known || before.some((shift) => overlap(shift, sunday) > 0)) count++
  }
  return count
}

/** Sundays and holidays worked in a row right after the week, in shifts that lie there already. */
function redRunAfter({ days, around }: WeekInput): number {
  let run = 0
  const monday = addDays(days.at(-1)!.date, 1)
  for (const day of localDays(monday, addDays(monday, 20)).filter(({ red }) => red)) {
    const span = redSpan(day)
    if (!around.some((shift) => shift.from >= days.at(-1)!.to && overlap(shift, span) > 0)) return run
    run++
  }
  return run
}

/** Sundays and holidays worked in a row right before the week. */
function redRunBefore({ earlier = [] }: Agent, before: readonly Shift[], first: LocalDay): number {
  let run = 0
  for (let date = addDays(first.date, -1); date > addDays(first.date, -60); date = addDays(date, -1)) {
    const day = localDays(date, date)[0]!
    if (!day.red) continue
    const worked =
      before.some((shift) => overlap(shift, redSpan(day)) > 0) ||
      (day.weekday === 7 && earlier.some((week) => week.monday === addDays(date, -6) && week.sundayWorked))
    if (!worked) return run
    run++
  }
  return run
}
