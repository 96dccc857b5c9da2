import { threadId } from 'node:worker_threads'
import { AppError } from '../../../src/kernel/errors.ts'
import type { ThreadContext } from '../../../src/platform/jobs/index.ts'

/** Adds the whole numbers up to a bound; computes for ever when there is none. Tells in which thread. */
export function run(
  { upTo }: { upTo: number },
  { progress }: ThreadContext,
): { sum: number; thread: number } {
  if (upTo < 0) throw new AppError('invalid-input', { upTo })
  let sum = 0
  for (let number = 1; number <= upTo; number++) {
    sum += number
    if (number === upTo / 2 || number === upTo) progress(number / upTo)
  }
  return { sum, thread: threadId }
}
