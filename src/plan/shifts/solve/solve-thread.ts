/** A plan made in a thread of its own. Stopped through shared memory, so that the best so far comes back. */
import type { ThreadContext } from '../../../platform/jobs/index.ts'
import { type SolveInput, type SolveProgress, solveRoster } from './solve-roster.ts'
import type { SolvedRoster } from './solved-roster.ts'

export type ThreadInput = SolveInput & { readonly cancelled: SharedArrayBuffer }

export function run(
  { cancelled, ...input }: ThreadInput,
  { progress }: ThreadContext,
): Promise<SolvedRoster> {
  const flag = new Int32Array(cancelled)
  let told = Number.NEGATIVE_INFINITY
  return solveRoster(input, {
    clock: () => performance.now(),
    isCancelled: () => Atomics.load(flag, 0) !== 0,
    onProgress: (now: SolveProgress) => {
      if (now.step !== 'done' && performance.now() - told < 100) return
      told = performance.now()
      progress(now.share, JSON.stringify(now))
    },
  })
}
