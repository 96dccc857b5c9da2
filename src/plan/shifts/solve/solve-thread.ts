/** A plan, or shifts without names, made in a thread of its own. Stopped through shared memory, so that the best so far comes back. */
import type { ThreadContext } from '../../../platform/jobs/index.ts'
import type { CoverInput } from './cover-model.ts'
import { coverShifts, type SolvedCover } from './cover-shifts.ts'
import { type SolveInput, type SolveProgress, solveRoster } from './solve-roster.ts'
import type { SolvedRoster } from './solved-roster.ts'

export type ThreadInput = { readonly cancelled: SharedArrayBuffer } & (
  | { readonly stage: 'roster'; readonly input: SolveInput }
  | { readonly stage: 'cover'; readonly input: CoverInput }
)

export function run(
  { cancelled, ...asked }: ThreadInput,
  { progress }: ThreadContext,
): Promise<SolvedRoster | SolvedCover> {
  const flag = new Int32Array(cancelled)
  let told = Number.NEGATIVE_INFINITY
  const control = {
    clock: () => performance.now(),
    isCancelled: () => Atomics.load(flag, 0) !== 0,
    onProgress: (now: SolveProgress) => {
      if (now.step !== 'done' && performance.now() - told < 100) return
      told = performance.now()
      progress(now.share, JSON.stringify(now))
    },
  }
  return asked.stage === 'cover' ? coverShifts(asked.input, control) : solveRoster(asked.input, control)
}
