/** One topic whole: why do they ask, what should we answer, what are we doing about it? */
import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { PeriodQuery, TopicCard, TopicLine } from '../contract.ts'
import { countChannelWeeks, sumFollowUps, sumHops } from '../store/figures-store.ts'
import { readSettings } from '../store/setting-store.ts'
import { listDecisions, listOwners, listTopics, showRecords } from '../store/topic-store.ts'
import { figuresByChannel } from './channel-figures.ts'
import { type Period, readPeriod } from './period.ts'
import { gather, linesOf } from './read-overview.ts'

const cardWeeks = 52
const shown = 6

/** @throws AppError not-found when there is no such topic, or it has gone into another */
export async function readTopic(
  context: Context,
  { topicId, ...query }: PeriodQuery & { readonly topicId: string },
): Promise<TopicCard> {
  const { scope, db } = context
  const [topic] = await listTopics(scope, db, topicId)
  if (!topic || topic.state === 'gone') throw new AppError('not-found')
  const period = await readPeriod(context, query)
  if (!period) throw new AppError('not-found')
  const gathered = await gather(context, period)
  const reading = { ...period.reading, topicId }
  const year = { ...reading, from: addDays(reading.to, -365) }
  const { channelCosts } = await readSettings(scope, db)
  const line = linesOf(gathered, period).find((each) => each.topicId === topicId)
  return {
    period: period.view,
    line: line ?? silentLine(topic),
    profile: topic.profile,
    byChannel: await weeksByChannel(context, { ...period, reading }),
    typical: [...(await showRecords(scope, db, { topicId, which: 'typical', limit: shown }))],
    odd: [...(await showRecords(scope, db, { topicId, which: 'odd', limit: shown }))],
    hops: [...(await sumHops(scope, db, year))],
    channels: figuresByChannel({
      days: gathered.days.filter((part) => part.topicId === topicId),
      cases: gathered.cases.filter((part) => part.topicId === topicId),
      followUps: await sumFollowUps(scope, db, year),
      costs: channelCosts,
    }).figures,
    decisions: (await listDecisions(scope, db, topicId)).map((each) => ({
      ...each,
      at: each.at.toISOString(),
    })),
    owners: await listOwners(scope, db),
    goals: [
      ...new Set(gathered.topics.map(({ profile }) => profile.goal).filter((goal) => goal !== '')),
    ].sort(),
  }
}

async function weeksByChannel({ scope, db }: Context, { reading }: Period): Promise<TopicCard['byChannel']> {
  const from = addDays(reading.to, 1 - 7 * cardWeeks)
  const counts = await countChannelWeeks(scope, db, { ...reading, from })
  return [...Map.groupBy(counts, ({ channel }) => channel)].map(([channel, rows]) => {
    const weeks = Array.from({ length: cardWeeks }, () => 0)
    for (const { weeksAgo, contacts } of rows) weeks[cardWeeks - 1 - weeksAgo]! += contacts
    return { channel, weeks }
  })
}

/** A topic that nobody asked about in the period. */
function silentLine(topic: Awaited<ReturnType<typeof listTopics>>[number]): TopicLine {
  const { topicId, name, parent, state, unexplained, profile } = topic
  return {
    topicId,
    name,
    parent,
    state: unexplained ? 'unexplained' : state === 'gone' ? 'awaiting' : state,
    contacts: 0,
    estimated: 0,
    unsure: 0,
    share: 0,
    mix: [],
    weeks: Array.from({ length: 13 }, () => 0),
    change: null,
    waitSeconds: null,
    handleSeconds: null,
    fcr: null,
    repeat: null,
    csat: null,
    selfService: null,
    failure: null,
    isNew: false,
    rise: null,
    owner: profile.owner,
    prioritised: profile.prioritised,
  }
}
