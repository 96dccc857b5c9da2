/** The observers as the organiser sees them in an edition. */
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { OneObserver, PoolObserver } from '../contract.ts'
import { briefingStateOf } from '../rules/briefing-result.ts'
import { contactsInConflict } from '../rules/conflict-contacts.ts'
import { earningsOf } from '../rules/earnings.ts'
import { listAttempts } from '../store/briefing-store.ts'
import { listConflicts, listQualifications } from '../store/conflict-store.ts'
import { listKnownObservers, listParticipantNames, listPersonNames } from '../store/person-store.ts'
import { listAbsences, listProfiles } from '../store/profile-store.ts'
import { listHeld } from '../store/record-store.ts'
import { loadMoney } from './money.ts'
import { briefingTestOf, gradesOf, toAttempt, toConflict, toQualification } from './views.ts'

type InEdition = { readonly editionId: string }

/** @throws AppError not-found */
export async function readPool(context: Context, { editionId }: InEdition) {
  const { scope, db } = context
  const { required, passMark } = await briefingTestOf(context, editionId)
  return {
    items: await poolOf(context, editionId),
    briefing: { required, passMark },
    participants: [...(await listParticipantNames(scope, db, editionId))],
  }
}

async function poolOf(context: Context, editionId: string): Promise<PoolObserver[]> {
  const { scope, db, now } = context
  const today = toLocal(now).date
  const names = await listPersonNames(scope, db)
  const profiles = await listProfiles(scope, db)
  const absences = await listAbsences(scope, db)
  const qualifications = await listQualifications(scope, db)
  const conflicts = Map.groupBy(
    await listConflicts(scope, db, { inForce: true }),
    ({ observerId }) => observerId,
  )
  const attempts = Map.groupBy(await listAttempts(scope, db, { editionId }), ({ observerId }) => observerId)
  const held = await listHeld(scope, db, editionId)
  const heldBy = Map.groupBy(held, ({ observerId }) => observerId)
  const gradeFor = await gradesOf(context, editionId)
  return (await listKnownObservers(scope, db)).map(({ observerId, name, active, email, contactsPerWeek }) => {
    const profile = profiles.get(observerId)
    const qualification = qualifications.get(observerId)?.[0]
    const own = (heldBy.get(observerId) ?? []).filter(({ state }) => state !== 'excluded')
    return {
      observerId,
      name,
      active,
      signsIn: email,
      contactsPerWeek,
      region: profile?.region ?? '',
      languages: [...(profile?.languages ?? [])],
      channels: [...(profile?.channels ?? [])],
      hours: [...(profile?.hours ?? [])],
      absences: [...(absences.get(observerId) ?? [])],
      qualification: qualification ? toQualification(qualification, names) : null,
      briefing: briefingStateOf((attempts.get(observerId) ?? []).map(toAttempt)),
      conflicts: (conflicts.get(observerId) ?? []).map((conflict) => ({
        ...toConflict(conflict, names),
        ...contactsInConflict(own, conflict),
      })),
      planned: own.length,
      ahead: own.filter(({ state, date }) => (state === 'planned' || state === 'assigned') && date >= today)
        .length,
      grade: gradeFor(observerId),
    }
  })
}

/** One observer with what has been. @throws AppError not-found */
export async function readObserver(
  context: Context,
  { editionId, observerId }: InEdition & { readonly observerId: string },
): Promise<OneObserver> {
  const { scope, db } = context
  await briefingTestOf(context, editionId)
  const observer = (await poolOf(context, editionId)).find((one) => one.observerId === observerId)
  if (!observer) throw new AppError('not-found')
  const names = await listPersonNames(scope, db)
  const qualifications = (await listQualifications(scope, db)).get(observerId) ?? []
  const conflicts = await listConflicts(scope, db, { observerId })
  const attempts = await listAttempts(scope, db, { editionId, observerId })
  const { lines } = await loadMoney(context, { editionId, observerId })
  return {
    ...observer,
    qualifications: qualifications.map((one) => toQualification(one, names)),
    pastConflicts: conflicts
      .filter(({ endedAt }) => endedAt !== null)
      .map((conflict) => toConflict(conflict, names)),
    attempts: attempts.map(toAttempt),
    earnings: earningsOf(lines),
  }
}
