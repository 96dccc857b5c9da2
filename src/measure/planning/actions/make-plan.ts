/** Making an edition's plan: asked for by a person, made as a job, stored whole or not at all. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { MadePlan } from '../plan-thread.ts'
import type { PlanInput } from '../rules/plan-input.ts'
import { countContacts, insertContacts, removeContacts } from '../store/contact-store.ts'
import { insertRevision } from '../store/plan-store.ts'
import { loadPlanning, type Planning } from './load-planning.ts'

export const planJob = 'planning.make'

export type PlanPayload = {
  readonly organisationId: string
  readonly personId: string
  readonly editionId: string
  readonly seed: string
}

type Request = { readonly editionId: string; readonly seed?: string | undefined }

/**
 * @throws AppError not-found · edition-state after the fieldwork · plan-started once a contact has been tried ·
 * plan-needs with what is missing: `participants` with settled channels, or `observers`
 */
export async function startPlan(context: Context, { editionId, seed }: Request): Promise<{ jobId: string }> {
  const { scope, db, jobs } = context
  refuseUnready(await loadPlanning(context, { editionId }))
  await refuseStarted(context, db, editionId)
  const { organisationId, personId } = scope
  const payload: PlanPayload = { organisationId, personId, editionId, seed: seed ?? newId() }
  return { jobId: await jobs.send(planJob, payload, { organisationId }) }
}

function refuseUnready({ edition, input }: Planning): void {
  if (edition.state === 'review' || edition.state === 'published')
    throw new AppError('edition-state', { from: edition.state, to: 'preparing' })
  if (!input.participants.some(({ channels, withdrawn }) => channels.length > 0 && !withdrawn))
    throw new AppError('plan-needs', { what: 'participants' })
  if (input.observers.length === 0) throw new AppError('plan-needs', { what: 'observers' })
}

async function refuseStarted({ scope }: Pick<Context, 'scope'>, db: Db, editionId: string): Promise<void> {
  const { started } = await countContacts(scope, db, { editionId })
  if (started > 0) throw new AppError('plan-started', { contacts: started })
}

export type PlanWork = {
  /** The planner itself, wherever it runs. */
  readonly make: (input: PlanInput) => Promise<MadePlan>
  readonly progress: (fraction: number) => void
}

/** What the job does. What has changed since it was asked for is seen; what was refused then is refused now. */
export async function carryOutPlan(
  context: Pick<Context, 'scope' | 'db' | 'now' | 'requestId'>,
  { editionId, seed }: { readonly editionId: string; readonly seed: string },
  { make, progress }: PlanWork,
): Promise<{ contacts: number; clean: boolean }> {
  const planning = await loadPlanning(context, { editionId })
  refuseUnready(planning)
  const { contacts, fairness } = await make({ ...planning.input, seed })
  progress(0.4)
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await refuseStarted(context, trx, editionId)
    await removeContacts(scope, trx, { editionId })
    await insertContacts(scope, trx, {
      editionId,
      now,
      contacts,
      onProgress: (done) => progress(0.4 + (0.6 * done) / contacts.length),
    })
    const revision = (planning.revisions[0]?.revision ?? 0) + 1
    const { amendments } = planning
    await insertRevision(scope, trx, {
      editionId,
      revision,
      now,
      seed,
      reason: '',
      fairness,
      moves: [],
      amendments,
    })
    await recordAudit(
      context,
      {
        action: 'plan.made',
        subject: { kind: 'edition', id: editionId },
        detail: { revision, seed, contacts: contacts.length, broken: fairness.findings.length },
      },
      trx,
    )
  })
  return { contacts: contacts.length, clean: fairness.clean }
}
