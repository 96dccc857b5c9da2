/** Value and failure demand: draw by lot, code blind, see what it says and how well coders agree. */
import { randomInt } from 'node:crypto'
import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { DemandItem, DemandSample, DemandView } from '../contract.ts'
import { asFailure, homesOf } from '../rules/compose.ts'
import { type DemandCode, demandAgreement, failureByTopic, failureShare } from '../rules/demand.ts'
import {
  findItem,
  insertSample,
  listCodes,
  listItems,
  listSamples,
  type StoredSample,
  saveCode,
} from '../store/demand-store.ts'
import { listTopics, lockTopic } from '../store/topic-store.ts'
import { keptFigures } from './kept-figures.ts'

export async function readDemand(context: Context): Promise<DemandView> {
  const { scope, db } = context
  const kept = await keptFigures(context)
  const lastDay = kept?.lastDay ?? null
  const codes =
    lastDay === null ? [] : await listCodes(scope, db, { from: addDays(lastDay, -365), to: lastDay })
  const topics = await listTopics(scope, db)
  const names = new Map(topics.map(({ topicId, name }) => [topicId, name]))
  const home = homesOf(topics)
  const kappa = demandAgreement(codes)
  const byTopic = failureByTopic(
    codes.map((item) => ({ ...item, topics: [...new Set(item.topics.map(home))] })),
  )
  return {
    samples: (await listSamples(scope, db)).map((sample) => asSample(sample, context)),
    failure: asFailure(failureShare(codes.filter(({ fromAll }) => fromAll))),
    kappa:
      kappa.n === 0
        ? null
        : {
            kappa: kappa.kappa,
            low: kappa.interval?.[0] ?? null,
            high: kappa.interval?.[1] ?? null,
            n: kappa.n,
          },
    topics: [...byTopic]
      .filter(([topicId]) => names.has(topicId))
      .map(([topicId, failure]) => ({ topicId, name: names.get(topicId)!, failure: asFailure(failure)! }))
      .sort((a, b) => b.failure.n - a.failure.n),
    topicChoices: topics
      .filter(({ state, unexplained }) => (state === 'confirmed' || state === 'proposed') && !unexplained)
      .map(({ topicId, name }) => ({ topicId, name })),
    firstDay: kept?.firstDay ?? null,
    lastDay,
  }
}

function asSample({ createdAt, coders, ...sample }: StoredSample, { scope }: Context): DemandSample {
  const own = coders.find(({ personId }) => personId === scope.personId)?.coded ?? 0
  return { ...sample, createdAt: createdAt.toISOString(), coders: [...coders], own }
}

type Draw = {
  readonly from: string
  readonly to: string
  readonly topicId: string | null
  readonly size: number
}

/** @throws AppError not-found for an unknown topic · invalid-input for days the wrong way round · nothing-to-code when no record has a text */
export async function drawSample(context: Context, draw: Draw): Promise<DemandSample> {
  const { scope, now } = context
  if (draw.from > draw.to) throw new AppError('invalid-input', {}, [{ code: 'order', path: 'from' }])
  const sampleId = newId(now.getTime())
  await inTransaction(context.db, async (trx) => {
    if (draw.topicId !== null && !(await lockTopic(scope, trx, draw.topicId))) throw new AppError('not-found')
    const drawn = await insertSample(scope, trx, {
      ...draw,
      sampleId,
      createdAt: now,
      seed: randomInt(2 ** 32),
    })
    if (drawn === 0) throw new AppError('nothing-to-code')
    const subject = { kind: 'demand-sample', id: sampleId }
    await recordAudit(context, { action: 'demand.drawn', subject, detail: { ...draw, drawn } }, trx)
  })
  const [sample] = await listSamples(scope, context.db, sampleId)
  return asSample(sample!, context)
}

/** @throws AppError not-found */
export async function readItems(
  context: Context,
  { sampleId }: { readonly sampleId: string },
): Promise<{ sample: DemandSample; items: DemandItem[] }> {
  const [sample] = await listSamples(context.scope, context.db, sampleId)
  if (!sample) throw new AppError('not-found')
  return {
    sample: asSample(sample, context),
    items: [...(await listItems(context.scope, context.db, sampleId))],
  }
}

type Coding = { readonly sampleId: string; readonly itemNumber: number; readonly code: DemandCode }

/** One's own code; it may be changed, and nobody sees another's. @throws AppError not-found */
export async function codeItem(context: Context, coding: Coding): Promise<{ ok: true }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    if (!(await findItem(scope, trx, coding))) throw new AppError('not-found')
    await saveCode(scope, trx, { ...coding, at: now })
    return { ok: true as const }
  })
}
