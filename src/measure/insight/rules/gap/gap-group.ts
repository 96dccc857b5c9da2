/** A group of contacts for a gap: the sums of their columns by channel, and the same sums resampled. */
import type { Random } from '../../../../kernel/random.ts'
import type { CompiledMethod } from '../../../results/rules/compiled-form.ts'
import { resampler } from '../../../results/rules/resample.ts'
import type { InsightContact } from '../insight-contact.ts'
import { column, columnsOf, widthOf } from './contact-columns.ts'

/** By the channel's place in the method: the column sums; a channel without contacts is missing. */
export type ChannelSums = readonly (Float64Array | undefined)[]

export type GapGroup = {
  readonly n: number
  readonly sums: ChannelSums
  /** By channel, by column: one number for each resampled copy. */
  readonly copies: readonly (readonly Float64Array[] | undefined)[]
  readonly resamples: number
  /** Whether any channel held two contacts or more, without which no spread can be known. */
  readonly spreadKnown: boolean
}

/** The contacts of one participant, drawn anew within each of its channels. */
export function gapGroup(
  compiled: CompiledMethod,
  contacts: readonly InsightContact[],
  { random, resamples }: { readonly random: Random; readonly resamples: number },
): GapGroup {
  const sums: (Float64Array | undefined)[] = []
  const copies: (readonly Float64Array[] | undefined)[] = []
  let spreadKnown = false
  for (const { id } of compiled.method.channels) {
    const form = compiled.forms.get(id)!
    const rows = contacts
      .filter(({ channel }) => channel === id)
      .map((contact) => columnsOf(compiled, form, contact))
      .sort(byNumbers)
    if (rows.length === 0) {
      sums.push(undefined)
      copies.push(undefined)
      continue
    }
    spreadKnown ||= rows.length > 1
    const width = widthOf(form)
    const drawn = Array.from({ length: width }, () => new Float64Array(resamples))
    if (resamples > 0) resampler(drawn)(Float64Array.from(rows.flat()), random)
    sums.push(sumRows(rows, width))
    copies.push(drawn)
  }
  return { n: contacts.length, sums, copies, resamples, spreadKnown }
}

/** An order that depends on nothing but the numbers, so that a seeded draw is the same however they come. */
function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place])
  return at < 0 ? 0 : a[at]! - b[at]!
}

function sumRows(rows: readonly (readonly number[])[], width: number): Float64Array {
  const sums = new Float64Array(width)
  for (const row of rows) {
    for (let at = 0; at < width; at++) sums[at]! += row[at]!
  }
  return sums
}

/** Several groups as one: a class is the contacts of its participants together. */
export function pooled(groups: readonly GapGroup[]): GapGroup {
  const [first, ...others] = groups
  if (first === undefined) throw new RangeError('no groups to pool')
  return others.reduce(
    (all, group): GapGroup => ({
      n: all.n + group.n,
      sums: all.sums.map((sums, channel) => addArrays(sums, group.sums[channel])),
      copies: all.copies.map((copies, channel) => {
        const part = group.copies[channel]
        return copies && part ? copies.map((list, at) => addArrays(list, part[at])!) : (copies ?? part)
      }),
      resamples: all.resamples,
      spreadKnown: all.spreadKnown || group.spreadKnown,
    }),
    first,
  )
}

function addArrays(one: Float64Array | undefined, other: Float64Array | undefined): Float64Array | undefined {
  if (!one || !other) return one ?? other
  const sums = new Float64Array(one.length)
  // A loop: a callback for each of the millions of sums costs four times as much.
  for (let at = 0; at < sums.length; at++) sums[at] = one[at]! + other[at]!
  return sums
}

/** The sums of one resampled copy, written into `into`. */
export function copyAt({ copies }: GapGroup, copy: number, into: ChannelSums): ChannelSums {
  copies.forEach((columns, channel) => {
    const sums = into[channel]
    if (columns && sums)
      columns.forEach((list, at) => {
        sums[at] = list[copy]!
      })
  })
  return into
}

export function roomFor({ sums }: GapGroup): ChannelSums {
  return sums.map((channel) => channel && new Float64Array(channel.length))
}

/** TotalResult of the sums, 0–100; null without any weight. */
export function totalOf(sums: ChannelSums): number | null {
  let gave = 0
  let weight = 0
  for (const channel of sums) {
    if (!channel) continue
    weight += channel[column.weight]!
    for (let at = 3; at < channel.length; at += 2) gave += channel[at]!
  }
  return weight > 0 ? (gave * 100) / weight : null
}
