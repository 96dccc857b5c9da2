/** The demo's people with their plans, wishes, absence, swaps, and how many were there. */
import { addDays } from '../../../kernel/calendar.ts'
import { seededRandom } from '../../../kernel/random.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { localOf, minuteAt } from '../../../plan/shifts/rules/local-days.ts'
import { daysBetween, openSlots, openSpans } from '../../../plan/shifts/schedule/rules/open-hours.ts'
import { sharePeople } from '../../../plan/shifts/schedule/rules/share-people.ts'
import { workSpans } from '../../../plan/shifts/schedule/rules/work-spans.ts'
import '../../../plan/shifts/tables.ts'
import type { PlanShift } from '../../../plan/shifts/week/rules/plan-shift.ts'
import { insertRows } from '../../demo-store.ts'
import type { DemoSetting } from '../../understand/rows/setting.ts'
import { idFrom } from '../../understand/world.ts'
import { type DemoQueueKey, type DemoTrafficRow, demoOpening } from '../traffic-world.ts'
import { demoAgentId } from './build-week.ts'
import { type DemoSchedule, type DemoWeek, demoSchedule } from './demo-schedule.ts'

type Queues = Readonly<Record<DemoQueueKey, { readonly queueId: string; readonly skill: string }>>
type Writing = DemoSetting & {
  readonly schedule: DemoSchedule
  readonly of: { readonly organisation_id: string }
}

const at = (minute: number) => new Date(minute * 60_000)

export async function insertDemoPeople(
  setting: DemoSetting,
  queues: Queues,
  traffic: readonly DemoTrafficRow[],
): Promise<void> {
  const schedule = demoSchedule(toLocal(setting.now).date)
  const writing = { ...setting, schedule, of: { organisation_id: setting.organisation.organisationId } }
  await insertAgents(writing)
  await insertTemplates(writing)
  await insertWeeks(writing)
  await insertWishes(writing)
  await insertAbsences(writing)
  await insertSwaps(writing)
  await insertPresent(writing, queues, traffic)
}

async function insertAgents({ trx, organisation, now, schedule, of }: Writing): Promise<void> {
  const from = addDays(toLocal(now).date, -900)
  await insertRows(
    trx,
    'plan_agent',
    schedule.agents.map((agent, index) => ({
      ...of,
      agent_id: demoAgentId(agent.number),
      name: agent.name,
      number: String(agent.number),
      person_id: agent.signsIn ? organisation.scopes.agent.personId : null,
      contract: agent.contract,
      adult_on: agent.adultOn,
      skills: [...agent.skills],
      available: agent.available,
      valid_from: addDays(from, index * 11),
      valid_to: null,
      changed_at: now,
    })),
  )
}

async function insertTemplates({ trx, now, of }: Writing): Promise<void> {
  const pause = { minutes: 30, earliest: 180, latest: 285, fromLength: 330 }
  const template = (key: string, name: string, rest: readonly [string, string, number[], number[]]) => ({
    ...of,
    template_id: idFrom(`demo shift template ${key}`),
    name,
    earliest_start: rest[0],
    latest_start: rest[1],
    start_every: 15,
    lengths: rest[2],
    weekdays: rest[3],
    breaks: [pause],
    changed_at: now,
  })
  const weekdays = [1, 2, 3, 4, 5]
  await insertRows(trx, 'plan_shift_template', [
    template('day', 'Dagvakt', ['08:00', '10:00', [480], weekdays]),
    template('short', 'Kort vakt', ['08:00', '11:15', [405], weekdays]),
    template('student', 'Studentvakt', ['11:00', '13:00', [240, 300], weekdays]),
    template('saturday', 'Lørdag', ['10:00', '10:00', [240], [6]]),
  ])
}

async function insertWeeks(writing: Writing): Promise<void> {
  const { trx, schedule, of } = writing
  const weeks = [...schedule.published, schedule.draft]
  await insertPlans(writing)
  await insertRows(
    trx,
    'plan_shift',
    weeks.flatMap((week) =>
      week.shifts.map((shift) => ({
        ...of,
        ...timesOf(shift),
        week_start: week.weekStart,
        agent_id: shift.agentId,
        fixed: shift.fixed,
      })),
    ),
  )
  await insertPublished(writing)
}

const timesOf = ({ id, from, to, breaks, skill, overtimeMinutes }: PlanShift) => ({
  shift_id: id,
  starts_at: at(from),
  ends_at: at(to),
  breaks,
  skill,
  overtime_minutes: overtimeMinutes,
})

const momentOf = ({ weekStart }: DemoWeek, days: number) => at(minuteAt(addDays(weekStart, days), '11:00'))
/** Next week was published a second time yesterday. */
const secondTime = (now: Date) => new Date(now.getTime() - 26 * 3_600_000)

