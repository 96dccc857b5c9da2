/** Scenarios side by side, each through the flow of contacts and the flow of people. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { writeCsv } from '../../../platform/files/write-csv.ts'
import { readWork } from '../../flow/index.ts'
import type { ScenarioLevers, ScenarioResult, Scenarios } from '../contract.ts'
import { productiveHours } from '../rules/assumptions.ts'
import { planHiring } from '../rules/hiring-plan.ts'
import { peopleFlow } from '../rules/people-flow.ts'
import {
  assumptionsOf,
  leversAtRest,
  moneyOf,
  needsOf,
  type WorkAnswer,
  type WorkQueue,
  workOf,
} from '../rules/scenario.ts'
import { deleteScenario, insertScenario, listScenarios } from '../store/headcount-store.ts'
import { monthsAhead, readInputs } from './read-plan.ts'

/** When nobody has said anything of self-service: nobody tries it, so that moving its lever does nothing. */
const noSelfService = { tried: 0, settled: 0, givenUp: 0 }

export async function readScenarios(context: Context): Promise<Scenarios> {
  const { scope, db } = context
  const inputs = await readInputs(context)
  const { works } = inputs
  const queues = works.queues
    .filter(({ offered, workSeconds }) => offered > 0 && workSeconds !== null)
    .map((queue): WorkQueue => ({ ...queue, workSeconds: queue.workSeconds! }))
  const selfService = works.selfService ?? noSelfService
  const kept = await listScenarios(scope, db)
  const base = { scenarioId: null, name: '', levers: leversAtRest }
  const results = [base, ...kept].map((one) => resultOf(one, { inputs, queues, selfService }))
  return {
    hasPeople: inputs.input.cohorts.length + inputs.input.hires.length > 0,
    results,
    queues: queues.map(({ id, name }) => ({ id, name })),
    monthsAhead,
  }
}

type One = {
  readonly scenarioId: string | null
  readonly name: string
  readonly levers: ScenarioResult['levers']
}
type World = {
  readonly inputs: Awaited<ReturnType<typeof readInputs>>
  readonly queues: readonly WorkQueue[]
  readonly selfService: typeof noSelfService
}

function resultOf(one: One, { inputs, queues, selfService }: World): ScenarioResult {
  const { input, months, needs, setting } = inputs
  const hours = hoursOf(queues, setting.occupancy)
  const work: WorkAnswer =
    queues.length === 0 ? unknownWork : workOf(queues, one.levers, { hours, selfService })
  if (!work.ok)
    return {
      ...one,
      refusal: work.refusal.kind,
      contacts: [],
      factor: 1,
      money: null,
      firstAdvertiseBy: null,
      months: [],
    }
  const { factor, contacts } = work.change
  const changed = needsOf(needs, months, { factor, growth: one.levers.growth })
  const assumptions = assumptionsOf(setting.assumptions, one.levers)
  const plan = planHiring({ ...input, assumptions }, months, changed)
  const proposed = plan.proposals.map(({ startBy, people }) => ({ startedOn: startBy, people }))
  const flow = peopleFlow({ ...input, assumptions, hires: [...input.hires, ...proposed] }, months)
  return {
    ...one,
    refusal: null,
    contacts: [...contacts],
    factor,
    money: moneyOf(
      plan,
      flow.map(({ start, end }) => (start + end) / 2),
      assumptions,
    ),
    firstAdvertiseBy: plan.proposals.map(({ advertiseBy }) => advertiseBy).toSorted()[0] ?? null,
    months: flow.map(({ month, have }) => {
      const need = changed.get(month)
      return { month, have, need: need ?? null }
    }),
  }
}

/** Without traffic the levers of people and growth work all the same. */
const unknownWork: WorkAnswer = {
  ok: true,
  change: { contacts: [], workBefore: 0, workAfter: 0, factor: 1 },
}

const hoursOf = (queues: readonly WorkQueue[], occupancy: number): number =>
  queues.reduce(
    (sum, { offered, pAbandon, workSeconds }) => sum + (offered * (1 - pAbandon) * workSeconds) / 3600,
    0,
  ) / occupancy

/** @throws AppError not-found for a queue that is not there */
export async function addScenario(
  context: Context,
  { name, levers }: { readonly name: string; readonly levers: ScenarioLevers },
): Promise<{ scenarioId: string }> {
  const { scope, db, now } = context
  const named = [levers.shiftFrom, levers.shiftTo].filter((id) => id !== null)
  if (named.length > 0) {
    const { queues } = await readWork(context)
    if (named.some((id) => !queues.some((queue) => queue.id === id))) throw new AppError('not-found')
  }
  const scenarioId = newId(now.getTime())
  await inTransaction(db, async (trx) => {
    await insertScenario(scope, trx, { scenarioId, name, levers, now })
    const subject = { kind: 'scenario', id: scenarioId }
    await recordAudit(context, { action: 'headcount.scenario-added', subject }, trx)
  })
  return { scenarioId }
}

/** @throws AppError not-found */
export async function removeScenario(
  context: Context,
  { scenarioId }: { readonly scenarioId: string },
): Promise<Record<string, never>> {
  return inTransaction(context.db, async (trx) => {
    if (!(await deleteScenario(context.scope, trx, scenarioId))) throw new AppError('not-found')
    const subject = { kind: 'scenario', id: scenarioId }
    await recordAudit(context, { action: 'headcount.scenario-removed', subject }, trx)
    return {}
  })
}

export async function exportScenarios(context: Context): Promise<File> {
  const { results } = await readScenarios(context)
  const { setting } = await readInputs(context)
  const levers = Object.keys(leversAtRest) as (keyof typeof leversAtRest)[]
  const header = [
    'scenario',
    ...levers,
    'contacts_before',
    'contacts_after',
    'need',
    'people',
    'hires',
    'wages',
    'hiring',
    'total',
    'short_months',
    'advertise_by',
    'hours_per_person',
  ]
  const rows = results.map((each) => [
    each.scenarioId === null ? 'as-is' : each.name,
    ...levers.map((name) => each.levers[name]),
    each.contacts.reduce((sum, { before }) => sum + before, 0),
    each.contacts.reduce((sum, { after }) => sum + after, 0),
    each.money?.need ?? null,
    each.money?.people ?? null,
    each.money?.hires ?? null,
    each.money?.wages ?? null,
    each.money?.hiring ?? null,
    each.money?.total ?? null,
    each.money?.shortMonths ?? null,
    each.firstAdvertiseBy,
    productiveHours(setting.assumptions),
  ])
  const text = writeCsv([header, ...rows], { byteOrderMark: true })
  return new File([text], 'scenarios.csv', { type: 'text/csv; charset=utf-8' })
}
