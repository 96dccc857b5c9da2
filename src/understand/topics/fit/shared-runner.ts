/** Row work shared with other threads. The thread that asks works too, and waits until all is done. */
import { Worker } from 'node:worker_threads'
import { alone, type RowWork, type Runner, rowsOfWork } from '../rules/learn/row-work.ts'
import type { RowMessage } from './row-thread.ts'
import { takePieces } from './take-pieces.ts'

export type SharedRunner = { readonly run: Runner; close(): Promise<void> }

/** Below so many rows handing over costs more than it saves. */
const leastRows = 512
const piecesPerThread = 3
/** A thread that has not answered by then never will. */
const mostWait = 30 * 60_000

/** `threads` counts the one that asks. */
export function sharedRunner(threads: number): SharedRunner {
  if (threads <= 1) return { run: alone, close: async () => undefined }
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(new URL('./row-thread.ts', import.meta.url), { execArgv: [] }),
  )
  for (const worker of workers) worker.unref()
  const copies = new WeakMap<object, object>()
  const run: Runner = (work) => {
    const least = work.kind === 'train' || work.kind === 'nearest' ? 2 : leastRows
    if (rowsOfWork(work) < least) return alone(work)
    const message: RowMessage = {
      work: sharedCopy(work, copies) as RowWork,
      pieces: piecesOf(work, threads),
      counter: new Int32Array(new SharedArrayBuffer(12)),
    }
    for (const worker of workers) worker.postMessage(message)
    takePieces(work, message.pieces, message.counter)
    awaitAll(message.counter, workers.length)
  }
  return { run, close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))) }
}

function piecesOf(work: RowWork, threads: number): number {
  const pieces = threads * (work.kind === 'nearest' || work.kind === 'train' ? 8 : piecesPerThread)
  return Math.min(pieces, rowsOfWork(work))
}

function awaitAll(counter: Int32Array, workers: number): void {
  for (let done = Atomics.load(counter, 1); done < workers; done = Atomics.load(counter, 1))
    if (Atomics.wait(counter, 1, done, mostWait) === 'timed-out') throw new Error('a thread does not answer')
  if (Atomics.load(counter, 2) > 0) throw new Error('a thread failed at its part of the rows')
}

/**
 * The same work with every array in memory that threads share. Arrays that are results are there already; the others
 * are copied once and remembered, for the same words and weights come again and again.
 */
function sharedCopy(value: unknown, copies: WeakMap<object, object>): unknown {
  if (ArrayBuffer.isView(value)) return sharedArray(value as Float32Array | Uint32Array, copies)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sharedCopy(part, copies)]))
}

function sharedArray(array: Float32Array | Uint32Array, copies: WeakMap<object, object>): object {
  if (array.buffer instanceof SharedArrayBuffer) return array
  const known = copies.get(array)
  if (known) return known
  const buffer = new SharedArrayBuffer(array.byteLength)
  const copy = array instanceof Float32Array ? new Float32Array(buffer) : new Uint32Array(buffer)
  copy.set(array)
  copies.set(array, copy)
  return copy
}
