import { runInThread } from '../../../platform/jobs/index.ts'
import type { CoverInput } from './cover-model.ts'
import type { SolvedCover } from './cover-shifts.ts'
import type { SolveInput, SolveProgress } from './solve-roster.ts'
import type { SolvedRoster } from './solved-roster.ts'

export type SolveOptions = {
  /** Aborting stops the search, and the best plan found until then is returned. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: SolveProgress) => void
}

/**
 * `solveRoster` away from the thread that asks. Always gives a plan, also when stopped: the best found, how far it can
 * be from the best there is, and where people are missing.
 *
 * @example const { shifts, gap, short } = await solveInThread({ grid, from, weeks: 1, agents, templates, shifts: [], seed: 1 })
 */
export function solveInThread(input: SolveInput, options: SolveOptions = {}): Promise<SolvedRoster> {
  return inThread<SolvedRoster>({ stage: 'roster', input }, options)
}

/** `coverShifts` away from the thread that asks; stopped, it gives the best found. */
export function coverInThread(input: CoverInput, options: SolveOptions = {}): Promise<SolvedCover> {
  return inThread<SolvedCover>({ stage: 'cover', input }, options)
}

type Asked =
  | { readonly stage: 'roster'; readonly input: SolveInput }
  | { readonly stage: 'cover'; readonly input: CoverInput }

async function inThread<Solved>(asked: Asked, { signal, onProgress }: SolveOptions): Promise<Solved> {
  const cancelled = new SharedArrayBuffer(4)
  const stop = () => Atomics.store(new Int32Array(cancelled), 0, 1)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await runInThread<Solved>(
      new URL('./solve-thread.ts', import.meta.url),
      { ...asked, cancelled },
      onProgress ? { onProgress: (_, note) => note && onProgress(JSON.parse(note) as SolveProgress) } : {},
    )
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
