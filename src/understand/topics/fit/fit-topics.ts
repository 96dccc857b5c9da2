/** Topics from texts, with as many threads as the machine gives, with progress, and able to be stopped. */
import { availableParallelism } from 'node:os'
import { learnTopics, type TopicFit } from '../rules/learn/learn-topics.ts'
import { sharedRunner } from './shared-runner.ts'

export type FitOptions = {
  readonly topics: number | 'auto'
  /** With 'auto': 0 for few large topics, 1 for many small ones; 0.5 unless said. */
  readonly fineness?: number
  /** The same seed and the same texts give the same topics, whatever the number of threads. */
  readonly seed: number
  /** Keys that a person has put in a group: numbers of keys as `distinctTexts` gives them, groups 0, 1, 2 … */
  readonly confirmed?: ReadonlyMap<number, number>
  /** Above so many different texts the topics are learned from a sample (usually 60,000) and the rest assigned. */
  readonly mostLearned?: number
  /** This one included; usually as many as there are processors, four at most. */
  readonly threads?: number
  readonly onProgress?: (fraction: number, step: string) => void
}

/** Steps and the share of the time that has passed when each begins, as measured at 13,000 texts. */
const begins: Readonly<Record<string, number>> = {
  texts: 0,
  letters: 0.03,
  words: 0.08,
  neighbours: 0.15,
  'neighbours of neighbours': 0.22,
  'words in pairs': 0.27,
  'all together': 0.37,
  'number of topics': 0.48,
  'view 1': 0.5,
  'view 2': 0.56,
  'view 3': 0.62,
  'view 4': 0.69,
  consensus: 0.75,
  classifier: 0.8,
  'other texts': 0.97,
}

/**
 * Groups texts by what is asked. Blocks its thread until it is done: the server calls it in a thread of its own
 * (`fit-thread.ts` with `runInThread`), which is also how it is stopped.
 *
 * @example const { group, keyOf } = await fitTopics(texts, { topics: 'auto', seed: 0 }) // of text i: group[keyOf[i]]
 */
export async function fitTopics(texts: readonly string[], options: FitOptions): Promise<TopicFit> {
  const { threads = Math.min(4, availableParallelism()), onProgress, ...rest } = options
  const shared = sharedRunner(threads)
  try {
    const fit = learnTopics(texts, {
      ...rest,
      run: shared.run,
      step: (name) => onProgress?.(begins[name] ?? 0, name),
    })
    onProgress?.(1, 'done')
    return fit
  } finally {
    await shared.close()
  }
}
