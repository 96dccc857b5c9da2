/** Topics for texts that come later, from examples: what people have placed, and the surest texts of each topic. */
import { readNewTexts } from '../rules/assign/log-space.ts'
import { isCourtesy, splitMessage } from '../rules/assign/split-message.ts'
import {
  assignNew,
  type Candidate,
  learnAssigner,
  type TopicAssigner,
} from '../rules/assign/topic-assigner.ts'
import { topicsOfMessage } from '../rules/assign/topics-of-message.ts'
import { textKey } from '../rules/text/text-key.ts'
import { hasContent } from '../rules/text/words.ts'
import { type OpenMemory, openMemory, unpackMemory } from './memory.ts'

export type Example = { readonly text: string; readonly topicId: string }

export type Mind = {
  readonly space: OpenMemory['space']
  readonly assigner: TopicAssigner
  /** The topic of each class of the assigner. */
  readonly topicIds: readonly string[]
}

type Likely = { readonly topicId: string; readonly certainty: number }

export type ReadText = {
  /** None when the text has no content. The shares sum to 1. */
  readonly topics: readonly (Likely & { readonly share: number })[]
  /** The three nearest of the whole text. */
  readonly nearest: readonly Likely[]
  /** 0–1: below 0.05 the text is likely about something that no topic is about. */
  readonly familiarity: number
}

/** Nothing when there are fewer than two topics with examples: then there is nothing to choose between. */
export function learnMind(memory: Uint8Array, examples: readonly Example[], seed: number): Mind | undefined {
  const usable = examples.filter(({ text }) => hasContent(textKey(text)))
  const topicIds = [...new Set(usable.map(({ topicId }) => topicId))].sort()
  if (topicIds.length < 2) return undefined
  const keys = usable.map(({ text }) => textKey(text))
  const { space, rowOf } = openMemory(unpackMemory(memory), keys)
  const numberOf = new Map(topicIds.map((topicId, number) => [topicId, number]))
  const labels = usable.map(({ topicId }) => numberOf.get(topicId)!)
  const rows = keys.map((key) => rowOf.get(key)!)
  return { space, topicIds, assigner: learnAssigner(space, { rows, labels, classes: topicIds.length }, seed) }
}

/** Reads texts one by one: the whole, and each question in it. */
export function readTexts({ space, assigner, topicIds }: Mind, texts: readonly string[]): ReadText[] {
  const parts = texts.map(questionsOf)
  const keys = texts.flatMap((text, at) => [textKey(text), ...parts[at]!.map(textKey)])
  const found = assignNew(assigner, readNewTexts(keys, space))
  let at = 0
  return texts.map((text, place) => {
    const { candidates, familiarity } = found[at++]!
    const own = parts[place]!.map(() => found[at++]!.candidates)
    if (!hasContent(textKey(text))) return { topics: [], nearest: [], familiarity: 0 }
    return { ...topicsOf(topicIds, candidates, own), familiarity }
  })
}

/** A message of one question is read whole only. */
function questionsOf(text: string): string[] {
  const parts = splitMessage(text).filter((part) => !isCourtesy(part))
  return parts.length > 1 ? parts : []
}

function topicsOf(
  topicIds: readonly string[],
  whole: readonly Candidate[],
  parts: readonly (readonly Candidate[])[],
): Pick<ReadText, 'topics' | 'nearest'> {
  return {
    topics: topicsOfMessage(whole, parts).map(({ topic, share, certainty }) => ({
      topicId: topicIds[topic]!,
      share,
      certainty,
    })),
    nearest: whole.map(({ topic, certainty }) => ({ topicId: topicIds[topic]!, certainty })),
  }
}
