/**
 * Sums and products of the outcome and the performances, kept for each participant and channel, so that a resampled
 * edition is a sum of a few matrices instead of a walk through all its contacts.
 */
import type { Matrix } from './symmetric.ts'

/** A contact as numbers: the outcomes first, then the performances; null where not asked or not applicable. */
export type DriverRow = {
  readonly participant: string
  readonly channel: string
  readonly values: readonly (number | null)[]
}

/** One participant: by channel its count and sums, and all its products. */
export type ParticipantMoments = {
  readonly channels: readonly { n: number; readonly sums: Float64Array }[]
  /** Upper triangle of Σ x xᵀ, row after row. */
  readonly products: Float64Array
}

export type Moments = { readonly width: number; readonly participants: readonly ParticipantMoments[] }

/**
 * What is missing (not asked on the channel, not applicable) is given the mean of the same channel: it then tells
 * nothing in either direction once channels are taken out. Rows without an outcome are left out before.
 */
export function momentsOf(rows: readonly DriverRow[]): Moments {
  const width = rows[0]?.values.length ?? 0
  const channels = [...new Set(rows.map(({ channel }) => channel))].sort()
  const means = channels.map((channel) =>
    columnMeans(
      rows.filter((row) => row.channel === channel),
      width,
    ),
  )
  const participants = [...Map.groupBy(rows, ({ participant }) => participant)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return {
    width,
    participants: participants.map(([, own]) => participantMoments(own, { width, channels, means })),
  }
}

function columnMeans(rows: readonly DriverRow[], width: number): readonly number[] {
  return Array.from({ length: width }, (_, at) => {
    const given = rows.flatMap(({ values }) => values[at] ?? [])
    return given.length > 0 ? given.reduce((sum, value) => sum + value, 0) / given.length : 0
  })
}

type Filling = {
  readonly width: number
  readonly channels: readonly string[]
  readonly means: readonly (readonly number[])[]
}

function participantMoments(
  rows: readonly DriverRow[],
  { width, channels, means }: Filling,
): ParticipantMoments {
  const parts = channels.map(() => ({ n: 0, sums: new Float64Array(width) }))
  const products = new Float64Array((width * (width + 1)) / 2)
  for (const { channel, values } of rows) {
    const place = channels.indexOf(channel)
    const part = parts[place]!
    const filled = values.map((value, at) => value ?? means[place]![at]!)
    part.n++
    let next = 0
    for (let i = 0; i < width; i++) {
      part.sums[i]! += filled[i]!
      for (let j = i; j < width; j++) products[next++]! += filled[i]! * filled[j]!
    }
  }
  return { channels: parts, products }
}

/**
 * Covariances within channels of the drawn participants together, each as often as `times` says: differences between
 * channels are taken out, so that a channel that is liked better does not make its questions look important.
 */
export function covarianceOf({ width, participants }: Moments, times: ArrayLike<number>): Matrix {
  const products = new Float64Array((width * (width + 1)) / 2)
  const sums = participants[0]?.channels.map(() => new Float64Array(width)) ?? []
  const counts = sums.map(() => 0)
  participants.forEach((participant, at) => {
    const weight = times[at]!
    if (weight === 0) return
    for (let cell = 0; cell < products.length; cell++) products[cell]! += weight * participant.products[cell]!
    participant.channels.forEach(({ n, sums: own }, channel) => {
      counts[channel]! += weight * n
      for (let i = 0; i < width; i++) sums[channel]![i]! += weight * own[i]!
    })
  })
  const n = counts.reduce((all, count) => all + count, 0)
  const matrix = Array.from({ length: width }, () => new Array<number>(width).fill(0))
  let next = 0
  for (let i = 0; i < width; i++) {
    for (let j = i; j < width; j++) {
      let value = products[next++]!
      sums.forEach((channel, at) => {
        if (counts[at]! > 0) value -= (channel[i]! * channel[j]!) / counts[at]!
      })
      matrix[i]![j] = value / n
      matrix[j]![i] = value / n
    }
  }
  return matrix
}
