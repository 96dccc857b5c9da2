/** Counting what was chosen as the most and as the least important, one set at a time (Finn & Louviere 1992). */
import type { Choice } from '../contract.ts'

export type Tally = { readonly shown: number; readonly best: number; readonly worst: number }

/** For each item how often it was shown, and chosen as the most and as the least important. */
export function talliesOf(items: readonly string[], choices: readonly Choice[]): readonly Tally[] {
  return items.map((id) => ({
    shown: choices.filter((choice) => choice.items.includes(id)).length,
    best: choices.filter(({ best }) => best === id).length,
    worst: choices.filter(({ worst }) => worst === id).length,
  }))
}

/**
 * (best − worst) ÷ shown, from −1 (always the least important) to 1 (always the most); 0 for what was never shown.
 * Half of 1 + this is the share of the others in its sets that an item came before, where those that were not chosen
 * share their places; it is the choice probability of Lipovetsky & Conklin (2014, J. Choice Modelling 10).
 *
 * Example: shown 7145 times, best 1733, worst 1324 (their table 6) → 0.057.
 */
export function scoreOf({ shown, best, worst }: Tally): number {
  return shown === 0 ? 0 : (best - worst) / shown
}
