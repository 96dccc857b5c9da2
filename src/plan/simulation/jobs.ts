/** Long work of the simulation: a what-if's plans are lived through in a thread. */
import { scopeOfPerson } from '../../organisation/index.ts'
import { type Db, inTransaction } from '../../platform/database/index.ts'
import { type Jobs, runInThread } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log/index.ts'
import { readBase } from './actions/read-base.ts'
import { type SimulatePayload, simulateJob } from './actions/what-ifs.ts'
import type { Comparison } from './rules/compare.ts'
import { simulationVersion } from './rules/replications.ts'
import { withLevers } from './rules/what-if/levers.ts'
import { findWhatIf, saveResult } from './store/what-if-store.ts'

const thread = new URL('./simulate-thread.ts', import.meta.url)

/** Makes this process simulate. */
export async function workOnSimulations(
  jobs: Jobs,
  { db, log }: { readonly db: Db; readonly log: Log },
): Promise<void> {
  await jobs.work<SimulatePayload>(simulateJob, async ({ id, data, signal, progress }) => {
    const scope = await scopeOfPerson(db, data, 'job')
    if (!scope) return undefined
    const whatIf = await findWhatIf(scope, db, data.whatIfId)
    if (!whatIf) return undefined
    const now = new Date()
    const { from, days, assumptions, seed, replications, changedAt } = whatIf
    const context = { scope, db, now, jobs, log, requestId: id }
    const { scenario, basis } = await readBase(context, { from, days, assumptions })
    const plans = whatIf.plans.map((levers) => ({
      name: levers.name,
      scenario: withLevers(scenario, levers),
    }))
    const input = { plans, seed, replications }
    const result = await runInThread<Comparison>(thread, input, { signal, onProgress: progress })
    const made = { madeAt: now, changedAt, version: simulationVersion, seed, replications, basis, result }
    await inTransaction(db, (trx) => saveResult(scope, trx, { whatIfId: data.whatIfId, result: made }))
    return { contacts: result.contacts }
  })
}
