/**
 * Kendall's tau-b between two orders of the same things (Kendall 1945): 1 the same order, 0 none in common, −1 the
 * opposite; corrected for things that share a place. Null with fewer than two, or where one order shares all places.
 *
 * Example: 1, 2, 3, 4 against 1, 2, 4, 3 → 0.667 (five pairs alike, one not).
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number | null {
  let alike = 0
  let [differentA, differentB] = [0, 0]
  for (let one = 0; one < a.length; one++)
    for (let other = one + 1; other < a.length; other++) {
      const [inA, inB] = [Math.sign(a[one]! - a[other]!), Math.sign(b[one]! - b[other]!)]
      alike += inA * inB
      if (inA !== 0) differentA++
      if (inB !== 0) differentB++
    }
  return differentA === 0 || differentB === 0 ? null : alike / Math.sqrt(differentA * differentB)
}
