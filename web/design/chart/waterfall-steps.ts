/** The parts of a gap, one after the other, from where it starts to where it ends. */
export type WaterfallPart = {
  readonly name: string
  readonly value: number
  /** Where the part's value probably lies; drawn as a whisker from where the part starts. */
  readonly interval?: readonly [low: number, high: number] | null
}

export type WaterfallStep = WaterfallPart & { readonly from: number; readonly to: number }

/**
 * Each part from where the one before ended. The parts add up to the gap; what they leave is not hidden in a
 * remainder, so the last `to` is the end.
 *
 * @example waterfallSteps(88, [{ name: 'Ubesvart', value: -6 }, { name: 'Velkomst', value: 1 }]).at(-1)?.to // 83
 */
export function waterfallSteps(start: number, parts: readonly WaterfallPart[]): readonly WaterfallStep[] {
  let reached = start
  return parts.map((part) => {
    const from = reached
    reached += part.value
    return { ...part, from, to: reached }
  })
}
