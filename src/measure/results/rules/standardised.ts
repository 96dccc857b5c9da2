/**
 * What a total would be with the standard channel mix: the counts that the distribution key gives a participant that
 * has a channel in every slot. Direct standardisation (Fleiss, Levin and Paik 2003, ch. 19) where all slots are there.
 * A missing slot has no score to weigh, so it is taken that the participant would lie as far above or below the
 * others there as it does, on average, where it can be reached; how much is taken so is told as `coverage`.
 */
import { type Interval, middleOf } from '../../../kernel/statistics.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { keyFor } from '../../edition/rules/distribution-key.ts'
import type { StandardisedResult } from '../contract.ts'
import { rank } from './rank.ts'

export type StandardMix = {
  /** By the channel's place in the method, the slot that it lies in; −1 for none. */
  readonly slotOf: readonly number[]
  /** Share of each slot; they sum to 1. */
  readonly weights: readonly number[]
}

/** Example: phone 43, e-mail 32, chat or Messenger 25 of 25 contacts → 11, 8 and 6 of 25. */
export function standardMix(method: EditionMethod): StandardMix {
  const first = method.channelSlots.map(([channel]) => channel!)
  const { counts } = keyFor(method, first)
  const weights = first.map((channel) => (counts[channel] ?? 0) / method.contactsPerParticipant)
  return {
    slotOf: method.channels.map(({ id }) => method.channelSlots.findIndex((slot) => slot.includes(id))),
    weights,
  }
}

export type SlotTotal = { readonly value: number; readonly copies: Float64Array }

/** A participant's totals by slot, with its interval drawn before the others are known. */
export type MixedTotal = {
  readonly class: string
  readonly slots: readonly (number | undefined)[]
  /** Share of the standard mix in the participant's own slots. */
  readonly coverage: number
  /** Of the mean over its own slots. */
  readonly interval: Interval | null
}

export function mixedTotal(
  className: string,
  slots: readonly (SlotTotal | undefined)[],
  { weights }: StandardMix,
  level: number | undefined,
): MixedTotal {
  const coverage = slots.reduce((sum, slot, at) => sum + (slot ? weights[at]! : 0), 0)
  const values = slots.map((slot) => slot?.value)
  if (level === undefined || coverage === 0)
    return { class: className, slots: values, coverage, interval: null }
  const copies = new Float64Array(
    Math.min(...slots.map((slot) => slot?.copies.length ?? Number.POSITIVE_INFINITY)),
  )
  slots.forEach((slot, at) => {
    if (!slot) return
    const weight = weights[at]! / coverage
    for (let copy = 0; copy < copies.length; copy++) copies[copy]! += slot.copies[copy]! * weight
  })
  const interval = copies.length === 0 ? null : middleOf(copies, level)
  return { class: className, slots: values, coverage, interval }
}

/**
 * Example, weights ½ and ½, on which the participants' means are 80 and 60: one with 90 on the first slot only is 10
 * above the others there, so 10 above the standard's 70 → 80, of which ½ is covered.
 */
export function standardise(
  totals: readonly MixedTotal[],
  { weights }: StandardMix,
): (StandardisedResult | null)[] {
  const norms = weights.map((_, slot) => meanOf(totals.flatMap((total) => total.slots[slot] ?? [])))
  const seen = weights.reduce((sum, weight, slot) => sum + (norms[slot] === undefined ? 0 : weight), 0)
  const standard = weights.reduce((sum, weight, slot) => sum + (weight / seen) * (norms[slot] ?? 0), 0)
  const moved = totals.map(({ slots, coverage }) => {
    if (coverage === 0) return undefined
    const own = slots.map((_, slot) => (slots[slot] === undefined ? 0 : weights[slot]! / coverage))
    const mean = own.reduce((sum, weight, slot) => sum + weight * (slots[slot] ?? 0), 0)
    const expected = own.reduce((sum, weight, slot) => sum + weight * (norms[slot] ?? 0), 0)
    return { value: mean + standard - expected, shift: standard - expected }
  })
  const values = moved.map((one) => ({ value: one?.value ?? null }))
  const places = rank(values)
  const inClass = classPlaces(totals, values)
  return totals.map(({ interval, coverage }, index) => {
    const one = moved[index]
    if (!one) return null
    return {
      value: one.value,
      interval: interval && [interval[0] + one.shift, interval[1] + one.shift],
      rank: places[index]!,
      classRank: inClass[index]!,
      coverage: Math.min(1, coverage / seen),
    }
  })
}

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

function classPlaces(
  totals: readonly MixedTotal[],
  values: readonly { readonly value: number | null }[],
): (number | null)[] {
  const places: (number | null)[] = totals.map(() => null)
  const members = Map.groupBy(
    totals.map((_, index) => index),
    (index) => totals[index]!.class,
  )
  for (const indices of members.values()) {
    rank(indices.map((index) => values[index]!)).forEach((place, at) => {
      places[indices[at]!] = place
    })
  }
  return places
}
