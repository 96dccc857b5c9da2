/** Everything that an observer may see about him- or herself. */
import type { Context } from '../../../organisation/index.ts'
import type { MyEdition } from '../contract.ts'
import { briefingStateOf } from '../rules/briefing-result.ts'
import { earningsOf } from '../rules/earnings.ts'
import { listAttempts } from '../store/briefing-store.ts'
import { listConflicts } from '../store/conflict-store.ts'
import { listOwnEditions } from '../store/own-edition-store.ts'
import { findOwnObserver, listParticipantNames, listPersonNames } from '../store/person-store.ts'
import { listAbsences, listProfiles } from '../store/profile-store.ts'
import { loadMoney } from './money.ts'
import { briefingTestOf, gradesOf, toAttempt, toConflict } from './views.ts'

/** Null for a person whom nobody has tied to an observer yet. */
export async function readMine(context: Context) {
  const { scope, db } = context
  const own = await findOwnObserver(scope, db)
  if (!own) return { observer: null }
  const { observerId, name, contactsPerWeek } = own
  const profile = (await listProfiles(scope, db)).get(observerId)
  const absences = (await listAbsences(scope, db)).get(observerId) ?? []
  const names = await listPersonNames(scope, db)
  const conflicts = await listConflicts(scope, db, { inForce: true, observerId })
  const editions: MyEdition[] = []
  for (const edition of await listOwnEditions(scope, db, observerId))
    editions.push(await myEdition(context, observerId, edition))
  return {
    observer: {
      name,
      contactsPerWeek,
      region: profile?.region ?? '',
      languages: [...(profile?.languages ?? [])],
      channels: [...(profile?.channels ?? [])],
      hours: [...(profile?.hours ?? [])],
      absences: [...absences],
      conflicts: conflicts.map((conflict) => toConflict(conflict, names)),
      editions,
      participants: [...(await listParticipantNames(scope, db))],
    },
  }
}

async function myEdition(
  context: Context,
  observerId: string,
  { editionId, edition }: { readonly editionId: string; readonly edition: string },
): Promise<MyEdition> {
  const { scope, db } = context
  const { required, passMark } = await briefingTestOf(context, editionId)
  const attempts = await listAttempts(scope, db, { editionId, observerId })
  const { lines } = await loadMoney(context, { editionId, observerId })
  return {
    editionId,
    edition,
    briefing: { state: briefingStateOf(attempts.map(toAttempt)), required, passMark },
    grade: (await gradesOf(context, editionId))(observerId),
    earnings: earningsOf(lines),
    lines: [...lines],
  }
}