async function insertPlans({ trx, organisation, now, schedule, of }: Writing): Promise<void> {
  const planner = organisation.scopes.planner.personId
  const row = (week: DemoWeek, isDraft: boolean) => ({
    ...of,
    week_start: week.weekStart,
    revision: isDraft ? 3 : 1,
    version: isDraft ? 2 : 1,
    published_revision: isDraft ? 2 : 1,
    published_at: isDraft ? secondTime(now) : momentOf(week, -16),
    published_by: planner,
    changed_at: isDraft ? new Date(now.getTime() - 3_600_000) : momentOf(week, -17),
    changed_by: planner,
    solve_job_id: null,
    solved: null,
  })
  const rows = [...schedule.published.map((week) => row(week, false)), row(schedule.draft, true)]
  await insertRows(trx, 'plan_shift_plan', rows)
}

async function insertPublished({ trx, organisation, now, schedule, of }: Writing): Promise<void> {
  const { early } = schedule
  await insertRows(
    trx,
    'plan_published_shift',
    [...schedule.published, early].flatMap((week) =>
      week.shifts.map((shift) => ({
        ...of,
        ...timesOf(shift),
        week_start: week.weekStart,
        agent_id: shift.agentId!,
        sequence: shift === early.moved ? 1 : 0,
        cancelled: false,
        changed_at: shift === early.moved ? secondTime(now) : momentOf(week, -16),
      })),
    ),
  )
  const names = new Map(schedule.agents.map(({ number, name }) => [demoAgentId(number), name]))
  const version = (week: DemoWeek, rest: { version: number; at: Date; added: number; changed: number }) => ({
    ...of,
    week_start: week.weekStart,
    person_id: organisation.scopes.planner.personId,
    note: '',
    findings: 0,
    removed: 0,
    shifts: week.shifts.map((shift) => ({ ...shift, agent: names.get(shift.agentId ?? '') ?? '' })),
    ...rest,
  })
  const first = (week: DemoWeek) =>
    version(week, { version: 1, at: momentOf(week, -16), added: week.shifts.length, changed: 0 })
  const before = early.shifts.map((shift) => (shift === early.moved ? (early.before ?? shift) : shift))
  await insertRows(trx, 'plan_shift_version', [
    ...schedule.published.map(first),
    first({ ...early, shifts: before }),
    version(early, { version: 2, at: secondTime(now), added: 0, changed: 1 }),
  ])
}

async function insertWishes({ trx, now, schedule, of }: Writing): Promise<void> {
  const { weekStart } = schedule.draft
  const wish = (
    number: number,
    rest: { kind: 'work' | 'free'; on: number | null; weekday: number | null },
  ) => ({
    ...of,
    wish_id: idFrom(`demo wish ${number} ${rest.on} ${rest.weekday}`),
    agent_id: demoAgentId(number),
    kind: rest.kind,
    on_date: rest.on === null ? null : addDays(weekStart, rest.on),
    weekday: rest.weekday,
    from_time: null,
    to_time: null,
    weight: 1 + (number % 3),
    by_agent: true,
    created_at: now,
  })
  await insertRows(trx, 'plan_wish', [
    wish(1001, { kind: 'free', on: null, weekday: 5 }),
    wish(1006, { kind: 'free', on: 4, weekday: null }),
    wish(1015, { kind: 'free', on: 0, weekday: null }),
    wish(1018, { kind: 'free', on: null, weekday: 1 }),
    wish(1024, { kind: 'work', on: 3, weekday: null }),
    ...[1036, 1040, 1044, 1048, 1052].map((number) => wish(number, { kind: 'work', on: null, weekday: 3 })),
  ])
}

async function insertAbsences({ trx, organisation, now, schedule, of }: Writing): Promise<void> {
  await insertRows(
    trx,
    'plan_absence',
    schedule.absences.map(({ number, kind, from, to, state }) => ({
      ...of,
      absence_id: idFrom(`demo absence ${number} ${from}`),
      agent_id: demoAgentId(number),
      kind,
      starts_at: at(minuteAt(from, '00:00')),
      ends_at: at(minuteAt(to, '24:00')),
      state,
      by_agent: state === 'asked' || kind === 'sick',
      asked_at: new Date(now.getTime() - 5 * 86_400_000),
      decided_at: state === 'approved' ? new Date(now.getTime() - 4 * 86_400_000) : null,
      decided_by: state === 'approved' ? organisation.scopes.planner.personId : null,
      answer: '',
    })),
  )
}

