/** Long work of this feature: making a plan. */
import { scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import { type Jobs, runInThread } from '../../platform/jobs/index.ts'
import { carryOutPlan, type PlanPayload, planJob } from './actions/make-plan.ts'
import type { MadePlan } from './plan-thread.ts'

const thread = new URL('./plan-thread.ts', import.meta.url)

/** Makes this process work on plans. */
export async function workOnPlans(jobs: Jobs, { db }: { readonly db: Db }): Promise<void> {
  await jobs.work<PlanPayload>(planJob, async ({ id, data, signal, progress }) => {
    const scope = await scopeOfPerson(db, data, 'job')
    if (!scope) return undefined
    const context = { scope, db, now: new Date(), requestId: id }
    return carryOutPlan(context, data, {
      make: (input) => runInThread<MadePlan>(thread, input, { signal }),
      progress,
    })
  })
}
