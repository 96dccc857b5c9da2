import type { ThreadContext } from '../../../platform/jobs/index.ts'
import { type Example, Mind, type ReadText } from './mind.ts'

export type ReadTextsInput = {
  /** The grouping that the memory is of. */
  readonly fitId: string
  readonly memory: Uint8Array
  readonly examples: readonly Example[]
  readonly texts: readonly string[]
  readonly seed: number
}

const readAtATime = 200

/** A thread that is used again soon has the mind of last time, which only takes in what was placed since. */
let last: { readonly fitId: string; readonly mind: Mind } | undefined

/** One for each text; nothing when there are no topics to choose between. */
export function run(
  { fitId, memory, examples, texts, seed }: ReadTextsInput,
  { progress }: ThreadContext,
): ReadText[] | null {
  const mind = last?.fitId === fitId ? last.mind : new Mind(memory, seed)
  last = { fitId, mind }
  if (!mind.learn(examples)) return null
  const read: ReadText[] = []
  for (let from = 0; from < texts.length; from += readAtATime) {
    read.push(...mind.read(texts.slice(from, from + readAtATime)))
    progress(read.length / texts.length)
  }
  return read
}
