/** What-ifs: set up, changed, run and removed. */
import { addDays, mondayOf } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { listQueues } from '../../traffic/index.ts'
import type { Basis, ComparisonView, WhatIfList, WhatIfView } from '../contract.ts'
import type { Experience } from '../rules/scenario.ts'
import { learnExperience } from '../rules/what-if/learn-experience.ts'
import { leversAtRest } from '../rules/what-if/levers.ts'
import { usualAssumptions } from '../rules/what-if/usual.ts'
import { listRated } from '../store/base-store.ts'
import {
  deleteWhatIf,
  findResult,
  findWhatIf,
  insertWhatIf,
  listWhatIfs,
  setJob,
  updateWhatIf,
  type WhatIfFields,
} from '../store/what-if-store.ts'
import { readBase } from './read-base.ts'

export const simulateJob = 'simulation.run'
export type SimulatePayload = {
  readonly organisationId: string
  readonly personId: string
  readonly whatIfId: string
}

const usualReplications = 40
/** Contacts of the last year that have both a wait and a rating. */
const ratedDays = 365
const mostRated = 20_000

export async function readWhatIfs({ scope, db, now }: Context): Promise<WhatIfList> {
  const today = toLocal(now).date
  const queues = await listQueues(scope, db)
  return {
    items: (await listWhatIfs(scope, db)).map(({ whatIfId, name, from, days }) => ({
      whatIfId,
      name,
      from,
      days,
    })),
    queues: queues.map(({ id, name, kind }) => ({ id, name, kind })),
    suggested: { from: addDays(mondayOf(today), 7), days: 5 },
  }
}

export async function createWhatIf(
  context: Context,
  { name, from, days }: Pick<WhatIfFields, 'name' | 'from' | 'days'>,
): Promise<{ whatIfId: string }> {
  const { scope, db, now } = context
  const calls = (await listQueues(scope, db)).find(({ kind }) => kind === 'calls')
  const whatIfId = newId(now.getTime())
  const fields: WhatIfFields = {
    name,
    from,
    days,
    seed: 1,
    replications: usualReplications,
    assumptions: { ...usualAssumptions, satisfaction: await satisfactionOf(context) },
    plans: [
      { name: 'A', ...leversAtRest },
      { name: 'B', ...leversAtRest, people: calls ? { [calls.id]: 1 } : {} },
    ],
  }
  await inTransaction(db, async (trx) => {
    await insertWhatIf(scope, trx, { whatIfId, fields, now })
    await recordAudit(
      context,
      { action: 'whatIf.created', subject: { kind: 'whatIf', id: whatIfId }, detail: { name } },
      trx,
    )
  })
  return { whatIfId }
}

/** The centre's own where it can be learned. */
async function satisfactionOf({ scope, db, now }: Context): Promise<Experience> {
  const since = addDays(toLocal(now).date, -ratedDays)
  const rated = await listRated(scope, db, { since, most: mostRated })
  const { satisfaction } = usualAssumptions
  const learned = learnExperience(rated, satisfaction.unanswered)
  return learned ? { ...learned, source: 'own-contacts' } : satisfaction
}

/** @throws AppError not-found */
export async function readWhatIf({ scope, db }: Context, whatIfId: string): Promise<WhatIfView> {
  const found = await findWhatIf(scope, db, whatIfId)
  if (!found) throw new AppError('not-found')
  const { changedAt, ...fields } = found
  const kept = await findResult(scope, db, whatIfId)
  return {
    ...(fields as Omit<WhatIfView, 'changedAt' | 'result'>),
    changedAt: changedAt.toISOString(),
    result: kept
      ? {
          madeAt: kept.madeAt.toISOString(),
          isOld: kept.changedAt.getTime() !== changedAt.getTime(),
          version: kept.version,
          seed: kept.seed,
          replications: kept.replications,
          basis: kept.basis as Basis,
          comparison: kept.result as ComparisonView,
        }
      : null,
  }
}

/** @throws AppError not-found · invalid-input for curves whose seconds do not rise, or times that end before they begin */
export async function saveWhatIf(
  context: Context,
  { whatIfId, ...fields }: WhatIfFields & { readonly whatIfId: string },
): Promise<Record<string, never>> {
  const { scope, db, now } = context
  const issues = [
    ...curveIssues(fields.assumptions.satisfaction, 'assumptions.satisfaction'),
    ...curveIssues(fields.assumptions.measuredScore, 'assumptions.measuredScore'),
    ...fields.plans.flatMap(({ peopleFrom, peopleTo, openFrom, openTo }, at) => [
      ...backwards(peopleFrom, peopleTo, `plans.${at}.peopleTo`),
      ...backwards(openFrom, openTo, `plans.${at}.openTo`),
    ]),
  ]
  if (issues.length > 0) throw new AppError('invalid-input', {}, issues)
  await inTransaction(db, async (trx) => {
    if (!(await updateWhatIf(scope, trx, { whatIfId, fields, now }))) throw new AppError('not-found')
    await recordAudit(
      context,
      { action: 'whatIf.changed', subject: { kind: 'whatIf', id: whatIfId }, detail: { name: fields.name } },
      trx,
    )
  })
  return {}
}

const curveIssues = ({ points }: Experience, path: string) =>
  points
    .slice(1)
    .flatMap(({ seconds }, at) =>
      seconds > points[at]!.seconds
        ? []
        : [{ code: 'not-rising', path: `${path}.points.${at + 1}.seconds`, value: String(seconds) }],
    )

const backwards = (from: string | null, to: string | null, path: string) =>
  from !== null && to !== null && to <= from ? [{ code: 'ends-before-it-begins', path, value: to }] : []

/** @throws AppError not-found · what-if-empty */
export async function runWhatIf(context: Context, whatIfId: string): Promise<{ jobId: string }> {
  const { scope, db, jobs } = context
  const found = await findWhatIf(scope, db, whatIfId)
  if (!found) throw new AppError('not-found')
  // Refused now rather than by work that fails later.
  await readBase(context, found)
  const { organisationId, personId } = scope
  const payload: SimulatePayload = { organisationId, personId, whatIfId }
  const jobId = await jobs.send(simulateJob, payload, { organisationId, retryLimit: 0 })
  await setJob(scope, db, { whatIfId, jobId })
  return { jobId }
}

/** @throws AppError not-found */
export async function removeWhatIf(context: Context, whatIfId: string): Promise<Record<string, never>> {
  const { scope, db } = context
  await inTransaction(db, async (trx) => {
    if (!(await deleteWhatIf(scope, trx, whatIfId))) throw new AppError('not-found')
    await recordAudit(context, { action: 'whatIf.removed', subject: { kind: 'whatIf', id: whatIfId } }, trx)
  })
  return {}
}
