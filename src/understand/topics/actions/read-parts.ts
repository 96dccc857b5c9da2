/** How a topic would fall apart in two, for a person who wants to split it: worked out when asked. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { runInThread } from '../../../platform/jobs/index.ts'
import type { FoundPart } from '../fit/find-parts-thread.ts'
import { textsOfTopic } from '../store/text-store.ts'
import { findTopics } from '../store/topic-store.ts'

const thread = new URL('../fit/find-parts-thread.ts', import.meta.url)
/** Beyond so many texts the surest tell where the parts are, and the others follow in the next grouping. */
const mostTexts = 3000

type Parts = {
  parts: { name: string; contacts: number; textKeys: string[]; examples: string[] }[]
}

/** @throws AppError not-found */
export async function readParts(
  { scope, db }: Context,
  { topicId }: { readonly topicId: string },
): Promise<Parts> {
  const [topic] = await findTopics(scope, db, [topicId])
  if (topic === undefined || topic.state === 'gone') throw new AppError('not-found')
  const texts = await textsOfTopic(scope, db, { topicId, most: mostTexts })
  const found = await runInThread<FoundPart[]>(thread, {
    texts: texts.map(({ text }) => text),
    name: topic.name,
  })
  return {
    parts: found.map(({ name, places, examples }) => ({
      name,
      contacts: places.reduce((sum, place) => sum + texts[place]!.contacts, 0),
      textKeys: places.map((place) => texts[place]!.textKey),
      examples: examples.map((place) => texts[place]!.text),
    })),
  }
}
