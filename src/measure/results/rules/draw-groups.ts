/**
 * One pass over the participants: each stratum is drawn once, and its copies count in every group it is part of. Class
 * by class, so that the memory for a class is given back before the next one.
 */
import type { ScoreFigures } from '../contract.ts'
import { standardErrorOf } from './compare-all.ts'
import {
  addGroup,
  addStratum,
  clearGroup,
  emptyGroup,
  figuresOf,
  type Group,
  totalCopies,
} from './figures.ts'
import type { LeftOutContact, TotalSums } from './leave-one-out.ts'
import { randomFor, resampler } from './resample.ts'
import { column, orderedRows, type ParticipantRows, type ScoreTable, type Stratum } from './score-table.ts'
import { type MixedTotal, mixedTotal, type SlotTotal, standardMix } from './standardised.ts'

export type Draws = { readonly seed: string; readonly resamples: number }

/** Copies of totals that are kept for comparisons at most: all 10,000 of 200 participants. */
const keptCopies = 2_000_000
const fewestCopies = 200

/** A total that takes part in a ranking: a participant's, or that of one of its channels. */
export type Totals = {
  readonly figures: ScoreFigures
  readonly sums: TotalSums
  readonly copies: Float64Array
  readonly standardError: number | null
}

export type ParticipantTotals = Totals & {
  readonly rows: ParticipantRows
  readonly channels: readonly (Totals | undefined)[]
  readonly mixed: MixedTotal
}

export type Groups = {
  readonly all: ScoreFigures
  /** In the order of their names. */
  readonly classes: ReadonlyMap<string, ScoreFigures>
  readonly channels: readonly ScoreFigures[]
  /** In the order of their names, by code unit. */
  readonly participants: readonly ParticipantTotals[]
}

export function drawGroups(table: ScoreTable, draws: Draws): Groups {
  const { width } = table
  const people = table.participants()
  const all = emptyGroup(width, draws.resamples)
  const channels = table.compiled.method.channels.map(() => emptyGroup(width, draws.resamples))
  const draw = participantDrawer(table, draws, people.length)
  const classes = new Map<string, ScoreFigures>()
  const ofClass = emptyGroup(width, draws.resamples)
  const members = Map.groupBy(people, (rows) => rows.class)
  const participants = [...members.keys()].sort().flatMap((name) => {
    clearGroup(ofClass)
    const drawn = members.get(name)!.map((rows) => draw(rows, { all, ofClass, channels }))
    classes.set(name, figuresOfGroup(table, ofClass))
    return drawn
  })
  return {
    all: figuresOfGroup(table, all),
    classes,
    channels: channels.map((group) => figuresOfGroup(table, group)),
    participants: participants.sort((a, b) => (a.rows.participant < b.rows.participant ? -1 : 1)),
  }
}

const figuresOfGroup = ({ compiled }: ScoreTable, group: Group): ScoreFigures =>
  figuresOf(group, compiled.areas, compiled.method.score.interval.level)

type Around = { readonly all: Group; readonly ofClass: Group; readonly channels: readonly Group[] }

/** What draws one participant and adds it to the groups around it; its room is used again for the next one. */
function participantDrawer(table: ScoreTable, { seed, resamples }: Draws, people: number) {
  const { width } = table
  const { method } = table.compiled
  const mix = standardMix(method)
  const whole = emptyGroup(width, resamples)
  const part = emptyGroup(width, resamples)
  const slots = mix.weights.map(() => emptyGroup(width, resamples))
  const kept = Math.min(resamples, Math.max(fewestCopies, Math.floor(keptCopies / Math.max(1, people))))
  const resample = resampler(part.copies)
  return (rows: ParticipantRows, around: Around): ParticipantTotals => {
    for (const group of [whole, ...slots]) clearGroup(group)
    const random = randomFor(seed, rows.participant)
    const channels = method.channels.map((_, index): Totals | undefined => {
      const stratum = rows.strata[index]
      if (!stratum) return undefined
      clearGroup(part)
      const ordered = orderedRows(stratum, width)
      addStratum(part, stratum, ordered)
      if (stratum.n > 0) resample(ordered, random)
      for (const group of [whole, around.channels[index]!, slots[mix.slotOf[index]!]]) {
        if (group) addGroup(group, part)
      }
      return totalsOf(table, part, kept)
    })
    addGroup(around.ofClass, whole)
    addGroup(around.all, whole)
    const totals = totalsOf(table, whole, kept)
    const level = whole.spreadKnown && resamples > 0 ? method.score.interval.level : undefined
    const mixed = mixedTotal(
      rows.class,
      slots.map((slot) => slotTotal(slot, kept)),
      mix,
      level,
    )
    return { rows, channels, mixed, ...totals }
  }
}

function totalsOf(table: ScoreTable, group: Group, kept: number): Totals {
  const copies = totalCopies(group, kept)
  const { sums, n, nAnswered } = group
  return {
    figures: figuresOfGroup(table, group),
    sums: {
      total: sums[column.total]!,
      weight: sums[column.weight]!,
      answeredWeight: sums[column.answeredWeight]!,
      unanswered: n - nAnswered,
    },
    copies,
    standardError: group.spreadKnown && copies.length > 1 ? standardErrorOf(copies) : null,
  }
}

function slotTotal(group: Group, kept: number): SlotTotal | undefined {
  const weight = group.sums[column.weight]!
  if (weight <= 0) return undefined
  return { value: group.sums[column.total]! / weight, copies: totalCopies(group, kept) }
}

/** Each contact of some strata as what it adds to the total. */
export function* contactsOf(
  { compiled, width }: ScoreTable,
  strata: readonly (Stratum | undefined)[],
): Generator<LeftOutContact> {
  for (const stratum of strata) {
    if (!stratum) continue
    const channel = compiled.method.channels[stratum.channelIndex]!.id
    for (let start = 0; start < stratum.rows.length; start += width) {
      const answeredWeight = stratum.rows[start + column.answeredWeight]!
      yield {
        channel,
        total: stratum.rows[start + column.total]!,
        weight: stratum.rows[start + column.weight]!,
        answeredWeight,
        unanswered: answeredWeight > 0 ? 0 : 1,
      }
    }
  }
}
