/**
 * Whether a text is about any known topic. Two signs count alike: how far the classifier's best class is from its
 * margin, and how like the text is to the likest texts of the log. What is usual is read off from examples that
 * neither the classifier nor the log had seen, and a text is placed among them (a conformal p-value; Vovk, Gammerman &
 * Shafer 2005), so that a threshold says how often a known text falls below it.
 */

type Usual = { readonly mean: number; readonly spread: number }

export type Familiarity = {
  readonly margin: Usual
  readonly likeness: Usual
  /** Of examples, lowest first. */
  readonly scores: Float64Array
}

/** Below so many examples nothing is usual yet. */
const fewest = 20

export function learnFamiliarity(margins: readonly number[], likenesses: readonly number[]): Familiarity {
  const [margin, likeness] = [usual(margins), usual(likenesses)]
  const scores = margins.map((own, at) => unbounded({ margin, likeness }, own, likenesses[at]!))
  return { margin, likeness, scores: Float64Array.from(scores).sort() }
}

/** The share of examples that are at most as familiar, 0–1; 1 when there are too few to tell. */
export function familiarityOf(familiarity: Familiarity, score: number): number {
  const { scores } = familiarity
  if (scores.length < fewest) return 1
  let [low, high] = [0, scores.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (scores[middle]! <= score) low = middle + 1
    else high = middle
  }
  return (low + 1) / (scores.length + 1)
}

/** Higher is more familiar; without bounds, so that it also ranks what lies below every example. */
export function unbounded(
  { margin, likeness }: Pick<Familiarity, 'margin' | 'likeness'>,
  ownMargin: number,
  ownLikeness: number,
): number {
  return (ownMargin - margin.mean) / margin.spread + (ownLikeness - likeness.mean) / likeness.spread
}

function usual(values: readonly number[]): Usual {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)
  return { mean, spread: Math.sqrt(square) || 1 }
}
