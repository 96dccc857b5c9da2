/**
 * Stratified resampling of contacts: the rescaling bootstrap of Rao & Wu (1988, JASA 83) with n − 1 draws in a
 * stratum of n, which makes the spread of a resampled mean that of the textbook (s²/n) also in strata as small as
 * six contacts, where the plain bootstrap is too narrow by (n − 1)/n.
 */
import { type Random, seededRandom } from '../../../kernel/random.ts'

/** Each participant has its own stream: adding a participant does not change the intervals of the others. */
export function randomFor(seed: string, participant: string): Random {
  return seededRandom(`${seed}\u0000${participant}`)
}

/**
 * Draws `resamples` copies of a stratum's column sums into `into` (copy after copy, `width` numbers each).
 * A stratum of one contact gives that contact every time: its spread is not known from itself.
 */
export function resampleSums(rows: Float64Array, into: Float64Array, { width, random }: Draw): void {
  const n = rows.length / width
  const draws = Math.max(1, n - 1)
  const scale = n / draws
  const resamples = into.length / width
  for (let copy = 0; copy < resamples; copy++) {
    const at = copy * width
    for (let offset = 0; offset < width; offset++) into[at + offset] = 0
    for (let draw = 0; draw < draws; draw++) {
      const row = Math.floor(random() * n) * width
      for (let offset = 0; offset < width; offset++) into[at + offset]! += rows[row + offset]!
    }
    for (let offset = 0; offset < width; offset++) into[at + offset]! *= scale
  }
}

export type Draw = { readonly width: number; readonly random: Random }
