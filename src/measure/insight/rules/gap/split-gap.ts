/**
 * A gap between two totals split into what it is made of, with nothing left over.
 *
 * A total is Σ over channels and questions of four factors: the channel's share of the contacts × the share answered ×
 * the question's share of the possible points × the score on the question. The difference of two such products is
 * shared out over the factors by their Shapley values, the mean over every order in which the factors could be
 * changed from one to the other, so that no order is favoured and the parts add up exactly (Kitagawa 1955 for two
 * factors; Das Gupta 1993 for more; Shorrocks 2013). Method and worked example: docs/methods/gap.md.
 */
import { column } from './contact-columns.ts'
import type { ChannelSums } from './gap-group.ts'

/** By the channel's place in the method, in points of the total; own less reference. */
export type GapSplit = {
  readonly channels: readonly ChannelSplit[]
}

export type ChannelSplit = {
  /** That the channel had another share of the contacts. */
  mix: number
  /** That another share was answered. */
  unanswered: number
  /** That other questions were "not applicable". */
  applicable: number
  /** By the form's scored questions: that the question was answered better or worse. */
  readonly questions: Float64Array
}

/** Room for a split: one for each channel with its number of scored questions. */
export function roomForSplit(questions: readonly number[]): GapSplit {
  return {
    channels: questions.map((count) => ({
      mix: 0,
      unanswered: 0,
      applicable: 0,
      questions: new Float64Array(count),
    })),
  }
}

/**
 * Splits own − reference. A factor that one side does not have (a channel it lacks, a question that was never
 * applicable) is taken from the other side, so that the difference lies where it belongs: in the mix of channels, in
 * what was applicable. Sums of both sides have the same channels in the same places.
 *
 * Example: own 2 contacts, one unanswered, the other 60; reference 2 × 80 → unanswered −35, questions −15.
 */
export function splitGap(own: ChannelSums, reference: ChannelSums, into: GapSplit): GapSplit {
  const ownWeight = weightOf(own)
  const referenceWeight = weightOf(reference)
  into.channels.forEach((part, channel) => {
    const one = own[channel]
    const other = reference[channel]
    part.mix = 0
    part.unanswered = 0
    part.applicable = 0
    part.questions.fill(0)
    if (!one && !other) return
    const [w1, w0] = [one?.[column.weight] ?? 0, other?.[column.weight] ?? 0]
    const [m1, m0] = [w1 / ownWeight, w0 / referenceWeight]
    const [n1, n0] = [one?.[column.answered] ?? 0, other?.[column.answered] ?? 0]
    const a1 = w1 > 0 ? n1 / w1 : n0 / w0
    const a0 = w0 > 0 ? n0 / w0 : a1
    for (let q = 0; q < part.questions.length; q++) {
      const could1 = one?.[column.could(q)] ?? 0
      const could0 = other?.[column.could(q)] ?? 0
      let k1 = n1 > 0 ? could1 / n1 : n0 > 0 ? could0 / n0 : 0
      const k0 = n0 > 0 ? could0 / n0 : k1
      if (n1 <= 0) k1 = k0
      const given1 = could1 > 0 ? one![column.gave(q)]! / could1 : undefined
      const given0 = could0 > 0 ? other![column.gave(q)]! / could0 : undefined
      const s1 = given1 ?? given0 ?? 0
      const s0 = given0 ?? s1
      part.mix += (m1 - m0) * shared(a1, a0, k1, k0, s1, s0)
      part.unanswered += (a1 - a0) * shared(m1, m0, k1, k0, s1, s0)
      part.applicable += (k1 - k0) * shared(m1, m0, a1, a0, s1, s0)
      part.questions[q] = (s1 - s0) * shared(m1, m0, a1, a0, k1, k0) * 100
    }
    part.mix *= 100
    part.unanswered *= 100
    part.applicable *= 100
  })
  return into
}

/**
 * What one factor's difference counts: the product of the three others, averaged over which of them have been changed
 * before it. None or all: 1/4 each; one or two of three: 1/12 each. Six plain numbers, as this is the inmost loop.
 */
function shared(x1: number, x0: number, y1: number, y0: number, z1: number, z0: number): number {
  return (
    (x1 * y1 * z1 + x0 * y0 * z0) / 4 +
    (x1 * y1 * z0 + x1 * y0 * z1 + x0 * y1 * z1 + x1 * y0 * z0 + x0 * y1 * z0 + x0 * y0 * z1) / 12
  )
}

function weightOf(sums: ChannelSums): number {
  return sums.reduce((all, channel) => all + (channel?.[column.weight] ?? 0), 0)
}

/**
 * The same contacts as they would be with every one answered and every question at its best: nothing is lost.
 * Where nobody answered, the questions have the shares of the whole form (`shares`, by channel, summing to 1).
 */
export function withoutLoss(own: ChannelSums, shares: readonly (readonly number[])[]): ChannelSums {
  return own.map((sums, channel) => {
    if (!sums) return undefined
    const best = Float64Array.from(sums)
    const weight = sums[column.weight]!
    const answered = sums[column.answered]!
    best[column.answered] = weight
    shares[channel]!.forEach((share, q) => {
      best[column.could(q)] = answered > 0 ? (sums[column.could(q)]! * weight) / answered : share * weight
      best[column.gave(q)] = best[column.could(q)]!
    })
    return best
  })
}
