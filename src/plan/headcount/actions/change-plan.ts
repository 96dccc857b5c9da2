/** What the planner says of people, assumptions and need. */
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { Hire } from '../contract.ts'
import type { Assumptions } from '../rules/assumptions.ts'
import type { Cohort } from '../rules/tenure.ts'
import { type OwnNeed, replaceNeeds, replacePeople, saveSetting } from '../store/headcount-store.ts'
import { onlySaid, readKnownSetting } from './read-setting.ts'

type Done = Record<string, never>

export async function saveAssumptions(
  context: Context,
  said: { readonly assumptions: Assumptions; readonly occupancy: number | null },
): Promise<Done> {
  const { scope, now } = context
  return changing(context, 'assumed', async (trx) => {
    const known = await readKnownSetting({ scope, db: trx }, toLocal(now).date)
    await saveSetting(scope, trx, { ...said, assumptions: onlySaid(said.assumptions, known), now })
  })
}

/** @throws AppError invalid-input when somebody who is here begins later, or when there are more than can be meant */
export async function savePeople(
  context: Context,
  people: { readonly cohorts: readonly Cohort[]; readonly hires: readonly Hire[] },
): Promise<Done> {
  const today = toLocal(context.now).date
  const issues = people.cohorts.flatMap(({ startedOn }, at) =>
    startedOn > today ? [{ code: 'in-future', path: `cohorts.${at}.startedOn` }] : [],
  )
  if (issues.length > 0) throw new AppError('invalid-input', {}, issues)
  return changing(context, 'counted', (trx) => replacePeople(context.scope, trx, people))
}

/** @throws AppError invalid-input when a month comes twice or its bounds are the wrong way round */
export async function saveNeeds(
  context: Context,
  { needs }: { readonly needs: readonly OwnNeed[] },
): Promise<Done> {
  const issues = needs.flatMap(({ month, people, low, high }, at) => {
    const twice = needs.findIndex((each) => each.month === month) < at
    return twice || !(low <= people && people <= high) ? [{ code: 'order', path: `needs.${at}` }] : []
  })
  if (issues.length > 0) throw new AppError('invalid-input', {}, issues)
  return changing(context, 'needed', (trx) => replaceNeeds(context.scope, trx, needs))
}

async function changing(
  context: Context,
  what: 'assumed' | 'counted' | 'needed',
  save: (trx: Db) => Promise<void>,
): Promise<Done> {
  const subject = { kind: 'organisation', id: context.scope.organisationId }
  await inTransaction(context.db, async (trx) => {
    await save(trx)
    await recordAudit(context, { action: `headcount.${what}`, subject }, trx)
  })
  return {}
}
