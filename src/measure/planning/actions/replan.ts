/** Changing a plan half-way: shown first, then carried out exactly as it was shown. */
import { createHash } from 'node:crypto'
import { toEpochDay } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { type StoredParticipant, updateParticipant } from '../../participants/index.ts'
import { withoutBlanks } from '../../participants/rules/settled-channels.ts'
import { unusableWays } from '../../participants/rules/unusable-ways.ts'
import type { PlanChanges, ReplanPreview } from '../contract.ts'
import { type Amendments, amend, amendedMethod } from '../rules/amendments.ts'
import type { PlannedContact } from '../rules/plan-input.ts'
import type { PlanChange } from '../rules/replan/changes.ts'
import type { Move } from '../rules/replan/moves.ts'
import { type Replan, replan } from '../rules/replan/replan.ts'
import { appendLog, cancelContacts, insertContacts, moveContacts } from '../store/contact-store.ts'
import { insertRevision } from '../store/plan-store.ts'
import { loadContacts, loadPlanning, toPlanParticipant } from './load-planning.ts'

type Request = { readonly editionId: string; readonly changes: PlanChanges }

type Worked = {
  readonly result: Replan
  readonly token: string
  readonly amendments: Amendments
  readonly revision: number
  readonly idOf: ReadonlyMap<number, string>
}

/** @throws AppError not-found · edition-state after the fieldwork · plan-missing */
export async function previewReplan(context: Context, request: Request): Promise<ReplanPreview> {
  const { result, token } = await workOut(context, request)
  return { moves: [...result.moves], fairness: result.fairness, token }
}

/** @throws AppError as the preview, and plan-changed when it would no longer move the same */
export async function applyReplan(
  context: Context,
  { reason, token, ...request }: Request & { readonly reason: string; readonly token: string },
): Promise<{ revision: number; moves: number }> {
  return inTransaction(context.db, async (trx) => {
    const worked = await workOut({ ...context, db: trx }, request)
    if (worked.token !== token) throw new AppError('plan-changed')
    const { revision, amendments, result } = worked
    await settleChannels(context, trx, { ...request, reason })
    await carryOut(context, trx, { ...worked, editionId: request.editionId, reason })
    await insertRevision(context.scope, trx, {
      editionId: request.editionId,
      revision,
      now: context.now,
      seed: seedOf(revision),
      reason,
      fairness: result.fairness,
      moves: result.moves,
      amendments,
    })
    const detail = { revision, reason, moves: result.moves.length, changes: request.changes }
    const subject = { kind: 'edition', id: request.editionId }
    await recordAudit(context, { action: 'plan.changed', subject, detail }, trx)
    return { revision, moves: result.moves.length }
  })
}

async function workOut(context: Context, { editionId, changes }: Request): Promise<Worked> {
  const planning = await loadPlanning(context, { editionId })
  const { edition, revisions, input, participants } = planning
  if (edition.state === 'review' || edition.state === 'published')
    throw new AppError('edition-state', { from: edition.state, to: 'fieldwork' })
  const { planned, idOf } = await loadContacts(context.scope, context.db, { editionId })
  if (planned.length === 0) throw new AppError('plan-missing')
  refuseLongerThanSeason(changes, edition.method.calendar.start)
  const today = toLocal(context.now).date
  const having = new Set(planned.map(({ participant }) => participant))
  const newcomers = input.participants.filter(({ id, withdrawn }) => !having.has(id) && !withdrawn)
  const amendments = amend(planning.amendments, changes, {
    newcomers: today < edition.method.calendar.start ? [] : newcomers.map(({ id }) => id),
    today,
  })
  const now = {
    method: amendedMethod(edition.method, amendments),
    observers: input.observers,
    participants: withChannels(participants, changes.channels, context.now).map((participant) =>
      toPlanParticipant(participant, amendments),
    ),
  }
  const revision = (revisions[0]?.revision ?? 0) + 1
  const seed = seedOf(revision)
  const result = replan({ ...now, seed }, planned, changesOf(changes, now.observers), { today, seed })
  const seen = { moves: result.moves, amendments, revision, channels: changes.channels }
  const token = createHash('sha256').update(JSON.stringify(seen)).digest('hex')
  return { result, amendments, revision, idOf, token }
}

type ChannelChanges = PlanChanges['channels']

