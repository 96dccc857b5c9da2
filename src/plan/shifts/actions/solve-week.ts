/** A search for the shifts of a week: asked for here, done by the job, and put in the draft when it is found. */
import { addDays } from '../../../kernel/calendar.ts'
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { coverageOf } from '../rules/coverage.ts'
import { localOf } from '../rules/local-days.ts'
import { gridOf } from '../rules/quarter-grid.ts'
import type { SolveStage } from '../rules/solve-words.ts'
import type { DaySpan, ShiftTemplate } from '../rules/types.ts'
import { usualTemplates } from '../rules/usual-templates.ts'
import { listScheduleQueues } from '../schedule/store.ts'
import type { CoverInput } from '../solve/cover-model.ts'
import type { SolvedCover } from '../solve/cover-shifts.ts'
import type { SolveInput } from '../solve/solve-roster.ts'
import type { SolvedRoster } from '../solve/solved-roster.ts'
import { listTemplates } from '../store/agent-store.ts'
import {
  endSolving,
  ensurePlan,
  findPlan,
  listShifts,
  putShifts,
  removeShifts,
  setSolved,
  setSolving,
  touchPlan,
} from '../store/plan-store.ts'
import type { WeekQueue } from '../week/contract.ts'
import { asShifts, type PlanShift } from '../week/rules/plan-shift.ts'
import { openingBySkill } from '../week/rules/week-findings.ts'
import { loadAgents } from './load-agents.ts'
import { readNeeds } from './read-needs.ts'
import { loadAround, type OfWeek, refuseOtherDays } from './read-week.ts'

export const solveJob = 'shifts.solve'
export type SolvePayload = OfWeek & {
  readonly organisationId: string
  readonly personId: string
  readonly revision: number
  readonly seconds: number
  /** Missing in what was sent before there were two. */
  readonly stage?: SolveStage
}

type Asked = OfWeek & { readonly revision: number; readonly seconds: number; readonly stage: SolveStage }

/** @throws AppError plan-week-changed · plan-week-nothing when no queue needs anybody or there is nobody to plan */
export async function solveWeek(context: Context, asked: Asked): Promise<{ jobId: string }> {
  const { weekStart, revision, seconds, stage } = asked
  const { scope, db, now, jobs } = context
  refuseOtherDays(weekStart)
  // Refused now rather than by work that fails later.
  await (stage === 'cover' ? readUncovered(context, weekStart) : readProblem(context, weekStart))
  await inTransaction(db, async (trx) => {
    await ensurePlan(scope, trx, { weekStart, now })
    const plan = await findPlan(scope, trx, weekStart, { lock: true })
    if (plan?.revision !== revision) throw new AppError('plan-week-changed')
  })
  const { organisationId, personId } = scope
  const payload: SolvePayload = { organisationId, personId, weekStart, revision, seconds, stage }
  const jobId = await jobs.send(solveJob, payload, { organisationId, retryLimit: 0 })
  await setSolving(scope, db, { weekStart, jobId, revision })
  return { jobId }
}

/** @throws AppError plan-week-nothing */
export async function readProblem(
  context: Pick<Context, 'scope' | 'db' | 'now'>,
  weekStart: string,
): Promise<Omit<SolveInput, 'seconds' | 'seed'>> {
  const { scope, db } = context
  const queues = await readNeeds(context, { from: weekStart, to: addDays(weekStart, 6) })
  const agents = await loadAgents(context, weekStart)
  const grid = gridOf(weekStart, 7, queues.map(needOf))
  if (agents.length === 0 || grid.queues.every(({ need }) => need.every((people) => people === 0)))
    throw new AppError('plan-week-nothing')
  const shifts = [...(await loadAround(context, weekStart)), ...(await listShifts(scope, db, weekStart))]
  const own = await listTemplates(scope, db)
  return {
    grid,
    from: weekStart,
    weeks: 1,
    // A queue that asks for no skill is everybody's.
    agents: agents.map((agent) => ({ ...agent, skills: [...agent.skills, ''] })),
    templates: own.length > 0 ? own.map(asTemplate) : usualTemplates(openHours(queues)),
    shifts: asShifts(shifts),
    opening: openingBySkill(queues),
  }
}

/**
 * What is left to cover by shifts without names: the need less those who are on, where a shift that nobody has and that
 * no person has placed is to be found anew.
 *
 * @throws AppError plan-week-nothing when nobody is missing
 */
