/** Agreement between two people who coded the same records blind: Cohen's kappa with its large-sample interval. */
import { type Interval, normalQuantile } from '../../../kernel/statistics.ts'

export type Kappa = {
  readonly n: number
  /** Share of records coded alike. */
  readonly agreement: number
  /** Agreement beyond chance; null when both used one code only, so that there is no chance to go beyond. */
  readonly kappa: number | null
  readonly interval: Interval | null
}

/**
 * Cohen 1960; standard error by Fleiss, Cohen & Everitt 1969 (Fleiss, Levin & Paik 2003, formula 18.13).
 * `table[i][j]` counts the records that the first coded i and the second j.
 *
 * @example cohenKappa([[75, 1, 4], [5, 4, 1], [0, 0, 10]]) // κ 0.68, standard error 0.087 (their table 18.1)
 */
export function cohenKappa(table: readonly (readonly number[])[], level = 0.95): Kappa {
  const n = table.flat().reduce((sum, count) => sum + count, 0)
  if (n === 0) return { n, agreement: 0, kappa: null, interval: null }
  const codes = table.map((_, code) => code)
  const share = (i: number, j: number) => table[i]![j]! / n
  const rows = codes.map((i) => codes.reduce((sum, j) => sum + share(i, j), 0))
  const columns = codes.map((j) => codes.reduce((sum, i) => sum + share(i, j), 0))
  const agreement = codes.reduce((sum, i) => sum + share(i, i), 0)
  const chance = codes.reduce((sum, i) => sum + rows[i]! * columns[i]!, 0)
  if (chance >= 1) return { n, agreement, kappa: null, interval: null }
  const kappa = (agreement - chance) / (1 - chance)
  const a = codes.reduce((sum, i) => sum + share(i, i) * (1 - (rows[i]! + columns[i]!) * (1 - kappa)) ** 2, 0)
  const off = codes.reduce(
    (sum, i) =>
      sum +
      codes.reduce((part, j) => (i === j ? part : part + share(i, j) * (columns[i]! + rows[j]!) ** 2), 0),
    0,
  )
  const c = (kappa - chance * (1 - kappa)) ** 2
  const error = Math.sqrt(Math.max(0, a + (1 - kappa) ** 2 * off - c)) / ((1 - chance) * Math.sqrt(n))
  const half = normalQuantile((1 + level) / 2) * error
  return { n, agreement, kappa, interval: [Math.max(-1, kappa - half), Math.min(1, kappa + half)] }
}
