/** What a yes to an absence or a swap would do to the queues, so that nobody has to guess. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { readRequirement } from '../../staffing/index.ts'
import type { Consequences } from '../requests/contract.ts'
import { type ChangedCell, shortSpans } from '../requests/rules/short-spans.ts'
import { waitsForPlanner } from '../requests/rules/waits-for-planner.ts'
import { localOf, overlap } from '../rules/local-days.ts'
import type { Span } from '../rules/types.ts'
import { readSchedules } from '../schedule/index.ts'
import { listScheduledShifts, minuteOf, type ScheduledShift } from '../schedule/store.ts'
import { listAgents } from '../store/agent-store.ts'
import { listAbsences, type StoredAbsence } from '../store/request-store.ts'
import { findSwap, listSwaps } from '../store/swap-store.ts'
import { partiesOf, shiftsOfSwaps } from './swaps.ts'

/** Absence goes on for weeks; what is looked at is its first days with shifts. */
const mostDays = 14

/** How many wait for the planner, of each kind; nothing of whom. */
export async function countRequests(context: Context) {
  const { scope, db, now } = context
  const waits = (await listAbsences(scope, db, { endsAfter: now, now })).map((each) =>
    waitsForPlanner(each, now),
  )
  const count = (what: 'absence' | 'cover') => waits.filter((each) => each === what).length
  const swaps = (await listSwaps(scope, db)).filter(({ state }) => state === 'accepted')
  const shifts = await shiftsOfSwaps(context, swaps)
  // A shift that has begun is nobody's to swap any more.
  const open = swaps.filter(({ shiftId }) => {
    const shift = shifts.get(shiftId)
    return !shift || shift.from * 60_000 > now.getTime()
  })
  return { absences: count('absence'), uncovered: count('cover'), swaps: open.length }
}

/** @throws AppError not-found */
export async function readAbsenceConsequences(
  context: Context,
  { absenceId }: { readonly absenceId: string },
): Promise<Consequences> {
  const { scope, db } = context
  const [absence] = await listAbsences(scope, db, { absenceId })
  if (!absence) throw new AppError('not-found')
  const { agentId, startsAt, endsAt } = absence
  const away = { from: minuteOf(startsAt), to: minuteOf(endsAt) }
  const between = { from: startsAt, to: endsAt }
  const shifts = (await listScheduledShifts(scope, db, between)).filter((shift) => shift.agentId === agentId)
  const skills = (await listAgents(scope, db)).find((agent) => agent.agentId === agentId)?.skills ?? []
  const queues = await changeOfQueues(context, {
    spans: shifts,
    skills,
    change: (all) =>
      all.map((shift) => (shift.agentId === agentId ? { ...shift, breaks: [...shift.breaks, away] } : shift)),
    // What has been granted already shows as it is.
    all: absence.state === 'approved',
  })
  return {
    shifts: shifts.map(({ from, to }) => ({ from, to })),
    ...queues,
    away: await othersAway(context, absence),
  }
}

async function othersAway({ scope, db }: Context, absence: StoredAbsence): Promise<string[]> {
  const { startsAt, endsAt } = absence
  const all = await listAbsences(scope, db, { endsAfter: startsAt, startsBefore: endsAt })
  const others = all.filter(({ state, agentId }) => state === 'approved' && agentId !== absence.agentId)
  return [...new Set(others.map(({ agent }) => agent))].slice(0, 50)
}

/** @throws AppError not-found */
export async function readSwapConsequences(
  context: Context,
  { swapId }: { readonly swapId: string },
): Promise<Consequences> {
  const { scope, db } = context
  const swap = await findSwap(scope, db, swapId)
  if (!swap) throw new AppError('not-found')
  const parties = partiesOf(swap, await shiftsOfSwaps(context, [swap]))
  const nothing = { shifts: [], known: false, short: [], away: [] }
  if (!parties) return nothing
  const { shift, back, fromAgentId, toAgentId } = parties
  const skillsOf = new Map((await listAgents(scope, db)).map((agent) => [agent.agentId, agent.skills]))
  const given = [
    { span: shift, from: fromAgentId, to: toAgentId },
    ...(back ? [{ span: back, from: toAgentId, to: fromAgentId }] : []),
  ]
  const spans = given.map(({ span: { from, to } }) => ({ from, to }))
  const queues = await changeOfQueues(context, {
    spans,
    skills: [...(skillsOf.get(fromAgentId) ?? []), ...(skillsOf.get(toAgentId) ?? [])],
    change: (all) =>
      all.map((each) => {
        const gift = given.find(({ span, from }) => each.agentId === from && each.from === span.from)
        return gift ? { ...each, agentId: gift.to, skills: skillsOf.get(gift.to) ?? [] } : each
      }),
  })
  return { ...nothing, shifts: spans, ...queues }
}

type Changing = {
  /** When the change matters. */
  readonly spans: readonly Span[]
  /** Of those whom it is about: queues that ask for others are left out. */
  readonly skills: readonly string[]
  readonly change: (shifts: readonly ScheduledShift[]) => readonly ScheduledShift[]
  readonly all?: boolean
}

async function changeOfQueues(
  context: Context,
  { spans, skills, change, all = false }: Changing,
): Promise<Pick<Consequences, 'known' | 'short'>> {
  const { scope, db } = context
  const days = [...new Set(spans.map(({ from }) => localOf(from).date))].toSorted().slice(0, mostDays)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return { known: false, short: [] }
  const needs = new Map<string, ReadonlyMap<number, number>>()
  const cells = new Map<string, { queue: string; minutes: number; cells: ChangedCell[] }>()
  for (const day of days) {
    const now = await readSchedules(scope, db, { from: day, to: day })
    const after = await readSchedules(scope, db, { from: day, to: day, change })
    for (const [at, queue] of now.entries()) {
      const { queueId, name, intervalMinutes: minutes } = queue
      if (queue.skill !== '' && !skills.includes(queue.skill)) continue
      const need = needs.get(queueId) ?? (await needOf(context, { queueId, from: first, to: last }))
      needs.set(queueId, need)
      const known = cells.get(queueId) ?? { queue: name, minutes, cells: [] }
      cells.set(queueId, known)
      for (const [index, { from, scheduled }] of queue.cells.entries()) {
        const needed = need.get(from)
        if (needed === undefined || !spans.some((span) => overlap(span, { from, to: from + minutes }) > 0))
          continue
        known.cells.push({ from, needed, now: scheduled, after: after[at]!.cells[index]!.scheduled })
      }
    }
  }
  return {
    known: [...needs.values()].some((need) => need.size > 0),
    short: [...cells].flatMap(([queueId, { queue, minutes, cells: own }]) =>
      shortSpans(own, minutes, { all }).map((span) => ({ ...span, queueId, queue })),
    ),
  }
}

type Needing = { readonly queueId: string; readonly from: string; readonly to: string }

async function needOf({ scope, db, now }: Context, asked: Needing): Promise<ReadonlyMap<number, number>> {
  const cells = await readRequirement(scope, db, { ...asked, now })
  return new Map(cells.map(({ startsAt, needed }) => [minuteOf(startsAt), needed]))
}
