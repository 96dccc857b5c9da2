/** Heavy computing in a thread of its own, so that the server goes on answering. The thread has no database. */
import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode, type ErrorParams, type InputIssue } from '../../kernel/errors.ts'

/** What a module run in a thread gets beside its input: `export function run(input, { progress })`. */
export type ThreadContext = { progress(fraction: number, note?: string): void }

export type ThreadMessage =
  | { readonly kind: 'progress'; readonly fraction: number; readonly note?: string }
  | { readonly kind: 'result'; readonly result: unknown }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly params: ErrorParams
      readonly issues: readonly InputIssue[]
    }
  | { readonly kind: 'failed'; readonly error: unknown }

export type ThreadOptions = {
  readonly signal?: AbortSignal
  readonly onProgress?: (fraction: number, note?: string) => void
  /** Memory of the thread's own; beyond it the thread ends with an error. */
  readonly mostMegabytes?: number
}

/**
 * Runs the module's exported `run(input, context)` in a new thread and returns what it returns. Input and
 * result are copied. Aborting ends the thread at once; nothing of it is left.
 *
 * @throws AppError as thrown in the thread; the signal's reason when aborted; otherwise the thread's error
 * @example await runInThread(new URL('./score-thread.ts', import.meta.url), { rows }, { signal: job.signal })
 */
export async function runInThread<Result>(
  module: URL,
  input: unknown,
  options: ThreadOptions = {},
): Promise<Result> {
  const { signal, onProgress, mostMegabytes } = options
  signal?.throwIfAborted()
  const entry = new URL('./thread-entry.ts', import.meta.url)
  const thread = new Worker(entry, {
    workerData: { module: module.href, input },
    execArgv: [],
    ...(mostMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } }),
  })
  try {
    return await new Promise<Result>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      thread.on('error', reject)
      thread.on('exit', (code) => reject(new Error(`the thread ended without a result (${code})`)))
      thread.on('message', (message: ThreadMessage) => {
        if (message.kind === 'progress') onProgress?.(message.fraction, message.note)
        else if (message.kind === 'result') resolve(message.result as Result)
        else reject(errorOf(message))
      })
    })
  } finally {
    await thread.terminate()
  }
}

function errorOf(message: Extract<ThreadMessage, { kind: 'refused' | 'failed' }>): unknown {
  return message.kind === 'failed'
    ? message.error
    : new AppError(message.code, message.params, message.issues)
}
