/** A thread that takes its share of row work: pieces off a common counter until none is left. */
import { parentPort } from 'node:worker_threads'
import type { RowWork } from '../rules/learn/row-work.ts'
import { takePieces } from './take-pieces.ts'

export type RowMessage = {
  readonly work: RowWork
  readonly pieces: number
  /** [next piece, how many threads are done, how many have failed] */
  readonly counter: Int32Array
}

parentPort!.on('message', ({ work, pieces, counter }: RowMessage) => {
  try {
    takePieces(work, pieces, counter)
  } catch {
    Atomics.add(counter, 2, 1)
  }
  Atomics.add(counter, 1, 1)
  Atomics.notify(counter, 1)
})
