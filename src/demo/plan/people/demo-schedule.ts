/** Two weeks back, this week and next week of the demo's people: what is published, and a draft with work left in it. */
import { addDays, mondayOf, type PlainDate } from '../../../kernel/calendar.ts'
import { localDays, localOf, minuteAt, overlap, redSpan } from '../../../plan/shifts/rules/local-days.ts'
import type { Span } from '../../../plan/shifts/rules/types.ts'
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
  /** Next week as agents see it: without what the draft has got wrong since, and with one shift that was moved. */
  readonly early: DemoWeek & {
    /** A shift as it was published at first, and as it is now. */
    readonly before: PlanShift | undefined
    readonly moved: PlanShift | undefined
  }
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
  const draft = withMoved(weekOf(next))
  const leftToMend = { absent: 1002, withoutBreak: 1005, tooMuch: 1016 }
  // Told after the draft was made.
  const late: KnownAbsence = {
    number: leftToMend.absent,
    kind: 'leave',
    from: addDays(next, 1),
    to: addDays(next, 1),
    state: 'approved',
  }
  const asked = [
    { number: 1003, kind: 'leave', from: addDays(next, 1), to: addDays(next, 1), state: 'asked' },
    { number: 1013, kind: 'holiday', from: addDays(next, 3), to: addDays(next, 4), state: 'asked' },
  ] as const
  return {
    agents,
    published: [weekOf(addDays(monday, -14)), weekOf(addDays(monday, -7)), weekOf(monday)],
    early: earlier(draft),
    draft: { weekStart: next, shifts: unfinished(draft, leftToMend) },
    absences: [...known, late, ...asked],
    leftToMend,
  }
}

const mornings = [1008, 1009, 1011]

const onTuesday = ({ weekStart }: DemoWeek, shift: PlanShift) => {
  const tuesday = minuteAt(addDays(weekStart, 1), '00:00')
  return shift.from >= tuesday && shift.from < tuesday + 1440
}

/** The demo's own agent begins half an hour later or earlier one day than was published at first. */
function withMoved(week: DemoWeek): DemoWeek & Pick<DemoSchedule['early'], 'before' | 'moved'> {
  const before = week.shifts.filter(({ agentId }) => agentId === demoAgentId(1001))[1]
  if (!before) return { ...week, before, moved: before }
  const by = localOf(before.from).time < '09:00' ? 30 : -30
  const later = ({ from, to }: Span) => ({ from: from + by, to: to + by })
  const moved = { ...before, ...later(before), breaks: before.breaks.map(later) }
  return {
    weekStart: week.weekStart,
    shifts: week.shifts.map((shift) => (shift === before ? moved : shift)),
    before,
    moved,
  }
}

/** As published, while three were missing on Tuesday morning. */
function earlier(week: ReturnType<typeof withMoved>): DemoSchedule['early'] {
  const opened = new Set(mornings.map(demoAgentId))
  const isOpened = (shift: PlanShift) => onTuesday(week, shift) && opened.has(shift.agentId ?? '')
  return { ...week, shifts: week.shifts.filter((shift) => !isOpened(shift)) }
}

/** Three shifts of Tuesday morning are nobody's, one has lost its break, and one person works a day too many. */
function unfinished(
  week: DemoWeek,
  { withoutBreak, tooMuch }: DemoSchedule['leftToMend'],
): readonly PlanShift[] {
  const { weekStart, shifts } = week
  const opened = new Set(mornings.map(demoAgentId))
  const worn = shifts.find(({ agentId }) => agentId === demoAgentId(withoutBreak))?.id
  const own = shifts.filter(({ agentId }) => agentId === demoAgentId(tooMuch))
  const extra = own[0]
  const days = own.map(({ from }) => Math.floor((from - minuteAt(weekStart, '00:00')) / 1440))
  const other = [0, 1, 2, 3, 4].find((day) => !days.includes(day))
  const mended = shifts.map((shift) => {
    if (onTuesday(week, shift) && opened.has(shift.agentId ?? '')) return { ...shift, agentId: null }
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
