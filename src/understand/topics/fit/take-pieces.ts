import { doRows, type RowWork, rowsOfWork } from '../rules/learn/row-work.ts'

/** Does pieces of the work, whichever is next, until none is left. Which thread does a piece changes nothing in it. */
export function takePieces(work: RowWork, pieces: number, counter: Int32Array): void {
  const rows = rowsOfWork(work)
  for (let piece = Atomics.add(counter, 0, 1); piece < pieces; piece = Atomics.add(counter, 0, 1)) {
    const from = Math.floor((rows * piece) / pieces)
    const to = Math.floor((rows * (piece + 1)) / pieces)
    if (to > from) doRows(work, { from, to })
  }
}
