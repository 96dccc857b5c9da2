/** What improvements are expected to take away of each queue, and which of them the staffing reckons with. */
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { readImprovements } from '../../../understand/improvements/index.ts'
import type { AvoidableImprovement } from '../contract.ts'
import { expectedDrop, type KeptPromise, realisationOf } from '../rules/avoidable.ts'
import { type CountedImprovement, dropCounted, insertCounted, listCounted } from '../store/flow-store.ts'
import type { QueueShares } from './shares.ts'
import { readShares } from './shares.ts'
import { readWork } from './work.ts'

type Line = Awaited<ReturnType<typeof readImprovements>>['items'][number]

export async function readAvoidable(context: Context, shares: readonly QueueShares[]) {
  const { items } = await readImprovements(context, {})
  const counted = await listCounted(context.scope, context.db)
  const promises = promisesOf(items)
  const realisation = realisationOf(promises)
  const improvements = items
    .filter(({ state }) => state !== 'dropped')
    .map((line) => viewOf(line, { shares, realisation, counted, now: context.now }))
  return { improvements, counted, realisation: { share: realisation, n: promises.length } }
}

function promisesOf(items: readonly Line[]): readonly KeptPromise[] {
  return items.flatMap(({ expectedDrop: promised, effect }) =>
    promised !== null && effect?.change != null ? [{ promised, change: effect.change }] : [],
  )
}

type Seen = {
  readonly shares: readonly QueueShares[]
  readonly realisation: number
  readonly counted: readonly CountedImprovement[]
  readonly now: Date
}

function viewOf(line: Line, { shares, realisation, counted, now }: Seen): AvoidableImprovement {
  const { improvementId, title, state, dueOn, topics, expectedDrop: promised, effect } = line
  const own = counted.find((each) => each.improvementId === improvementId)
  const measured = effect?.change != null
  const drop = measured
    ? { mean: -effect.change!, low: -effect.high!, high: -effect.low! }
    : promised === null
      ? null
      : expectedDrop(promised, realisation)
  const part = partsOf(line, shares)
  const contacts = part.reduce((sum, { share, queue }) => sum + share * queue.offered, 0)
  const hours = part.reduce((sum, { share, queue }) => sum + share * queue.hours, 0)
  return {
    improvementId,
    title,
    state,
    dueOn,
    topics: topics.map(({ name }) => name),
    promised,
    drop,
    measured,
    contacts: drop && { mean: contacts * drop.mean, low: contacts * drop.low, high: contacts * drop.high },
    hours: drop && hours * drop.mean,
    counted: own
      ? {
          from: own.countedFrom,
          at: own.decidedAt.toISOString(),
          by: own.decidedBy,
          drop: { mean: own.mean, low: own.low, high: own.high },
        }
      : null,
    cannot: whyNot(line, { part, today: toLocal(now).date }),
  }
}

type Part = { readonly share: number; readonly queue: QueueShares }

/** How much of each queue the improvement's topics are. */
function partsOf({ topics }: Line, shares: readonly QueueShares[]): readonly Part[] {
  return shares.map((queue) => ({
    queue,
    share: Math.min(
      1,
      topics.reduce((sum, { id }) => sum + (queue.topics.get(id)?.share ?? 0), 0),
    ),
  }))
}

/** What is in effect is in the traffic that forecasts learn from already, and must not be taken away twice. */
function whyNot(
  { state, topics, expectedDrop: promised, dueOn }: Line,
  { part, today }: { readonly part: readonly Part[]; readonly today: string },
): AvoidableImprovement['cannot'] {
  if (state === 'inEffect') return 'inEffect'
  if (topics.length === 0) return 'noTopics'
  if (promised === null) return 'noPromise'
  if (dueOn === null || dueOn < today) return 'noDay'
  return part.some(({ share }) => share > 0) ? null : 'notSeen'
}

/** @throws AppError not-found · flow-not-counted with the reason */
export async function countImprovement(
  context: Context,
  { improvementId, counted }: { readonly improvementId: string; readonly counted: boolean },
): Promise<Record<string, never>> {
  const { scope, db, now } = context
  const { items } = await readImprovements(context, {})
  const line = items.find((each) => each.improvementId === improvementId)
  if (!line) throw new AppError('not-found')
  const shares = readShares(await readWork(context))
  const part = partsOf(line, shares)
  const why = whyNot(line, { part, today: toLocal(now).date })
  if (counted && why) throw new AppError('flow-not-counted', { reason: why })
  await inTransaction(db, async (trx) => {
    await dropCounted(scope, trx, improvementId)
    if (counted)
      await insertCounted(scope, trx, {
        improvementId,
        countedFrom: line.dueOn!,
        ...expectedDrop(line.expectedDrop!, realisationOf(promisesOf(items))),
        decidedAt: now,
        shares: part
          .filter(({ share }) => share > 0)
          .map(({ queue, share }) => ({ queueId: queue.id, share })),
      })
    const subject = { kind: 'improvement', id: improvementId }
    await recordAudit(context, { action: counted ? 'flow.counted' : 'flow.uncounted', subject }, trx)
  })
  return {}
}
