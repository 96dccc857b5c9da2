/**
 * Each channel of a participant on its own (M7.5): its result, the class on the same channel, what the total would be
 * without it, and a verdict by a stated rule. Method and worked example: docs/methods/channels.md.
 */
import { type Interval, middleOf } from '../../../../kernel/statistics.ts'
import type { ChannelId } from '../../../edition/contract.ts'
import { keyFor } from '../../../edition/rules/distribution-key.ts'
import type { CompiledMethod } from '../../../results/rules/compiled-form.ts'
import type { ChannelReading } from '../../contract.ts'
import { column } from '../gap/contact-columns.ts'
import type { GapGroup } from '../gap/gap-group.ts'
import { verdictOf } from './verdict.ts'

/** The class's others stand beside from this many participants on the channel. */
const fewestOthers = 3

export type ChannelCounts = Readonly<
  Partial<Record<ChannelId, { readonly n: number; readonly unanswered: number }>>
>

export type Compared = {
  readonly own: GapGroup
  readonly counts: ChannelCounts
  /** The class's others, each with its contacts. */
  readonly others: readonly { readonly group: GapGroup; readonly counts: ChannelCounts }[]
  readonly level: number
}

/** In the method's order; channels without contacts are left out. */
export function channelReadings(compiled: CompiledMethod, compared: Compared): ChannelReading[] {
  const { channels } = compiled.method
  return channels.flatMap(({ id }, place): ChannelReading[] => {
    const counts = compared.counts[id]
    const total = totalOn(compared.own, place)
    if (!counts || total === undefined) return []
    const reading = {
      channel: id,
      ...counts,
      total,
      interval: intervalOf(copiesOn(compared.own, place), compared.level),
      ...othersOn(compiled, compared, place),
      ...withoutChannel(compiled, compared, place),
    }
    return [{ ...reading, verdict: verdictOf(reading, compared.level) }]
  })
}

function totalOn({ sums }: GapGroup, place: number): number | undefined {
  const own = sums[place]
  return own && (gaveOf(own) * 100) / own[column.weight]!
}

function gaveOf(sums: Float64Array): number {
  let gave = 0
  for (let at = 3; at < sums.length; at += 2) gave += sums[at]!
  return gave
}

/** The channel's total in every resampled copy; undefined where its spread cannot be known from one contact. */
function copiesOn({ copies, resamples }: GapGroup, place: number): Float64Array | undefined {
  const columns = copies[place]
  if (!columns) return undefined
  const totals = new Float64Array(resamples)
  for (let at = 3; at < columns.length; at += 2) {
    const gave = columns[at]!
    for (let copy = 0; copy < resamples; copy++) totals[copy]! += gave[copy]!
  }
  const weights = columns[column.weight]!
  for (let copy = 0; copy < resamples; copy++) totals[copy]! *= 100 / weights[copy]!
  return totals
}

function intervalOf(copies: Float64Array | undefined, level: number): Interval | null {
  if (!copies || copies.length === 0) return null
  const [low, high] = middleOf(copies, level)
  return low === high ? null : [low, high]
}

function othersOn(compiled: CompiledMethod, { own, others, level }: Compared, place: number) {
  const channel = compiled.method.channels[place]!.id
  const on = others.filter(({ group }) => group.sums[place] !== undefined)
  if (on.length < fewestOthers) return {}
  const groups = on.map(({ group }) => group)
  const weight = groups.reduce((sum, { sums }) => sum + sums[place]![column.weight]!, 0)
  const gave = groups.reduce((sum, { sums }) => sum + gaveOf(sums[place]!), 0)
  const total = (gave * 100) / weight
  const difference = totalOn(own, place)! - total
  const copies = copiesOn(own, place)!.map((value, copy) => value - totalInCopy(groups, place, copy))
  const share = shareOf(own, place)
  const counted = on.map(({ counts }) => counts[channel]!)
  return {
    others: {
      participants: on.length,
      n: counted.reduce((sum, { n }) => sum + n, 0),
      unanswered: counted.reduce((sum, { unanswered }) => sum + unanswered, 0),
      total,
      difference,
      differenceInterval: intervalOf(copies, level),
      gain: Math.max(0, -difference) * share,
    },
  }
}

function totalInCopy(groups: readonly GapGroup[], place: number, copy: number): number {
  let [gave, weight] = [0, 0]
  for (const { copies } of groups) {
    const columns = copies[place]!
    weight += columns[column.weight]![copy]!
    for (let at = 3; at < columns.length; at += 2) gave += columns[at]![copy]!
  }
  return (gave * 100) / weight
}

/** The channel's share of the participant's contacts. */
function shareOf({ sums }: GapGroup, place: number): number {
  const whole = sums.reduce((all, channel) => all + (channel?.[column.weight] ?? 0), 0)
  return sums[place]![column.weight]! / whole
}

/** The total if the channel's contacts went to the others by the key, less the total that it is. */
function withoutChannel({ method }: CompiledMethod, { own, level }: Compared, place: number) {
  const left = method.channels.flatMap(({ id }, at) => (at !== place && own.sums[at] ? [{ id, at }] : []))
  if (left.length === 0) return {}
  const { counts } = keyFor(
    method,
    left.map(({ id }) => id),
  )
  const whole = left.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0)
  if (whole === 0) return {}
  const weights = left.map(({ id, at }) => ({ at, weight: (counts[id] ?? 0) / whole }))
  const effect = (totals: (at: number) => number, shares: (at: number) => number) => {
    const without = weights.reduce((sum, { at, weight }) => sum + weight * totals(at), 0)
    const now = own.sums.reduce((sum, channel, at) => sum + (channel ? shares(at) * totals(at) : 0), 0)
    return without - now
  }
  const drawn = own.sums.map((_, at) => copiesOn(own, at))
  const shares = own.sums.map((channel, at) => (channel ? shareOf(own, at) : 0))
  const copies = Float64Array.from({ length: own.resamples }, (_, copy) =>
    effect(
      (at) => drawn[at]![copy]!,
      (at) => shares[at]!,
    ),
  )
  return {
    withoutIt: {
      value: effect(
        (at) => totalOn(own, at)!,
        (at) => shares[at]!,
      ),
      interval: intervalOf(copies, level),
      channels: left.length,
    },
  }
}
