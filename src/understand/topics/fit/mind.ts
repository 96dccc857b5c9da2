/**
 * Topics for texts that come later, from examples: what people have placed, and the surest texts of each topic. A mind
 * learns on: what has been placed since it last learned is taken in within milliseconds.
 */
import { assignMessages } from '../rules/assign/assign-messages.ts'
import { LearningAssigner } from '../rules/assign/learning-assigner.ts'
import { type LogSpace, readNewTexts } from '../rules/assign/log-space.ts'
import { textKey } from '../rules/text/text-key.ts'
import { hasContent } from '../rules/text/words.ts'
import { openMemory } from './memory.ts'

export type Example = { readonly text: string; readonly topicId: string }

type Likely = { readonly topicId: string; readonly certainty: number }

export type ReadText = {
  /** None when the text has no content. The shares sum to 1. */
  readonly topics: readonly (Likely & { readonly share: number })[]
  /** The three nearest of the whole text. */
  readonly nearest: readonly Likely[]
  /** 0–1: below 0.05 the text is likely about something that no topic is about. */
  readonly familiarity: number
  /** A person should look: likelier wrong than right, or about nothing that is known. */
  readonly unsure: boolean
}

const nothing: ReadText = { topics: [], nearest: [], familiarity: 0, unsure: true }

export class Mind {
  readonly #space: LogSpace
  readonly #rowOf: Map<string, number>
  readonly #seed: number
  #learning: LearningAssigner | undefined
  /** The topic of each class of the assigner. */
  #topicIds: string[] = []
  /** What it has learned from: the topic of each example, by key. */
  #known = new Map<string, string>()

  constructor(memory: Uint8Array, seed: number) {
    const { space, rowOf } = openMemory(memory)
    this.#space = space
    this.#rowOf = rowOf
    this.#seed = seed
  }

  /** Whether there is anything to choose between: two topics with examples at least. */
  learn(examples: readonly Example[]): boolean {
    const wanted = new Map(
      examples
        .map(({ text, topicId }) => [textKey(text), topicId] as const)
        .filter(([key]) => hasContent(key)),
    )
    if (new Set(wanted.values()).size < 2) return false
    if (this.#learning === undefined) this.#begin(wanted)
    else this.#goOn(this.#learning, wanted)
    this.#known = wanted
    return true
  }

  #begin(wanted: ReadonlyMap<string, string>): void {
    this.#topicIds = [...new Set(wanted.values())].sort()
    const numberOf = new Map(this.#topicIds.map((topicId, number) => [topicId, number]))
    const old = [...wanted].filter(([key]) => this.#rowOf.has(key))
    const rows = old.map(([key]) => this.#rowOf.get(key)!)
    const labels = old.map(([, topicId]) => numberOf.get(topicId)!)
    const learning = new LearningAssigner(
      this.#space,
      { rows, labels, classes: this.#topicIds.length },
      this.#seed,
    )
    this.#learning = learning
    const late = [...wanted].filter(([key]) => !this.#rowOf.has(key))
    if (late.length > 0) this.#goOn(learning, wanted, new Map(old))
  }

  /** Only what differs from what it knows. */
  #goOn(
    learning: LearningAssigner,
    wanted: ReadonlyMap<string, string>,
    known: ReadonlyMap<string, string> = this.#known,
  ): void {
    const gone = [...known.keys()].filter((key) => !wanted.has(key))
    const changed = [...wanted].filter(([key, topicId]) => known.get(key) !== topicId)
    this.#takeIn(
      learning,
      changed.map(([key]) => key),
    )
    for (const key of gone) learning.forget(this.#rowOf.get(key)!)
    for (const [key, topicId] of changed)
      learning.confirm(this.#rowOf.get(key)!, this.#classOf(learning, topicId))
    if (gone.length + changed.length > 0) learning.refit()
  }

  /** Texts that came after the grouping become rows of the space. */
  #takeIn(learning: LearningAssigner, keys: readonly string[]): void {
    const late = keys.filter((key) => !this.#rowOf.has(key))
    if (late.length === 0) return
    const first = learning.addTexts(readNewTexts(late, learning.space))
    for (const [place, key] of late.entries()) this.#rowOf.set(key, first + place)
  }

  #classOf(learning: LearningAssigner, topicId: string): number {
    const known = this.#topicIds.indexOf(topicId)
    if (known >= 0) return known
    this.#topicIds.push(topicId)
    return learning.addTopic()
  }

  /** One for each text, in order: what the whole is about, and each question in it. */
  read(texts: readonly string[]): ReadText[] {
    const learning = this.#learning
    if (learning === undefined) return texts.map(() => nothing)
    const nameOf = (topic: number) => this.#topicIds[topic]!
    return assignMessages(texts, learning.space, learning.assigner).map(
      ({ topics, candidates, ...rest }) => ({
        ...rest,
        topics: topics.map(({ topic, share, certainty }) => ({ topicId: nameOf(topic), share, certainty })),
        nearest: candidates.map(({ topic, certainty }) => ({ topicId: nameOf(topic), certainty })),
      }),
    )
  }
}
