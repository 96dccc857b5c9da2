/** Which topics first, and why: every factor of the score, as it is. */
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { PeriodQuery, PriorityRow, PriorityView, TopicLine } from '../contract.ts'
import { sumCaseParts, sumDayParts } from '../rules/compose.ts'
import type { PriorityUsual, PriorityWeights } from '../rules/priority.ts'
import { readSettings, saveSettings } from '../store/setting-store.ts'
import { listDecisions, listOwners, type StoredTopic } from '../store/topic-store.ts'
import { readPeriod } from './period.ts'
import { type Gathered, gather, linesOf } from './read-overview.ts'

export async function readPriority(context: Context, query: PeriodQuery): Promise<PriorityView> {
  const { scope, db } = context
  const { weights } = await readSettings(scope, db)
  const owners = await listOwners(scope, db)
  const period = await readPeriod(context, query)
  if (!period)
    return {
      period: null,
      rows: [],
      usual: { minutes: 0, repeat: 0, selfService: 0.5 },
      weights,
      owners,
      decisions: [],
    }
  const gathered = await gather(context, period)
  const topics = new Map(gathered.topics.map((topic) => [topic.topicId, topic]))
  const lines = linesOf(gathered, period).filter(
    ({ state }) => state !== 'awaiting' && state !== 'unexplained',
  )
  return {
    period: period.view,
    rows: lines.map((line) => rowOf(line, topics.get(line.topicId)!, period.view.days)),
    usual: usualOf(gathered),
    weights,
    owners,
    decisions: (await listDecisions(scope, db)).map((each) => ({
      ...each,
      at: each.at.toISOString(),
      topic: topics.get(each.topicId)?.name ?? '',
    })),
  }
}

function rowOf(line: TopicLine, { profile }: StoredTopic, days: number): PriorityRow {
  const { topicId, name, parent, contacts, handleSeconds, repeat, selfService, state } = line
  const asked = selfService?.n ?? 0
  return {
    topicId,
    name,
    parent,
    weekly: (contacts / days) * 7,
    minutes: handleSeconds === null ? null : handleSeconds / 60,
    repeat,
    tried: asked * (selfService?.value ?? 0),
    asked,
    strategic: profile.strategicWeight,
    isParked: state === 'parked',
    place: profile.place,
    placeReason: profile.placeReason,
    ownerId: profile.ownerId,
    owner: profile.owner,
    prioritised: profile.prioritised,
  }
}

/** What all topics together have, for those that lack a figure of their own. */
export function usualOf({ days, cases }: Pick<Gathered, 'days' | 'cases'>): PriorityUsual {
  const sums = sumDayParts(days)
  const all = sumCaseParts(cases)
  return {
    minutes: sums.handle_n === 0 ? 1 : sums.handle_sum / sums.handle_n / 60,
    repeat: all.cases_7 === 0 ? 0 : (all.contacts_7 - all.cases_7) / all.cases_7,
    selfService: sums.asked === 0 ? 0.5 : Math.min(1, sums.tried / sums.asked),
  }
}

export async function saveWeights(context: Context, weights: PriorityWeights): Promise<PriorityWeights> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const { channelCosts } = await readSettings(scope, trx)
    await saveSettings(scope, trx, { weights, channelCosts, now })
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'priority.weighted', subject, detail: { ...weights } }, trx)
    return weights
  })
}
