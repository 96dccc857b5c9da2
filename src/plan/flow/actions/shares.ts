/** How much of each queue every topic is, from what customers have written and said in its channel. */
import { failureOf, type TopicShare, topicShares } from '../rules/avoidable.ts'
import type { FlowWork, FlowWorks } from './work.ts'

export type QueueShares = {
  readonly id: string
  /** Contacts and hours of work in a mean month. */
  readonly offered: number
  readonly hours: number
  readonly topics: ReadonlyMap<string, TopicShare>
  readonly failure: ReturnType<typeof failureOf>
}

export function readShares({ queues, overview }: FlowWorks): readonly QueueShares[] {
  const total = overview.totals.contacts
  const all = new Map(overview.topics.map(({ topicId, contacts }) => [topicId, contacts]))
  const failure = new Map(
    overview.topics.flatMap(({ topicId, failure: coded }) => (coded ? [[topicId, coded] as const] : [])),
  )
  return queues.map((queue) => {
    const { channel } = queue.queue
    const own = new Map(
      overview.topics.map(({ topicId, mix }) => [
        topicId,
        mix.find((each) => each.channel === channel)?.contacts ?? 0,
      ]),
    )
    const inChannel = overview.totals.mix.find((each) => each.channel === channel)?.contacts ?? 0
    const shares = topicShares(own, all, { own: inChannel, all: total })
    return {
      id: queue.id,
      offered: queue.offered,
      hours: hoursOf(queue),
      topics: new Map(shares.map((share) => [share.topicId, share])),
      failure: failureOf(shares, failure),
    }
  })
}

const hoursOf = ({ offered, pAbandon, workSeconds }: FlowWork): number =>
  (offered * (1 - pAbandon) * (workSeconds ?? 0)) / 3600
