/** Heavy computing in a thread of its own, so that the server goes on answering. The thread has no database. */
import { availableParallelism } from 'node:os'
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

/** A thread that stays open for several pieces of work of the same module, one at a time. */
export type Thread = {
  readonly run: <Result>(input: unknown) => Promise<Result>
  readonly close: () => Promise<void>
}

/**
 * Opens a thread whose module's exported `run(input, context)` is called for each piece of work. Input and result
 * are copied. Aborting ends the thread at once; nothing of it is left. What the module has read and warmed up is
 * paid for once, so many small pieces belong in one thread; whoever opens it closes it.
 *
 * @throws from `run`: AppError as thrown in the thread; the signal's reason when aborted; otherwise the thread's error
 */
export function openThread(module: URL, options: ThreadOptions = {}): Thread {
  const { signal, onProgress, mostMegabytes } = options
  signal?.throwIfAborted()
  const entry = new URL('./thread-entry.ts', import.meta.url)
  const worker = new Worker(entry, {
    workerData: { module: module.href },
    execArgv: [],
    ...(mostMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } }),
  })
  let waiting: PromiseWithResolvers<unknown> | undefined
  let ended: { readonly reason: unknown } | undefined
  const end = (reason: unknown) => {
    ended ??= { reason }
    waiting?.reject(ended.reason)
    waiting = undefined
  }
  const abort = () => end(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the thread ended without a result (${code})`)))
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'progress') return onProgress?.(message.fraction, message.note)
    if (message.kind === 'result') waiting?.resolve(message.result)
    else waiting?.reject(errorOf(message))
    waiting = undefined
  })
  return {
    run: async <Result>(input: unknown) => {
      if (waiting) throw new Error('a thread does one piece of work at a time')
      if (ended) throw ended.reason
      waiting = Promise.withResolvers<unknown>()
      const { promise } = waiting
      worker.postMessage(input)
      return (await promise) as Result
    },
    close: async () => {
      signal?.removeEventListener('abort', abort)
      await worker.terminate()
    },
  }
}

/**
 * Runs the module's exported `run(input, context)` in a new thread and returns what it returns.
 *
 * @throws as `openThread`
 * @example await runInThread(new URL('./score-thread.ts', import.meta.url), { rows }, { signal: job.signal })
 */
export async function runInThread<Result>(
  module: URL,
  input: unknown,
  options: ThreadOptions = {},
): Promise<Result> {
  const thread = openThread(module, options)
  try {
    return await thread.run<Result>(input)
  } finally {
    await thread.close()
  }
}

/**
 * Works through the pieces, each handed to the next thread that is free, at most `most` of them at once and never
 * more than the machine has processors. Results come in the order in which they are ready.
 */
export async function shareOutInThreads<Piece>(
  { module, most, signal }: { readonly module: URL; readonly most: number; readonly signal?: AbortSignal },
  pieces: readonly Piece[],
  work: (run: Thread['run'], piece: Piece) => Promise<void>,
): Promise<void> {
  const waiting = [...pieces]
  const works = Array.from({ length: Math.min(most, availableParallelism(), pieces.length) }, async () => {
    const thread = openThread(module, signal ? { signal } : {})
    try {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift())
        await work(thread.run, piece)
    } finally {
      // One that fails leaves nothing for the others to begin.
      waiting.length = 0
      await thread.close()
    }
  })
  await Promise.all(works)
}

function errorOf(message: Extract<ThreadMessage, { kind: 'refused' | 'failed' }>): unknown {
  return message.kind === 'failed'
    ? message.error
    : new AppError(message.code, message.params, message.issues)
}
