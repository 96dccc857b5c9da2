import type { Db } from '../database/index.ts'
import { saveProgress } from './progress-store.ts'

const everyMs = 500

export type ProgressReport = {
  progress(fraction: number, note?: string): void
  /** Aborted when somebody has asked that the job be cancelled. */
  readonly cancelled: AbortSignal
  /** Writes the last state and stops reporting. */
  finish(): Promise<void>
}

/** Writes a job's progress twice a second at most, and reads the wish to cancel on the same way. */
export function reportProgress(db: Db, id: string): ProgressReport {
  const cancel = new AbortController()
  let at = { fraction: 0, note: null as string | null }
  let writing: Promise<void> = Promise.resolve()
  const write = () => {
    writing = writing
      .then(() => saveProgress(db, id, at))
      .then(({ cancelRequested }) => {
        if (cancelRequested) cancel.abort(new Error('cancelled'))
      })
      // The next tick tries again; progress is not worth the work's life.
      .catch(() => undefined)
  }
  const ticking = setInterval(write, everyMs)
  return {
    cancelled: cancel.signal,
    progress: (fraction, note) => {
      at = { fraction: Math.min(1, Math.max(0, fraction)), note: note ?? at.note }
    },
    finish: async () => {
      clearInterval(ticking)
      write()
      await writing
    },
  }
}
