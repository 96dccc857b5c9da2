/** What the organiser, or the observer, keeps up to date: profile, availability, qualification, conflicts. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { nameKey } from '../../planning/rules/plan-input.ts'
import type { Availability, ConflictKind, ObserverProfile, QualificationStatus } from '../contract.ts'
import { endConflicts, insertConflicts, insertQualification, listConflicts } from '../store/conflict-store.ts'
import { findObserver, findOwnObserver, type KnownObserver } from '../store/person-store.ts'
import { replaceAbsences, saveContactsPerWeek, saveProfile } from '../store/profile-store.ts'

type OneObserver = { readonly observerId: string }

async function requireObserver({ scope }: Context, trx: Db, observerId: string): Promise<KnownObserver> {
  const observer = await findObserver(scope, trx, observerId)
  if (!observer) throw new AppError('not-found')
  return observer
}

/** @throws AppError not-found for a person whom nobody has tied to an observer */
export async function requireOwnObserver({ scope, db }: Context, trx: Db = db): Promise<KnownObserver> {
  const observer = await findOwnObserver(scope, trx)
  if (!observer) throw new AppError('not-found')
  return observer
}

type Saved = Promise<Record<string, never>>

/** @throws AppError not-found */
export async function changeProfile(
  context: Context,
  { observerId, ...profile }: OneObserver & ObserverProfile,
): Saved {
  await inTransaction(context.db, async (trx) => {
    await requireObserver(context, trx, observerId)
    await saveProfile(context.scope, trx, { observerId, now: context.now, profile })
    const subject = { kind: 'observer', id: observerId }
    await recordAudit(context, { action: 'observer.profileChanged', subject, detail: { ...profile } }, trx)
  })
  return {}
}

/** @throws AppError not-found */
export async function changeAvailability(
  context: Context,
  { observerId, ...availability }: OneObserver & Availability,
): Saved {
  await inTransaction(context.db, async (trx) => {
    await requireObserver(context, trx, observerId)
    await keepAvailability(context, trx, observerId, availability)
  })
  return {}
}

/** @throws AppError not-found for a person who is no observer */
export async function changeMyAvailability(context: Context, availability: Availability): Saved {
  await inTransaction(context.db, async (trx) => {
    const { observerId } = await requireOwnObserver(context, trx)
    await keepAvailability(context, trx, observerId, availability)
  })
  return {}
}

async function keepAvailability(
  context: Context,
  trx: Db,
  observerId: string,
  { contactsPerWeek, hours, absences }: Availability,
): Promise<void> {
  const { scope, now } = context
  await saveContactsPerWeek(scope, trx, { observerId, contactsPerWeek })
  await saveProfile(scope, trx, { observerId, now, hours })
  await replaceAbsences(scope, trx, { observerId, absences })
  const subject = { kind: 'observer', id: observerId }
  const detail = { contactsPerWeek, hours, absences: absences.length }
  await recordAudit(context, { action: 'observer.availabilityChanged', subject, detail }, trx)
}

type NewQualification = OneObserver & {
  readonly status: QualificationStatus
  readonly since: string
  readonly note: string
}

/** @throws AppError not-found */
export async function qualify(context: Context, given: NewQualification): Saved {
  const { observerId, status, since, note } = given
  const { scope, now } = context
  await inTransaction(context.db, async (trx) => {
    await requireObserver(context, trx, observerId)
    const qualificationId = newId(now.getTime())
    await insertQualification(scope, trx, { observerId, qualificationId, status, since, note, setAt: now })
    const subject = { kind: 'observer', id: observerId }
    await recordAudit(context, { action: 'observer.qualified', subject, detail: { status, since } }, trx)
  })
  return {}
}

type NewConflict = { readonly participant: string; readonly kind: ConflictKind; readonly note: string }

/** @throws AppError not-found */
export async function declareConflict(
  context: Context,
  { observerId, ...conflict }: OneObserver & NewConflict,
): Promise<{ conflictId: string }> {
  return inTransaction(context.db, async (trx) => {
    await requireObserver(context, trx, observerId)
    return noteConflict(context, trx, observerId, conflict)
  })
}

/** @throws AppError not-found for a person who is no observer */
export async function declareMyConflict(
  context: Context,
  conflict: NewConflict,
): Promise<{ conflictId: string }> {
  return inTransaction(context.db, async (trx) => {
    const { observerId } = await requireOwnObserver(context, trx)
    return noteConflict(context, trx, observerId, conflict)
  })
}

/** The same conflict told twice is one. */
async function noteConflict(context: Context, trx: Db, observerId: string, conflict: NewConflict) {
  const { scope, now } = context
  const { participant, kind, note } = conflict
  const known = (await listConflicts(scope, trx, { inForce: true, observerId })).find(
    (one) => one.kind === kind && nameKey(one.participant) === nameKey(participant),
  )
  if (known) return { conflictId: known.conflictId }
  const conflictId = newId(now.getTime())
  await insertConflicts(scope, trx, { conflicts: [{ conflictId, observerId, participant, kind, note }], now })
  const subject = { kind: 'observer', id: observerId }
  await recordAudit(
    context,
    { action: 'observer.conflictDeclared', subject, detail: { participant, kind } },
    trx,
  )
  return { conflictId }
}

/** @throws AppError not-found, also for one that has ended */
export async function endConflict(
  context: Context,
  { observerId, conflictId }: OneObserver & { readonly conflictId: string },
): Saved {
  const { scope, now } = context
  await inTransaction(context.db, async (trx) => {
    await requireObserver(context, trx, observerId)
    const ended = await endConflicts(scope, trx, { observerId, conflictIds: [conflictId], now })
    if (ended === 0) throw new AppError('not-found')
    const subject = { kind: 'observer', id: observerId }
    await recordAudit(context, { action: 'observer.conflictEnded', subject, detail: { conflictId } }, trx)
  })
  return {}
}
