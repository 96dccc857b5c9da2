/**
 * Scored contacts gathered for results: per participant and channel one stratum, in which each contact is a row of
 * numbers. Every figure of the results is a ratio of two column sums, so that means of scores and points over
 * possible points are one computation, for the figure as for its resampled copies.
 */

import { bandOf } from './band-of.ts'
import type { CompiledForm, CompiledMethod } from './compiled-form.ts'
import type { ScoreOutcome } from './score-submission.ts'

/** Columns of a row: what a contact adds to the total, its weight, its weight among the answered ones; then areas. */
export const column = {
  total: 0,
  weight: 1,
  answeredWeight: 2,
  area: (area: number) => 3 + 2 * area,
  areaWeight: (area: number) => 4 + 2 * area,
} as const

export type Stratum = {
  readonly channelIndex: number
  n: number
  nAnswered: number
  nWithoutScore: number
  /** One row after the other, each `ScoreTable.width` numbers. */
  readonly rows: number[]
  /** Contacts per band of the method. */
  readonly bands: number[]
}

export type ParticipantRows = {
  readonly participant: string
  readonly class: string
  /** By the channel's place in the method; a channel without contacts is missing. */
  readonly strata: (Stratum | undefined)[]
}

export type ScoredOutcome = Exclude<ScoreOutcome, { kind: 'refused' }>

export type ScoredContact = {
  readonly participant: string
  readonly class: string
  readonly form: CompiledForm
  readonly outcome: ScoredOutcome
}

export class ScoreTable {
  readonly compiled: CompiledMethod
  readonly width: number
  readonly #participants = new Map<string, ParticipantRows>()

  constructor(compiled: CompiledMethod) {
    this.compiled = compiled
    this.width = 3 + 2 * compiled.areas.length
  }

  add(contact: ScoredContact): void {
    const stratum = this.#stratumOf(contact)
    const { outcome } = contact
    if (outcome.kind === 'noScore') {
      stratum.nWithoutScore++
      return
    }
    stratum.n++
    if (outcome.answered) stratum.nAnswered++
    stratum.bands[bandOf(this.compiled.method.bands, outcome.score)]!++
    const byPoints = this.compiled.method.score.total === 'pointsOverPossible'
    const weight = byPoints ? outcome.possible : 1
    stratum.rows.push(byPoints ? outcome.points * 100 : outcome.score, weight, outcome.answered ? weight : 0)
    for (const id of this.compiled.areas) {
      const area = outcome.areas[id]
      if (!area) stratum.rows.push(0, 0)
      else if (byPoints) stratum.rows.push(area.points * 100, area.possible)
      else stratum.rows.push(area.score, 1)
    }
  }

  /** In the order of their names, by code unit, whatever order the contacts came in. */
  participants(): ParticipantRows[] {
    return [...this.#participants.values()].sort((a, b) => (a.participant < b.participant ? -1 : 1))
  }

  #stratumOf({ participant, class: className, form }: ScoredContact): Stratum {
    let rows = this.#participants.get(participant)
    if (!rows) {
      rows = { participant, class: className, strata: [] }
      this.#participants.set(participant, rows)
    }
    rows.strata[form.channelIndex] ??= {
      channelIndex: form.channelIndex,
      n: 0,
      nAnswered: 0,
      nWithoutScore: 0,
      rows: [],
      bands: this.compiled.method.bands.map(() => 0),
    }
    return rows.strata[form.channelIndex]!
  }
}

/**
 * A stratum's rows in an order that depends on nothing but their numbers, so that neither a sum's last bit nor a
 * seeded draw changes when the same contacts come in another order.
 */
export function orderedRows({ rows, n }: Stratum, width: number): Float64Array {
  const order = Array.from({ length: n }, (_, row) => row * width).sort((a, b) => {
    for (let offset = 0; offset < width; offset++) {
      const difference = rows[a + offset]! - rows[b + offset]!
      if (difference !== 0) return difference
    }
    return 0
  })
  const ordered = new Float64Array(rows.length)
  order.forEach((start, row) => {
    for (let offset = 0; offset < width; offset++) ordered[row * width + offset] = rows[start + offset]!
  })
  return ordered
}
