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

export type ThreadRequest = { readonly module: string; readonly input: unknown }

/**
 * Runs the module's exported `run(input, context)` in a thread and returns what it returns. Input and result are
 * copied. Aborting ends the thread at once; nothing of it is left. The module may be run again in the same thread:
 * what it keeps from one run to the next must only make the next one faster.
 *
 * @throws AppError as thrown in the thread; the signal's reason when aborted; otherwise the thread's error
 * @example await runInThread(new URL('./score-thread.ts', import.meta.url), { rows }, { signal: job.signal })
 */
export async function runInThread<Result>(
  module: URL,
  input: unknown,
  options: ThreadOptions = {},
): Promise<Result> {
  options.signal?.throwIfAborted()
  const thread = takeThread(options)
  let whole = false
  try {
    const message = await askThread(thread, { module: module.href, input }, options)
    whole = true
    if (message.kind === 'result') return message.result as Result
    throw errorOf(message)
  } finally {
    stopListening(thread)
    if (whole && options.mostMegabytes === undefined) keepThread(thread)
    else await thread.terminate()
  }
}

/** Runs one piece of work in a thread. */
export type RunPiece = <Result>(input: unknown) => Promise<Result>

/**
 * Works through the pieces, at most `most` of them at once and never more than the machine has processors. A thread
 * that is done with one takes the next, with everything that its module has read and warmed up.
 */
export async function shareOutInThreads<Piece>(
  { module, most, signal }: { readonly module: URL; readonly most: number; readonly signal?: AbortSignal },
  pieces: readonly Piece[],
  work: (run: RunPiece, piece: Piece) => Promise<void>,
): Promise<void> {
  const waiting = [...pieces]
  const run: RunPiece = (input) => runInThread(module, input, signal ? { signal } : {})
  const works = Array.from({ length: Math.min(most, availableParallelism(), pieces.length) }, async () => {
    try {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await work(run, piece)
    } finally {
      // One that fails leaves nothing for the others to begin.
      waiting.length = 0
    }
  })
  await Promise.all(works)
}

type Outcome = Exclude<ThreadMessage, { kind: 'progress' }>

function askThread(
  thread: Worker,
  request: ThreadRequest,
  { signal, onProgress }: ThreadOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    thread.on('error', reject)
    thread.on('exit', (code) => reject(new Error(`the thread ended without a result (${code})`)))
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress?.(message.fraction, message.note)
      else resolve(message)
    })
    thread.postMessage(request)
  })
}

/** Each kind by its name: the thread has listeners of its own, without which it is deaf. */
function stopListening(thread: Worker): void {
  for (const kind of ['message', 'error', 'exit']) thread.removeAllListeners(kind)
}

type Idle = { readonly thread: Worker; readonly ending: NodeJS.Timeout }

/** Starting a thread and reading its modules takes longer than most computing: the last ones wait for the next. */
const idle: Idle[] = []
const mostIdle = 2
const idleMilliseconds = 30_000

function takeThread({ mostMegabytes }: ThreadOptions): Worker {
  const kept = mostMegabytes === undefined ? idle.pop() : undefined
  if (kept) {
    clearTimeout(kept.ending)
    stopListening(kept.thread)
    kept.thread.ref()
    return kept.thread
  }
  return new Worker(new URL('./thread-entry.ts', import.meta.url), {
    execArgv: [],
    ...(mostMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } }),
  })
}

/** Nobody waits for an idle thread: the process may end with it. */
function keepThread(thread: Worker): void {
  const forget = () => {
    const at = idle.findIndex((one) => one.thread === thread)
    if (at >= 0) idle.splice(at, 1)
  }
  const end = () => {
    forget()
    void thread.terminate()
  }
  if (idle.length >= mostIdle) {
    void thread.terminate()
    return
  }
  // An idle thread that breaks down harms nobody; the next one is made anew.
  thread.on('error', forget)
  thread.on('exit', forget)
  thread.unref()
  idle.push({ thread, ending: setTimeout(end, idleMilliseconds).unref() })
}

function errorOf(message: Exclude<Outcome, { kind: 'result' }>): unknown {
  return message.kind === 'failed'
    ? message.error
    : new AppError(message.code, message.params, message.issues)
}
