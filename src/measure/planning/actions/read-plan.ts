/** The plan as people look at it: whether it is fair, its contacts, and its revisions. */
import { addDays, type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { isHoliday } from '../../../kernel/holidays.ts'
import type { Context } from '../../../organisation/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { ParticipantCount, Plan, PlanContact, PlanMove } from '../contract.ts'
import { figuresOf } from '../rules/fairness/of-contacts.ts'
import { observerNeed } from '../rules/observer-need.ts'
import { type ContactFilter, countContacts, listContacts } from '../store/contact-store.ts'
import { findMoves, type PlanRevision } from '../store/plan-store.ts'
import { currentFairness } from './current-fairness.ts'
import { loadContacts, loadPlanning, type Planning } from './load-planning.ts'

type InEdition = { readonly editionId: string }

/** @throws AppError not-found */
export async function readPlan(context: Context, { editionId }: InEdition): Promise<Plan> {
  const planning = await loadPlanning(context, { editionId })
  const { participants, observers, revisions } = planning
  const taking = participants.filter(({ withdrawnAt }) => withdrawnAt === null)
  return {
    ready: {
      participants: taking.length,
      unsettled: taking.filter(({ confirmedAt }) => confirmedAt === null).length,
      observers: planning.input.observers.length,
      need: observerNeed(planning.input),
    },
    plan: await presentPlan(context, planning),
    names: {
      participants: participants.map(({ participantId, name, class: className }) => ({
        id: participantId,
        name,
        class: className,
      })),
      observers: observers.map(({ observerId, name }) => ({ id: observerId, name })),
    },
    revisions: revisions.map(toRevision),
  }
}

async function presentPlan(context: Context, planning: Planning): Promise<Plan['plan']> {
  const { input, amendments, revisions } = planning
  const now = await currentFairness(context, planning)
  if (now === undefined) return null
  return {
    revision: revisions[0]?.revision ?? 0,
    madeAt: revisions[0]?.madeAt.toISOString() ?? null,
    amendments: { closedDays: [...(amendments.closedDays ?? [])], weeks: amendments.weeks ?? null },
    started: now.started,
    fairness: now.fairness,
    closed: closedDays(planning),
    weeks: input.method.calendar.weeks,
    late: now.late,
  }
}

function closedDays({ edition, input }: Planning): NonNullable<Plan['plan']>['closed'] {
  const { start, weeks, closedDays: closed } = input.method.calendar
  const own = new Set(edition.method.calendar.closedDays)
  const days = Array.from({ length: weeks * 7 }, (_, index) => addDays(start, index))
  const why = (date: PlainDate) => {
    if (isHoliday(date)) return 'holiday'
    if (own.has(date)) return 'method'
    return closed.includes(date) ? 'pause' : undefined
  }
  return days.flatMap((date) => {
    const reason = weekdayOf(toEpochDay(date)) <= 5 ? why(date) : undefined
    return reason ? [{ date, why: reason }] : []
  })
}

function toRevision({ revision, madeAt, madeBy, reason, moves }: PlanRevision): Plan['revisions'][number] {
  return { revision, madeAt: madeAt.toISOString(), madeBy, reason, moves }
}

const mostContacts = 10_000

/** @throws AppError not-found */
export async function readContacts(
  context: Context,
  filter: ContactFilter,
): Promise<{ items: PlanContact[]; total: number }> {
  const { scope, db } = context
  await loadEdition(context, filter.editionId)
  const items = await listContacts(scope, db, { ...filter, limit: mostContacts })
  return { items: [...items], total: (await countContacts(scope, db, filter)).all }
}

/** @throws AppError not-found */
export async function readCounts(
  context: Context,
  { editionId }: InEdition,
): Promise<{ items: ParticipantCount[] }> {
  const { input, participants } = await loadPlanning(context, { editionId })
  const { planned } = await loadContacts(context.scope, context.db, { editionId })
  const known = new Map(participants.map((participant) => [participant.participantId, participant]))
  const items = figuresOf(input, planned).map(({ participant, class: className, counts, key }) => ({
    participantId: participant,
    participant: known.get(participant)?.name ?? '',
    class: className,
    withdrawn: known.get(participant)?.withdrawnAt !== null,
    counts,
    key,
  }))
  return {
    items: items.toSorted((a, b) => a.participant.localeCompare(b.participant, 'nb', { numeric: true })),
  }
}

/** @throws AppError not-found */
export async function readRevision(
  context: Context,
  { editionId, revision }: InEdition & { readonly revision: number },
): Promise<Plan['revisions'][number] & { items: PlanMove[] }> {
  const { revisions } = await loadPlanning(context, { editionId })
  const one = revisions.find((known) => known.revision === revision)
  const moves = await findMoves(context.scope, context.db, { editionId, revision })
  if (!one || !moves) throw new AppError('not-found')
  return { ...toRevision(one), items: [...moves] }
}
