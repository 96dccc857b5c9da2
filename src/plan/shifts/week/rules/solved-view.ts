import type { StoppedBy, WhyShort } from '../../rules/solve-words.ts'
import type { ShortInterval } from '../../rules/types.ts'

/** What the last search for shifts found, as it is kept with the plan. */
export type SolvedView = {
  /** ISO 8601. */
  readonly at: string
  readonly seconds: number
  /** How far the best plan may be from the best possible: (cost − bound) ÷ cost, 0–1; null when there is no bound. */
  readonly gap: number | null
  readonly cost: number
  readonly bound: number | null
  /** Why it stopped. */
  readonly ended: StoppedBy
  readonly shortHours: number
  readonly short: readonly (ShortInterval & { readonly why: WhyShort })[]
}
