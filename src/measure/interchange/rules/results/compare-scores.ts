import type { ImportedContact } from './read-results.ts'

/** How our scores agree with those that the file brings. */
export type Comparison = {
  readonly rows: number
  /** Within half a percentage point, which is how most tools round. */
  readonly equal: number
  readonly largest: number
  /** The line with the largest difference. */
  readonly line: number
}

const rounding = 0.5 + 1e-9

/** @example ours 66.67 and theirs 67 are equal; ours 66.67 and theirs 70 differ by 3.33 */
export function compareScores(contacts: readonly ImportedContact[]): Comparison | null {
  const differences = contacts.flatMap(({ line, score, theirScore }) =>
    theirScore === undefined ? [] : [{ line, by: Math.abs(score.score - theirScore) }],
  )
  if (differences.length === 0) return null
  const worst = differences.reduce((most, one) => (one.by > most.by ? one : most))
  const equal = differences.filter(({ by }) => by <= rounding).length
  return { rows: differences.length, equal, largest: worst.by, line: worst.line }
}
