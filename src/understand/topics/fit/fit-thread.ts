/** Topics fitted in a thread of their own, so that the server goes on answering; ended at once when it is stopped. */
import type { ThreadContext } from '../../../platform/jobs/thread.ts'
import type { TopicFit } from '../rules/learn/learn-topics.ts'
import { type FitOptions, fitTopics } from './fit-topics.ts'

export type FitInput = Omit<FitOptions, 'onProgress'> & { readonly texts: readonly string[] }

export function run({ texts, ...options }: FitInput, { progress }: ThreadContext): Promise<TopicFit> {
  return fitTopics(texts, { ...options, onProgress: progress })
}
