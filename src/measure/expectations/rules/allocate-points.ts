/**
 * Whole points nearest to wanted ones while every channel's form keeps its sum. Questions that are asked on the same
 * channels make a heap; heaps lie inside each other (all channels ⊃ the written ones ⊃ chat), and what a heap gives
 * up must be taken up on each channel by the heaps inside it. The choice is exact: the smallest sum of squared
 * distances, which with equal steps is the method of largest remainders.
 */

export type Allotted = {
  readonly id: string
  readonly channels: readonly string[]
  readonly today: number
  readonly target: number
  readonly step: number
  readonly lowest: number
  readonly highest: number
}

/** Question → change of its best points. */
type Changes = ReadonlyMap<string, number>
/** The cheapest way to reach each total change, by the change. */
type Ways = ReadonlyMap<number, { readonly cost: number; readonly changes: Changes }>

const still: Ways = new Map([[0, { cost: 0, changes: new Map() }]])

/**
 * New best points of each question, so that the sum on every channel is as before. Questions whose channels cross
 * another's without lying inside must be left out (`crossing`). Leaving all as it is always is a solution, so there
 * is one.
 *
 * Example: a 10 and b 10 on the same channels with targets 13 and 7 in steps of 4 from 2 to 18 → 14 and 6.
 */
export function allocatePoints(
  channels: readonly string[],
  questions: readonly Allotted[],
): ReadonlyMap<string, number> {
  const way = waysOf(channels, questions).get(0)
  return new Map(questions.map(({ id, today }) => [id, today + (way?.changes.get(id) ?? 0)]))
}

/** Changes that the questions on these channels (and inside them) can make together, the same on each channel. */
function waysOf(channels: readonly string[], questions: readonly Allotted[]): Ways {
  const inside = questions.filter((question) => question.channels.every((id) => channels.includes(id)))
  const own = inside.filter((question) => question.channels.length === channels.length)
  const deeper = inside.filter((question) => question.channels.length < channels.length)
  const parts = outermost(deeper)
  const covered = new Set(parts.flat())
  // A channel that no heap covers cannot take anything up: then nothing may change below.
  const below = parts.length > 0 && channels.every((id) => covered.has(id))
  const start = below
    ? together(parts.map((part) => waysOf(part, deeper)))
    : parts.reduce((ways, part) => joined(ways, only(waysOf(part, deeper), 0)), still)
  return own.reduce((ways, question) => joined(ways, stepsOf(question, channels.length)), start)
}

/** The largest sets of channels, none inside another. */
function outermost(questions: readonly Allotted[]): readonly (readonly string[])[] {
  const sets = new Map(questions.map(({ channels }) => [channels.toSorted().join(' '), channels]))
  return [...sets.values()].filter(
    (set) =>
      ![...sets.values()].some((other) => other.length > set.length && set.every((id) => other.includes(id))),
  )
}

/** Every change that one question may make by itself; its distance counts once for each form it stands on. */
function stepsOf({ id, today, target, step, lowest, highest }: Allotted, forms: number): Ways {
  const ways = new Map<number, { cost: number; changes: Changes }>()
  const count = (limit: number) => Math.floor(Math.abs(limit - today) / step + 1e-9)
  for (let steps = -count(Math.min(lowest, today)); steps <= count(Math.max(highest, today)); steps++) {
    const change = rounded(steps * step)
    const cost = forms * (today + change - target) ** 2
    ways.set(change, { cost, changes: new Map(steps === 0 ? [] : [[id, change]]) })
  }
  return ways
}

/** Both, one after the other: changes add up. */
function joined(a: Ways, b: Ways): Ways {
  const ways = new Map<number, { cost: number; changes: Changes }>()
  for (const [changeA, wayA] of a)
    for (const [changeB, wayB] of b) {
      const change = rounded(changeA + changeB)
      const cost = wayA.cost + wayB.cost
      const known = ways.get(change)
      if (known && known.cost <= cost + 1e-9) continue
      ways.set(change, { cost, changes: new Map([...wayA.changes, ...wayB.changes]) })
    }
  return ways
}

/** Beside each other on different channels: all make the same change. */
function together(parts: readonly Ways[]): Ways {
  const [first, ...others] = parts
  if (!first) return still
  const ways = new Map<number, { cost: number; changes: Changes }>()
  for (const [change, way] of first) {
    const beside = others.flatMap((part) => part.get(change) ?? [])
    if (beside.length < others.length) continue
    const all = [way, ...beside]
    const cost = all.reduce((sum, each) => sum + each.cost, 0)
    ways.set(change, { cost, changes: new Map(all.flatMap(({ changes }) => [...changes])) })
  }
  return ways
}

function only(ways: Ways, change: number): Ways {
  const way = ways.get(change)
  return way ? new Map([[change, way]]) : still
}

/** Sums of hundredths keep one spelling, so that equal changes are one key. */
const rounded = (value: number) => Math.round(value * 100) / 100

/** Questions whose channels cross those of another without one lying inside the other; the later ones in the list. */
export function crossing<Question extends Pick<Allotted, 'id' | 'channels'>>(
  questions: readonly Question[],
): ReadonlySet<string> {
  const kept: Question[] = []
  const crossed = new Set<string>()
  for (const question of questions) {
    if (kept.every((other) => isNested(other.channels, question.channels))) kept.push(question)
    else crossed.add(question.id)
  }
  return crossed
}

function isNested(a: readonly string[], b: readonly string[]): boolean {
  const common = a.filter((id) => b.includes(id)).length
  return common === 0 || common === a.length || common === b.length
}
