/**
 * Chance by name instead of by turn. Every contact has a key, and what it needs of chance (how long it takes, how long
 * it waits, whether it comes back) is a function of its key and a purpose, never of how many numbers were drawn before
 * it. So the same customer meets two plans with the same patience and the same errand: common random numbers, by which
 * a difference between plans is known far better than either plan (Law 2015, Simulation Modeling and Analysis, ch. 11).
 *
 * The mixer is lowbias32 (Wellons 2018, hash-prospector), a permutation of 32 bits in which every bit of the input
 * changes every bit of the output with a chance within 0.2 % of a half.
 */

export function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return (x ^ (x >>> 16)) | 0
}

/** A key that follows from another one, such as that of the second attempt from that of the first. */
export function keyAfter(key: number, step: number): number {
  return mix(mix(key ^ 0x5bd1e995) + Math.imul(step, 0x9e3779b9))
}

/** What a number is drawn for. Two purposes of one contact are independent. */
export const purpose = {
  moment: 0x3c6ef372,
  selfService: 0x1f83d9ab,
  work: 0x510e527f,
  patience: 0x1b873593,
  afterAbandon: 0x2545f491,
  delay: 0x6a09e667,
  returns: 0x4cf5ad43,
  callback: 0x38b34ae5,
  reached: 0x7f4a7c15,
  day: 0x165667b1,
  count: 0x27d4eb2f,
} as const

/** A number in (0, 1), never an end of it. */
export function chance(key: number, of: number): number {
  return ((mix(key + of) >>> 0) + 0.5) / 4294967296
}
