import type { ThreadContext } from '../../../platform/jobs/index.ts'
import { type Example, learnMind, type ReadText, readTexts } from './mind.ts'

export type ReadTextsInput = {
  readonly memory: Uint8Array
  readonly examples: readonly Example[]
  readonly texts: readonly string[]
  readonly seed: number
}

const readAtATime = 200

/** One for each text; nothing when there are no topics to choose between. */
export function run(
  { memory, examples, texts, seed }: ReadTextsInput,
  { progress }: ThreadContext,
): ReadText[] | null {
  const mind = learnMind(memory, examples, seed)
  if (mind === undefined) return null
  const read: ReadText[] = []
  for (let from = 0; from < texts.length; from += readAtATime) {
    read.push(...readTexts(mind, texts.slice(from, from + readAtATime)))
    progress(read.length / texts.length)
  }
  return read
}
