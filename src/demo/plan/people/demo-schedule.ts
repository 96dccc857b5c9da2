/** Last week, this week and next week of the demo's people: two that are published, and one with work left in it. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { localDays, minuteAt, mondayOf, overlap, redSpan } from '../../../plan/shifts/rules/local-days.ts'
import type { PlanShift } from '../../../plan/shifts/week/rules/plan-shift.ts'
import { idFrom } from '../../understand/world.ts'
import { buildWeek, type DemoAbsence, demoAgentId, saturdayShifts } from './build-week.ts'
import { type DemoAgent, demoAgents } from './demo-agents.ts'

export type DemoWeek = { readonly weekStart: PlainDate; readonly shifts: readonly PlanShift[] }
export type KnownAbsence = DemoAbsence & {
  readonly kind: 'sick' | 'holiday' | 'leave' | 'course'
  readonly state: 'approved' | 'asked'
}
export type DemoSchedule = {
  readonly agents: readonly DemoAgent[]
  readonly published: readonly DemoWeek[]
  readonly draft: DemoWeek
  readonly absences: readonly KnownAbsence[]
  /** Where next week has been left with something to mend, by the number of the agent. */
  readonly leftToMend: { readonly absent: number; readonly withoutBreak: number; readonly tooMuch: number }
}

/** @example demoSchedule('2027-03-03').draft.weekStart // '2027-03-08' */
export function demoSchedule(today: PlainDate): DemoSchedule {
  const agents = demoAgents(today)
  const monday = mondayOf(today)
  const next = addDays(monday, 7)
  const known: readonly KnownAbsence[] = [
    { number: 1004, kind: 'holiday', from: monday, to: addDays(monday, 6), state: 'approved' },
    { number: 1007, kind: 'sick', from: addDays(monday, -6), to: addDays(monday, -5), state: 'approved' },
    { number: 1010, kind: 'course', from: addDays(monday, 2), to: addDays(monday, 2), state: 'approved' },
    { number: 1012, kind: 'holiday', from: next, to: addDays(next, 6), state: 'approved' },
    { number: 1016, kind: 'leave', from: addDays(next, 10), to: addDays(next, 11), state: 'asked' },
  ]
  const weekOf = (weekStart: PlainDate): DemoWeek => {
    const { shifts, numbers } = saturdayShifts(agents, weekStart)
    const others = agents.filter(({ number }) => !numbers.has(number))
    const red = localDays(weekStart, addDays(weekStart, 7)).filter((day) => day.red)
    const made = [...buildWeek(others, weekStart, known), ...shifts]
    // The eves of Christmas, Easter and Whitsun are over at three.
    return { weekStart, shifts: made.filter((shift) => !red.some((day) => overlap(redSpan(day), shift) > 0)) }
  }
  const draft = weekOf(next)
  const leftToMend = { absent: 1002, withoutBreak: 1005, tooMuch: 1016 }
  // Told after the draft was made.
  const late: KnownAbsence = {
    number: leftToMend.absent,
    kind: 'leave',
    from: addDays(next, 1),
    to: addDays(next, 1),
    state: 'approved',
  }
  return {
    agents,
    published: [weekOf(addDays(monday, -7)), weekOf(monday)],
    draft: { weekStart: next, shifts: unfinished(draft, leftToMend) },
    absences: [...known, late],
    leftToMend,
  }
}

/** Three shifts of Tuesday morning are nobody's, one has lost its break, and one person works a day too many. */
function unfinished(
  { weekStart, shifts }: DemoWeek,
  { withoutBreak, tooMuch }: DemoSchedule['leftToMend'],
): readonly PlanShift[] {
  const tuesday = minuteAt(addDays(weekStart, 1), '00:00')
  const isTuesday = (shift: PlanShift) => shift.from >= tuesday && shift.from < tuesday + 1440
  const opened = new Set([1008, 1009, 1011].map(demoAgentId))
  const worn = shifts.find(({ agentId }) => agentId === demoAgentId(withoutBreak))?.id
  const own = shifts.filter(({ agentId }) => agentId === demoAgentId(tooMuch))
  const extra = own[0]
  const days = own.map(({ from }) => Math.floor((from - minuteAt(weekStart, '00:00')) / 1440))
  const other = [0, 1, 2, 3, 4].find((day) => !days.includes(day))
  const mended = shifts.map((shift) => {
    if (isTuesday(shift) && opened.has(shift.agentId ?? '')) return { ...shift, agentId: null }
    return shift.id === worn ? { ...shift, breaks: [] } : shift
  })
  if (!extra || other === undefined) return mended
  const by = (other - days[0]!) * 1440
  const moved = (span: { readonly from: number; readonly to: number }) => ({
    from: span.from + by,
    to: span.to + by,
  })
  const id = idFrom(`demo shift too much ${weekStart}`)
  return [...mended, { ...extra, ...moved(extra), id, breaks: extra.breaks.map(moved) }]
}