export async function readUncovered(
  context: Pick<Context, 'scope' | 'db' | 'now'>,
  weekStart: string,
): Promise<Omit<CoverInput, 'seconds' | 'seed'>> {
  const problem = await readProblem(context, weekStart)
  const { grid, from, weeks, templates } = problem
  const { on } = coverageOf(grid, problem.agents, problem.shifts)
  const queues = grid.queues.map((queue, at) => ({
    ...queue,
    need: queue.need.map((need, quarter) => Math.max(0, need - on[at]![quarter]!)),
  }))
  if (queues.every(({ need }) => need.every((people) => people === 0)))
    throw new AppError('plan-week-nothing')
  return { grid: { ...grid, queues }, from, weeks, templates }
}

/** People at work: what the queue needs, without the time that is lost at work, which staffing has counted in. */
const needOf = ({ queueId, skill, intervalMinutes, cells }: WeekQueue) => ({
  queueId,
  skill,
  cells: cells.map(({ from, needed }) => ({ startsAt: from, minutes: intervalMinutes, needed })),
})

const asTemplate = ({
  templateId,
  ...rest
}: Awaited<ReturnType<typeof listTemplates>>[number]): ShiftTemplate => ({
  id: templateId,
  ...rest,
  breaks: rest.breaks.map(({ fromLength, ...pause }) => ({
    ...pause,
    ...(fromLength !== undefined && { fromLength }),
  })),
})

/** From the earliest opening to the latest closing of any queue and day. */
function openHours(queues: readonly WeekQueue[]): DaySpan {
  const spans = queues.flatMap(({ open }) => open)
  const clock = (minute: number) => minutesOf(localOf(minute).time)
  const from = Math.min(...spans.map((span) => clock(span.from)))
  const to = Math.max(...spans.map((span) => clock(span.to - 1) + 1))
  return { from: clockOf(from), to: clockOf(to) }
}

type Found = Pick<SolvePayload, 'weekStart' | 'revision'> & {
  readonly jobId: string
  readonly found: SolvedRoster | SolvedCover
}

/** Puts what was found in the draft, unless somebody has changed the week in the meantime: theirs is what stays. */
export async function keepSolved(
  context: Context,
  { weekStart, revision, jobId, found }: Found,
): Promise<boolean> {
  const { scope, db, now } = context
  return inTransaction(db, async (trx) => {
    const plan = await findPlan(scope, trx, weekStart, { lock: true })
    if (plan?.revision !== revision) {
      await endSolving(scope, trx, { weekStart, jobId })
      return false
    }
    const before = await listShifts(scope, trx, weekStart)
    const isCover = !('people' in found)
    // Shifts without names that an earlier search has found are found anew by either.
    const open = before.filter(({ fixed, agentId }) => !fixed && (agentId === null || !isCover))
    await removeShifts(scope, trx, { weekStart, ids: open.map(({ id }) => id) })
    const shifts = isCover ? await namelessShifts({ scope, db: trx }, found) : foundShifts(found, before)
    await putShifts(scope, trx, { weekStart, shifts })
    await touchPlan(scope, trx, { weekStart, now })
    const { seconds, gap, cost, bound, stopped: ended, short, shortMinutes } = found
    const solved = {
      at: now.toISOString(),
      seconds,
      gap,
      cost,
      bound,
      ended,
      short,
      shortHours: shortMinutes / 60,
    }
    await setSolved(scope, trx, { weekStart, solved })
    const subject = { kind: 'shiftPlan', id: weekStart }
    const detail = { shifts: shifts.length, gap, ended }
    await recordAudit(context, { action: 'shifts.solved', subject, detail }, trx)
    return true
  })
}

function foundShifts(found: SolvedRoster, before: readonly PlanShift[]): PlanShift[] {
  const fixed = new Set(before.filter((shift) => shift.fixed).map(({ id }) => id))
  return found.shifts.filter(({ id }) => !fixed.has(id)).map(asPlanShift)
}

/** Shifts to be taken by those who can answer the queue that each was found for. */
async function namelessShifts(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  found: SolvedCover,
): Promise<PlanShift[]> {
  const skills = new Map((await listScheduleQueues(scope, db)).map(({ queueId, skill }) => [queueId, skill]))
  return found.shifts.map(({ from, to, breaks, queueId }) => ({
    id: newId(),
    agentId: null,
    from,
    to,
    breaks: [...breaks],
    skill: skills.get(queueId) || null,
    overtimeMinutes: 0,
    fixed: false,
  }))
}

const asPlanShift = ({
  agentId,
  from,
  to,
  breaks,
  skill,
  overtimeMinutes = 0,
}: SolvedRoster['shifts'][number]): PlanShift => ({
  id: newId(),
  agentId,
  from,
  to,
  breaks: [...breaks],
  skill: skill ?? null,
  overtimeMinutes,
  fixed: false,
})