/** One that both have agreed on and that waits for the planner, and one that the demo's own agent is asked about. */
async function insertSwaps({ trx, now, schedule, of }: Writing): Promise<void> {
  const shifts = [...schedule.published, schedule.early]
    .flatMap((week) => week.shifts)
    .filter(({ from }) => at(from) > now)
  const row = (key: string, { shift, back, state }: DemoSwap & { state: 'accepted' | 'asked' }) => ({
    ...of,
    swap_id: idFrom(`demo swap ${key}`),
    shift_id: shift.id,
    from_agent_id: shift.agentId!,
    to_agent_id: back.agentId!,
    return_shift_id: back.id,
    state,
    asked_at: new Date(now.getTime() - 3_600_000),
    answered_at: state === 'accepted' ? new Date(now.getTime() - 1_800_000) : null,
    decided_at: null,
    decided_by: null,
    answer: '',
  })
  const between = [1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031, 1032, 1033, 1034]
    .map((other) => apart(shifts, 1023, other))
    .find((found) => found !== undefined)
  const asked = sameDay(shifts, 1027, 1001)
  await insertRows(trx, 'plan_swap', [
    ...(between ? [row('planner', { ...between, state: 'accepted' })] : []),
    ...(asked ? [row('agent', { ...asked, state: 'asked' })] : []),
  ])
}

type DemoSwap = { readonly shift: PlanShift; readonly back: PlanShift }

const ofAgent = (shifts: readonly PlanShift[], number: number) =>
  shifts.filter(({ agentId }) => agentId === demoAgentId(number))
const isSameDay = (one: PlanShift, other: PlanShift) => localOf(one.from).date === localOf(other.from).date

/** Each gives a day on which the other is free. */
function apart(shifts: readonly PlanShift[], one: number, other: number): DemoSwap | undefined {
  const [mine, theirs] = [ofAgent(shifts, one), ofAgent(shifts, other)]
  const shift = mine.find((each) => !theirs.some((theirShift) => isSameDay(each, theirShift)))
  const back = theirs.find((each) => !mine.some((myShift) => isSameDay(each, myShift)))
  return shift && back && { shift, back }
}

/** Both work the day, at different hours. */
function sameDay(shifts: readonly PlanShift[], one: number, other: number): DemoSwap | undefined {
  const theirs = ofAgent(shifts, other)
  for (const shift of ofAgent(shifts, one)) {
    const back = theirs.find((each) => isSameDay(each, shift) && each.from !== shift.from)
    if (back) return { shift, back }
  }
  return undefined
}

/**
 * What a telephone system would have told: nearly as many as planned, now and then fewer, and fewest where customers
 * waited longest.
 */
async function insertPresent(
  { trx, now, schedule, of }: Writing,
  queues: Queues,
  traffic: readonly DemoTrafficRow[],
): Promise<void> {
  const waits = new Map(
    traffic.map(({ queue, startsAt, waitSeconds }) => [`${queue} ${startsAt.getTime()}`, waitSeconds ?? 0]),
  )
  const random = seededRandom('demo present')
  const [first, last] = [schedule.published[0]!, schedule.published.at(-1)!]
  const days = daysBetween(first.weekStart, addDays(last.weekStart, 6))
  const from = minuteAt(first.weekStart, '00:00')
  const skills = new Map(schedule.agents.map((agent) => [demoAgentId(agent.number), agent.skills]))
  const keys = Object.keys(queues) as DemoQueueKey[]
  const open = (key: DemoQueueKey) => ({ opening: demoOpening[key], exceptions: {}, intervalMinutes: 15 })
  const { people } = sharePeople({
    from,
    to: minuteAt(addDays(last.weekStart, 6), '24:00'),
    stepMinutes: 15,
    queues: keys.map((key) => ({ ...queues[key], open: openSpans(open(key), days) })),
    spans: schedule.published.flatMap((week) =>
      week.shifts.flatMap((shift) =>
        workSpans(shift).map((span) => ({ ...span, skills: skills.get(shift.agentId ?? '') ?? [] })),
      ),
    ),
  })
  const rows = keys.flatMap((key) =>
    days.flatMap((day) => {
      const gone = random() < 0.2 ? 2 : random() < 0.5 ? 1 : 0
      return openSlots(open(key), day).flatMap((minute) => {
        if (at(minute) >= now) return []
        const planned = people.get(queues[key].queueId)![(minute - from) / 15] ?? 0
        const waited = waits.get(`${key} ${minute * 60_000}`) ?? 0
        const missing = gone * 0.4 + random() * 0.4 + Math.min(0.3 * planned, waited / 30)
        const present = Math.max(0, Math.round((planned - missing) * 10) / 10)
        const row = {
          queue_id: queues[key].queueId,
          starts_at: at(minute),
          minutes: 15,
          present,
          reported_at: at(minute + 15),
        }
        return [{ ...of, ...row }]
      })
    }),
  )
  await insertRows(trx, 'plan_present', rows)
}
