/** What a whole message is about when it comes: its topics with their shares, and whether a person should look. */
import { isUnfamiliar, isUnsure } from '../curation/unsure.ts'
import { textKey } from '../text/text-key.ts'
import { hasContent } from '../text/words.ts'
import { type LogSpace, readNewTexts } from './log-space.ts'
import { splitMessage } from './split-message.ts'
import { assignNew, type Candidate, type TopicAssigner } from './topic-assigner.ts'
import { type TopicShare, topicsOfMessage } from './topics-of-message.ts'

export type MessageTopics = {
  /** One or more; the shares sum to 1. None for a message without words. */
  readonly topics: readonly TopicShare[]
  /** The three likeliest topics of the whole, for a person to choose from. */
  readonly candidates: readonly Candidate[]
  readonly familiarity: number
  /** To the tray: likelier wrong than right, or about nothing that is known. */
  readonly unsure: boolean
}

/** One answer per message, in order. */
export function assignMessages(
  messages: readonly string[],
  space: LogSpace,
  assigner: TopicAssigner,
): MessageTopics[] {
  const parts = messages.map(splitMessage)
  const texts = messages.flatMap((message, at) => [message, ...(parts[at]!.length > 1 ? parts[at]! : [])])
  const read = assignNew(assigner, readNewTexts(texts.map(textKey), space))
  let next = 0
  return messages.map((message, at) => {
    const own = parts[at]!
    const whole = read[next++]!
    const some = own.length > 1 ? own.map(() => read[next++]!.candidates) : []
    if (own.length === 0 || !hasContent(textKey(message)))
      return { topics: [], candidates: [], familiarity: 0, unsure: true }
    const topics = topicsOfMessage(whole.candidates, some)
    return {
      topics,
      candidates: whole.candidates,
      familiarity: whole.familiarity,
      unsure: isUnfamiliar(whole.familiarity) || topics.every(({ certainty }) => isUnsure(certainty)),
    }
  })
}
