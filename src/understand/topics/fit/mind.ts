/** Topics for texts that come later, from examples: what people have placed, and the surest texts of each topic. */
import { isCourtesy, splitMessage } from '../rules/assign/split-message.ts'
import { assign, type Candidate, learnAssigner, type TopicAssigner } from '../rules/assign/topic-assigner.ts'
import { topicsOfMessage } from '../rules/assign/topics-of-message.ts'
import { textKey } from '../rules/text/text-key.ts'
import { hasContent } from '../rules/text/words.ts'
import { openMemory, type Reading, readKeys, unpackMemory } from './memory.ts'

export type Example = { readonly text: string; readonly topicId: string }

export type Mind = {
  readonly reading: Reading
  readonly assigner: TopicAssigner
  /** The topic of each class of the assigner. */
  readonly topicIds: readonly string[]
}

export type ReadText = {
  /** None when the text has no content. The shares sum to 1. */
  readonly topics: readonly { readonly topicId: string; readonly share: number; readonly certainty: number }[]
  /** The three nearest of the whole text. */
  readonly nearest: readonly { readonly topicId: string; readonly certainty: number }[]
}

/** Nothing when there are fewer than two topics with examples: then there is nothing to choose between. */
export function learnMind(memory: Uint8Array, examples: readonly Example[], seed: number): Mind | undefined {
  const usable = examples.filter(({ text }) => hasContent(textKey(text)))
  const topicIds = [...new Set(usable.map(({ topicId }) => topicId))].sort()
  if (topicIds.length < 2) return undefined
  const reading = openMemory(unpackMemory(memory))
  const features = readKeys(
    reading,
    usable.map(({ text }) => textKey(text)),
  )
  const numberOf = new Map(topicIds.map((topicId, number) => [topicId, number]))
  const labels = usable.map(({ topicId }) => numberOf.get(topicId)!)
  const rows = labels.map((_, row) => row)
  return {
    reading,
    topicIds,
    assigner: learnAssigner(features, { rows, labels, classes: topicIds.length }, seed),
  }
}

/** Reads texts one by one: the whole, and each question in it. */
export function readTexts(mind: Mind, texts: readonly string[]): ReadText[] {
  const parts = texts.map(questionsOf)
  const keys = texts.flatMap((text, at) => [textKey(text), ...parts[at]!.map(textKey)])
  const features = readKeys(mind.reading, keys)
  const found = assign(
    mind.assigner,
    features,
    keys.map((_, row) => row),
  )
  let at = 0
  return texts.map((text, place) => {
    const whole = found[at++]!
    const own = parts[place]!.map(() => found[at++]!)
    return hasContent(textKey(text)) ? topicsOf(mind, whole, own) : { topics: [], nearest: [] }
  })
}

/** A message of one question is read whole only. */
function questionsOf(text: string): string[] {
  const parts = splitMessage(text).filter((part) => !isCourtesy(part))
  return parts.length > 1 ? parts : []
}

function topicsOf({ topicIds }: Mind, whole: readonly Candidate[], parts: readonly Candidate[][]): ReadText {
  return {
    topics: topicsOfMessage(whole, parts).map(({ topic, share, certainty }) => ({
      topicId: topicIds[topic]!,
      share,
      certainty,
    })),
    nearest: whole.map(({ topic, certainty }) => ({ topicId: topicIds[topic]!, certainty })),
  }
}
