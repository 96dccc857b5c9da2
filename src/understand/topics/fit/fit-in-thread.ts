import { runInThread, type ThreadOptions } from '../../../platform/jobs/thread.ts'
import type { TopicFit } from '../rules/learn/learn-topics.ts'
import type { FitInput } from './fit-thread.ts'

/**
 * `fitTopics` away from the thread that asks. The signal stops it at once, with all of its threads.
 *
 * @throws the signal's reason when stopped
 * @example await fitInThread({ texts, topics: 'auto', seed: 0 }, { signal: job.signal, onProgress: job.progress })
 */
export function fitInThread(input: FitInput, options: ThreadOptions): Promise<TopicFit> {
  return runInThread<TopicFit>(new URL('./fit-thread.ts', import.meta.url), input, options)
}
