/**
 * Randomisation in the place of the treated topic (Abadie, Diamond & Hainmueller 2010, JASA 105:493): the same is
 * measured for every topic that nothing was done with. When many of them seem to have changed as much, so may ours.
 */
import { measureEffect, type WeekPair } from './effect.ts'

export type Placebo = { readonly topics: number; readonly asMuch: number }

/** Fewer topics than this tell nothing. */
const fewest = 10

/** @param others weekly contacts of each untreated topic, as long as `control`, which is their sum */
export function tryOthers(
  others: readonly (readonly number[])[],
  {
    control,
    before,
    strength,
  }: { readonly control: readonly number[]; readonly before: number; readonly strength: number },
): Placebo | null {
  const strengths = others.flatMap((weeks) => {
    const pairs: WeekPair[] = weeks.map((treated, at) => ({ treated, control: control[at]! - treated }))
    return measureEffect(pairs, before).strength ?? []
  })
  if (strengths.length < fewest) return null
  return { topics: strengths.length, asMuch: strengths.filter((each) => each >= strength).length }
}
