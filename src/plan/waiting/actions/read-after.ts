/** What those do next who gave up, and what they gave up on. */
import { AppError } from '../../../kernel/errors.ts'
import { wilsonInterval } from '../../../kernel/statistics.ts'
import type { Context } from '../../../organisation/index.ts'
import { keptFigures, sumContacts } from '../../../understand/overview/index.ts'
import { awaitingTopic, withoutExplanation } from '../../../understand/overview/rules/no-topic.ts'
import type { AfterView } from '../contract.ts'
import { afterGivingUp } from '../rules/after-giving-up.ts'
import { countLost, type Following, listFollowed, listLostTopics } from '../store/return-store.ts'
import { type Asked, askedQueue, logLine } from './asked-queue.ts'

const mostTopics = 12

/** @throws AppError not-found for the queue, or where there is none at all */
export async function readAfter(
  context: Context,
  { days, ...asked }: Asked & { readonly days: number },
): Promise<AfterView> {
  const { scope, db } = context
  const { queue, from, to } = await askedQueue(context, asked)
  if (!queue) throw new AppError('not-found')
  const line = await logLine(context, { queue, from, to })
  const following: Following = { line, days }
  const { lost, known } = await countLost(scope, db, line)
  const found = afterGivingUp(await listFollowed(scope, db, following), days)
  return {
    from,
    to,
    days,
    lost,
    known,
    ...found,
    ...(lost === 0 ? noTopics : await readTopics(context, following)),
  }
}

const noTopics = { topics: [], topicsFrom: { own: 0, next: 0, none: 0 } }

async function readTopics(context: Context, following: Following) {
  const rows = await listLostTopics(context.scope, context.db, following)
  const told = rows.filter((row) => row.topicId !== null)
  const all = told.reduce((sum, { contacts }) => sum + contacts, 0)
  const own = told.reduce((sum, row) => sum + row.own, 0)
  const usual = await usualShares(context, following)
  return {
    topics: told.slice(0, mostTopics).map(({ topicId, name, contacts, own: ofThem }) => {
      const share = Math.min(1, contacts / all)
      const [low, high] = wilsonInterval(share, all, 0.95)
      return {
        topicId: topicId!,
        name: name!,
        contacts,
        own: ofThem,
        gaveUp: { share, low, high },
        usual: usual && (usual.get(topicId!) ?? 0),
      }
    }),
    topicsFrom: {
      own,
      next: all - own,
      none: rows.find((row) => row.topicId === null)?.contacts ?? 0,
    },
  }
}

/** Of all contacts of the channel with a topic, over the same days. */
async function usualShares(
  context: Context,
  { line: { channel, from, to } }: Following,
): Promise<ReadonlyMap<string, number> | null> {
  const figures = await keptFigures(context)
  if (!figures) return null
  const reading = { version: figures.version, from, to, channels: [channel] }
  const rows = (await sumContacts(context.scope, context.db, reading)).filter(
    ({ topicId }) => topicId !== awaitingTopic && topicId !== withoutExplanation,
  )
  const all = rows.reduce((sum, { contacts }) => sum + contacts, 0)
  return all === 0 ? null : new Map(rows.map(({ topicId, contacts }) => [topicId, contacts / all]))
}