function withChannels(
  participants: readonly StoredParticipant[],
  changed: ChannelChanges,
  now: Date,
): readonly StoredParticipant[] {
  const known = new Set(participants.map(({ participantId }) => participantId))
  if (changed?.some(({ participantId }) => !known.has(participantId))) throw new AppError('not-found')
  const unusable = changed?.flatMap(({ channels }) => unusableWays(withoutBlanks(channels))) ?? []
  if (unusable.length > 0) throw new AppError('invalid-input', {}, unusable)
  const channelsOf = new Map(
    changed?.map(({ participantId, channels }) => [participantId, withoutBlanks(channels)]),
  )
  return participants.map((participant) => {
    const channels = channelsOf.get(participant.participantId)
    return channels ? { ...participant, channels, confirmedAt: now } : participant
  })
}

/** Channels are frozen once there is a plan; this is the way in which they change all the same. */
async function settleChannels(
  context: Context,
  trx: Db,
  { editionId, changes, reason }: Request & { readonly reason: string },
): Promise<void> {
  const { scope, now } = context
  const confirmation = { by: scope.personId, note: reason }
  for (const changed of changes.channels ?? []) {
    const { participantId } = changed
    const channels = withoutBlanks(changed.channels)
    await updateParticipant(scope, trx, { editionId, participantId, now, channels, confirmation })
    const subject = { kind: 'participant', id: participantId }
    const detail = { channels, note: reason }
    await recordAudit(context, { action: 'participant.channelsChanged', subject, detail }, trx)
  }
}

/** Input is read as it is now, so all that is left to say is that it may have changed. */
function changesOf({ overdue }: PlanChanges, observers: Replan['input']['observers']): PlanChange[] {
  const asItIsNow: PlanChange = { kind: 'observersChanged', observers }
  return overdue ? [asItIsNow, { kind: 'overdueMoved' }] : [asItIsNow]
}

function refuseLongerThanSeason({ pause }: PlanChanges, start: string): void {
  if (!pause) return
  const days = toEpochDay(pause.to) - toEpochDay(pause.from)
  const issue = { code: 'pause-outside-season', path: 'changes.pause' }
  if (days > 400 || pause.to < start) throw new AppError('invalid-input', { issues: 1 }, [issue])
}

/** A revision has a seed of its own, so that showing and carrying out draw the same numbers. */
function seedOf(revision: number): string {
  return `revision-${revision}`
}

type CarryingOut = Worked & { readonly editionId: string; readonly reason: string }

async function carryOut(
  { scope, now }: Context,
  trx: Db,
  { result, idOf, editionId, reason }: CarryingOut,
): Promise<void> {
  const placeOf = new Map(result.contacts.map((contact) => [contact.number, contact]))
  const known = ({ number }: Move) => ({ contactId: idOf.get(number)!, planned: placeOf.get(number)! })
  const moved = result.moves.filter(({ before, after }) => before && after)
  const gone = result.moves.filter(({ after }) => after === null)
  const added = result.moves.flatMap((move): PlannedContact[] =>
    move.before === null ? [placeOf.get(move.number)!] : [],
  )
  const touched = await moveContacts(scope, trx, { editionId, now, moved: moved.map(known) })
  const contactIds = gone.map(({ number }) => idOf.get(number)!)
  const cancelled = await cancelContacts(scope, trx, { editionId, now, contactIds, reason })
  if (touched !== moved.length || cancelled !== gone.length) throw new AppError('plan-changed')
  await insertContacts(scope, trx, { editionId, now, contacts: renumbered(added, idOf) })
  await appendLog(scope, trx, {
    editionId,
    at: now,
    lines: moved.map(({ number, before, after, reason: why }) => ({
      contactId: idOf.get(number)!,
      kind: 'moved',
      detail: { why, note: reason, before, after },
    })),
  })
  await appendLog(scope, trx, {
    editionId,
    at: new Date(now.getTime() + 1),
    lines: moved.flatMap(({ number, before, after }) =>
      after!.observer === null || after!.observer === before!.observer
        ? []
        : [
            {
              contactId: idOf.get(number)!,
              kind: 'assigned' as const,
              detail: { observer: after!.observer },
            },
          ],
    ),
  })
  await appendLog(scope, trx, {
    editionId,
    at: now,
    lines: contactIds.map((contactId) => ({ contactId, kind: 'excluded', detail: { reason, by: 'plan' } })),
  })
}

/** Numbers of contacts that were taken out earlier are not used again. */
function renumbered(added: readonly PlannedContact[], idOf: ReadonlyMap<number, string>): PlannedContact[] {
  const highest = Math.max(0, ...idOf.keys())
  return added.map((contact, index) => ({ ...contact, number: highest + 1 + index }))
}
