/** The list of core answers, and the topics that nobody has answered. */
import type { Context } from '../../../organisation/index.ts'
import { inOrderOfNeed } from '../rules/order-of-need.ts'
import { listTopicNames } from '../store/enquiry-store.ts'
import { readLines } from './load-answer.ts'

export async function readList(context: Context, { topic }: { readonly topic?: string | undefined }) {
  const { lines, around } = await readLines(context, { topic })
  const answered = new Set(lines.filter(({ state }) => state !== 'retired').map(({ topicId }) => topicId))
  const topics = await listTopicNames(context.scope, context.db)
  const unanswered = topics
    .filter(({ topicId, state, unexplained }) => state !== 'parked' && !unexplained && !answered.has(topicId))
    .filter(({ topicId }) => topic === undefined || topicId === topic)
    .map(({ topicId, name }) => ({
      topicId,
      topic: name,
      contacts: Math.round(around.contacts.get(topicId) ?? 0),
    }))
    .toSorted((a, b) => b.contacts - a.contacts)
  return { items: inOrderOfNeed(lines), unanswered: unanswered.slice(0, 200) }
}

/** Every core answer as one line, for other features. */
export async function readAnswerLines(
  context: Parameters<typeof readLines>[0],
  only: Parameters<typeof readLines>[1],
) {
  return (await readLines(context, only)).lines
}
