/**
 * Which of many findings stand when all are tested at once: Benjamini & Hochberg (1995) hold the expected share of
 * false ones among those that stand at `rate`. Of m tests, the k smallest stand for the largest k with p₍ₖ₎ ≤ k·rate/m.
 *
 * Example: their fifteen values 0.0001, 0.0004, 0.0019, 0.0095, 0.0201 … at 0.05 → the first four stand.
 */
export function standing(probabilities: readonly (number | null)[], rate: number): readonly boolean[] {
  const tested = probabilities.filter((p) => p !== null).toSorted((a, b) => a - b)
  const limit = tested.findLast((p, at) => p <= ((at + 1) * rate) / tested.length)
  return probabilities.map((p) => p !== null && limit !== undefined && p <= limit)
}
