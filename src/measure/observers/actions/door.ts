/** What other features ask about observers: whom the planner may use and when, and who may begin a contact. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Context, Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import { nameKey } from '../../planning/rules/plan-input.ts'
import type { DayHours } from '../contract.ts'
import { briefingStateOf } from '../rules/briefing-result.ts'
import { listAttempts } from '../store/briefing-store.ts'
import { endConflicts, insertConflicts, listConflicts, listQualifications } from '../store/conflict-store.ts'
import { findOwnObserver } from '../store/person-store.ts'
import { listProfiles } from '../store/profile-store.ts'
import { briefingTestOf, toAttempt } from './views.ts'

export type ObserverLimits = {
  readonly customerOf: readonly string[]
  /** Names of others that the observer must not meet. */
  readonly conflicts: readonly string[]
  /** Undefined: all of them. */
  readonly channels: readonly ChannelId[] | undefined
  /** Undefined: every weekday at any time. */
  readonly hours: readonly DayHours[] | undefined
  /** Gets no contacts until qualified again. */
  readonly suspended: boolean
}

const unlimited: ObserverLimits = {
  customerOf: [],
  conflicts: [],
  channels: undefined,
  hours: undefined,
  suspended: false,
}

/** The limits of every observer, asked by id. */
export async function observerLimits(scope: Scope, db: Db): Promise<(observerId: string) => ObserverLimits> {
  const profiles = await listProfiles(scope, db)
  const qualifications = await listQualifications(scope, db)
  const conflicts = Map.groupBy(
    await listConflicts(scope, db, { inForce: true }),
    ({ observerId }) => observerId,
  )
  return (observerId) => {
    const { channels = [], hours = [] } = profiles.get(observerId) ?? {}
    const [customers, others] = partition(conflicts.get(observerId) ?? [], ({ kind }) => kind === 'customer')
    const names = (list: typeof customers) => [...new Set(list.map(({ participant }) => participant))]
    return {
      ...unlimited,
      customerOf: names(customers),
      conflicts: names(others),
      ...(channels.length > 0 ? { channels } : {}),
      ...(hours.length > 0 ? { hours } : {}),
      suspended: qualifications.get(observerId)?.[0]?.status === 'suspended',
    }
  }
}

function partition<Item>(
  items: readonly Item[],
  belongs: (item: Item) => boolean,
): readonly [Item[], Item[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}

/** Makes the customer relations exactly these: new ones begin, those that are gone end; others stay as they are. */
export async function setCustomers(
  scope: Scope,
  trx: Db,
  given: { readonly observerId: string; readonly customerOf: readonly string[]; readonly now: Date },
): Promise<void> {
  const { observerId, now } = given
  const wanted = new Map(given.customerOf.map((name) => [nameKey(name), name]))
  const known = (await listConflicts(scope, trx, { inForce: true, observerId })).filter(
    ({ kind }) => kind === 'customer',
  )
  const gone = known.filter(({ participant }) => !wanted.has(nameKey(participant)))
  for (const { participant } of known) wanted.delete(nameKey(participant))
  const conflictIds = gone.map(({ conflictId }) => conflictId)
  await endConflicts(scope, trx, { observerId, conflictIds, now })
  const conflicts = [...wanted.values()].map((participant) => ({
    conflictId: newId(now.getTime()),
    observerId,
    participant,
    kind: 'customer' as const,
    note: '',
  }))
  await insertConflicts(scope, trx, { conflicts, now })
}

type Beginning = {
  readonly editionId: string
  readonly participant: string
  /** When the attempt began; undefined: it is about to. */
  readonly at?: Date
}

/**
 * Refuses that the signed-in observer begins a contact without having passed the briefing test where the edition
 * demands it, or with somebody towards whom he or she is not impartial. What was begun before the demand was made,
 * or before the conflict was told, has happened and is kept.
 *
 * @throws AppError briefing-not-passed · partial-observer
 */
export async function refuseUnfit(
  context: Pick<Context, 'scope' | 'now'>,
  trx: Db,
  { editionId, participant, at = context.now }: Beginning,
): Promise<void> {
  const { scope } = context
  const observer = await findOwnObserver(scope, trx)
  if (!observer) return
  const { observerId } = observer
  const partial = (await listConflicts(scope, trx, { inForce: true, observerId })).find(
    (one) => nameKey(one.participant) === nameKey(participant) && one.declaredAt <= at,
  )
  if (partial) throw new AppError('partial-observer', { kind: partial.kind })
  const test = await briefingTestOf({ scope, db: trx }, editionId, trx)
  if (!test.required || (test.savedAt && test.savedAt > at)) return
  const attempts = await listAttempts(scope, trx, { editionId, observerId })
  if (briefingStateOf(attempts.map(toAttempt)) !== 'passed')
    throw new AppError('briefing-not-passed', { editionId })
}
