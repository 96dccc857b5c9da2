/** Every shift that the templates allow in a week, in quarters from the start of the grid. */
import { type LocalDay, minuteAt } from '../local-days.ts'
import { quarterMinutes, quarterOf } from '../quarter-grid.ts'
import type { RequirementGrid, Shift, ShiftTemplate } from '../types.ts'

export type BreakWindow = { readonly length: number; readonly earliest: number; readonly latest: number }

/** One possible shift. Quarters are counted from the grid's start; breaks may lie anywhere in their windows. */
export type Candidate = {
  readonly day: number
  readonly start: number
  readonly end: number
  readonly breaks: readonly BreakWindow[]
  /** A shift that a person has placed, with its breaks where they are. */
  readonly fixed?: { readonly shifts: readonly Shift[]; readonly present: readonly number[] }
}

export function candidatesOf(
  grid: RequirementGrid,
  days: readonly LocalDay[],
  templates: readonly ShiftTemplate[],
): Candidate[] {
  const seen = new Map<string, Candidate>()
  days.forEach((day, number) => {
    for (const template of templates)
      if (template.weekdays.includes(day.weekday))
        for (const candidate of ofDay(grid, { day, number, last: days.at(-1)!.to }, template)) {
          const { start, end, breaks } = candidate
          seen.set(JSON.stringify([number, start, end, breaks]), candidate)
        }
  })
  return [...seen.values()].sort((a, b) => a.day - b.day || a.start - b.start || a.end - b.end)
}

type Placed = { readonly day: LocalDay; readonly number: number; readonly last: number }

function ofDay(grid: RequirementGrid, { day, number, last }: Placed, template: ShiftTemplate): Candidate[] {
  const found: Candidate[] = []
  const first = quarterOf(grid, minuteAt(day.date, template.earliestStart))
  const until = quarterOf(grid, minuteAt(day.date, template.latestStart))
  const step = Math.max(1, Math.round(template.startEvery / quarterMinutes))
  for (let start = Math.ceil(first); start <= until; start += step)
    for (const length of template.lengths) {
      const end = start + Math.round(length / quarterMinutes)
      const breaks = breaksOf(template, { start, end, week: quarterOf(grid, last) })
      if (breaks && isNeeded(grid, start, end)) found.push({ day: number, start, end, breaks })
    }
  return found
}

/** In order; none that the shift is too short for. Undefined when they cannot all be held. */
function breaksOf(
  { breaks }: ShiftTemplate,
  { start, end, week }: { readonly start: number; readonly end: number; readonly week: number },
): BreakWindow[] | undefined {
  const windows: BreakWindow[] = []
  const minutes = (end - start) * quarterMinutes
  for (const { minutes: pause, earliest, latest, fromLength = 0 } of breaks) {
    if (minutes < fromLength) continue
    const length = Math.round(pause / quarterMinutes)
    const from = start + Math.ceil(earliest / quarterMinutes)
    let to = Math.min(start + Math.floor(latest / quarterMinutes), end - length)
    // A break is taken on one side of the week's end, so that the hours of both weeks are known.
    if (from < week && to + length > week) to = Math.min(to, week - length)
    if (to < from) return undefined
    windows.push({ length, earliest: from, latest: to })
  }
  windows.sort((a, b) => a.earliest - b.earliest || a.latest - b.latest)
  let until = Number.NEGATIVE_INFINITY
  for (const { earliest, latest, length } of windows) {
    const at = Math.max(earliest, until)
    if (at > latest) return undefined
    until = at + length
  }
  return windows
}

function isNeeded(grid: RequirementGrid, start: number, end: number): boolean {
  const quarters = grid.queues[0]?.need.length ?? 0
  if (start < 0 || start >= quarters) return false
  return grid.queues.some(({ need }) => {
    for (let at = start; at < Math.min(end, quarters); at++) if (need[at]! > 0) return true
    return false
  })
}

/** Working quarters before the week's end, and after it for a shift that goes on into the next. */
export function workedQuarters(
  { start, end, breaks }: Candidate,
  { paidBreaks, week }: { readonly paidBreaks: boolean; readonly week: number },
): { readonly inside: number; readonly after: number } {
  const pauses = (late: boolean) =>
    paidBreaks
      ? 0
      : breaks
          .filter(({ earliest }) => earliest >= week === late)
          .reduce((sum, { length }) => sum + length, 0)
  return {
    inside: Math.min(end, week) - start - pauses(false),
    after: Math.max(0, end - week) - (end > week ? pauses(true) : 0),
  }
}

/**
 * Where the breaks do least harm: positions in order that give the largest sum of `gain`, which holds running sums (so
 * that the gain of quarters [a, b) is gain[b] − gain[a]). Of equally good ones the one nearest the middle of its window.
 */
export function bestBreaks(
  { breaks }: Candidate,
  gain: Float64Array,
): { readonly at: number[]; readonly gain: number } {
  if (breaks.length === 0) return { at: [], gain: 0 }
  const last = gain.length - 1
  const sums = (from: number, to: number) => gain[Math.min(to, last)]! - gain[Math.min(from, last)]!
  type Choice = { readonly at: number; readonly value: number; readonly before: Choice | undefined }
  let choices: Choice[] = [{ at: Number.NEGATIVE_INFINITY, value: 0, before: undefined }]
  let lengthBefore = 0
  for (const { length, earliest, latest } of breaks) {
    const next: Choice[] = []
    const middle = (earliest + latest) / 2
    for (let at = earliest; at <= latest; at++) {
      let best: Choice | undefined
      for (const choice of choices)
        if (choice.at + lengthBefore <= at && (!best || choice.value > best.value)) best = choice
      if (best)
        next.push({
          at,
          value: best.value + sums(at, at + length) - Math.abs(at - middle) * 1e-6,
          before: best,
        })
    }
    choices = next
    lengthBefore = length
  }
  let best = choices[0]
  for (const choice of choices) if (best && choice.value > best.value) best = choice
  const at: number[] = []
  let value = 0
  for (let each = best; each?.before; each = each.before) at.unshift(each.at)
  breaks.forEach(({ length }, number) => {
    value += sums(at[number]!, at[number]! + length)
  })
  return { at, gain: value }
}
