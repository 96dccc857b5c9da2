/** The topic of texts without content and of codes that nobody has explained: made when it is first needed. */
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { TopicRecord } from '../rules/curation/topic-state.ts'
import { nextNumber } from '../store/decision-store.ts'
import { findTopics, insertTopics } from '../store/topic-store.ts'

/** Its name is told in the language of the page; this one is for exports. */
const name = 'Uten forklaring'

export async function unexplainedTopic({
  scope,
  db,
  now,
}: Pick<Context, 'scope' | 'db' | 'now'>): Promise<TopicRecord> {
  return inTransaction(db, async (trx) => {
    // Under the same lock as decisions, so that two jobs never make two.
    await nextNumber(scope, trx)
    const found = (await findTopics(scope, trx)).find(
      ({ unexplained, state }) => unexplained && state !== 'gone',
    )
    if (found !== undefined) return found
    const topic: TopicRecord = {
      topicId: newId(now.getTime()),
      parentId: null,
      name,
      nameGiven: false,
      state: 'proposed',
      goneInto: null,
      unexplained: true,
    }
    await insertTopics(scope, trx, { topics: [topic], now, by: null })
    return topic
  })
}
