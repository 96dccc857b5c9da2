/**
 * How many people each queue has at a time, when some can serve several queues. A person counts once: an shift that
 * is set aside for a skill goes to the queues of that skill, and everybody else is shared over the open queues that he has the skill for, so that need
 * is covered as evenly as skills allow.
 *
 * Shared people are laid out in twentieths of themselves, each where cover in proportion to need is lowest; those with
 * the fewest queues to choose from first, and once more when all are laid out. Each person adds up to one.
 */
import type { Minute, Span } from '../../rules/types.ts'

export type ShareQueue = {
  readonly queueId: string
  /** '' = no skill is asked for. */
  readonly skill: string
  readonly open: readonly Span[]
}

/** One person's time at work; breaks and absence are taken out already. */
export type ShareSpan = Span & {
  /** Those that the time is for: the one that it is set aside for, or all that the person has. */
  readonly skills: readonly string[]
}

export type SharePeople = {
  readonly queues: readonly ShareQueue[]
  readonly spans: readonly ShareSpan[]
  readonly from: Minute
  readonly to: Minute
  readonly stepMinutes: number
  /** People needed by a queue at a moment; where nothing is known, queues count alike. */
  readonly need?: (queueId: string, at: Minute) => number
}

export type Shared = {
  readonly steps: number
  /** For each queue the people it has in each step, on average over the step. */
  readonly people: ReadonlyMap<string, Float64Array>
}

const pieces = 20
const passes = 2

/**
 * @example two people with both skills, need 3 and 1: one queue has 1.5, the other 0.5; together 2
 */
export function sharePeople({ queues, spans, from, to, stepMinutes, need }: SharePeople): Shared {
  const steps = Math.max(0, Math.ceil((to - from) / stepMinutes))
  const people = new Map(queues.map(({ queueId }) => [queueId, new Float64Array(steps)]))
  const groups = groupsOf(spans, { queues, from, steps, stepMinutes })
  for (let step = 0; step < steps; step++) {
    const at = from + step * stepMinutes
    const open = queues.filter((queue) => queue.open.some((span) => at >= span.from && at < span.to))
    const cover = new Map<string, number>(open.map(({ queueId }) => [queueId, 0]))
    const shared: { readonly amount: number; readonly among: readonly string[] }[] = []
    for (const { amounts, able } of groups) {
      const amount = amounts[step]!
      if (amount === 0) continue
      const among = open.filter(({ queueId }) => able.has(queueId)).map(({ queueId }) => queueId)
      if (among.length === 1) cover.set(among[0]!, cover.get(among[0]!)! + amount)
      else if (among.length > 1) shared.push({ amount, among })
    }
    const total = shared.length === 0 ? cover : spread(cover, shared, (queueId) => need?.(queueId, at) ?? 1)
    for (const [queueId, count] of total) {
      const row = people.get(queueId)
      if (row) row[step] = count
    }
  }
  return { steps, people }
}

type Group = {
  readonly able: ReadonlySet<string>
  readonly amounts: Float64Array
}
type Grid = {
  readonly queues: readonly ShareQueue[]
  readonly from: Minute
  readonly steps: number
  readonly stepMinutes: number
}

/** People who can do the same are added up before they are shared. */
function groupsOf(spans: readonly ShareSpan[], { queues, from, steps, stepMinutes }: Grid): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const span of spans) {
    const able = queues
      .filter(({ skill }) => skill === '' || span.skills.includes(skill))
      .map(({ queueId }) => queueId)
    const key = able.join(' ')
    const known = groups.get(key)
    const group = known ?? { able: new Set(able), amounts: new Float64Array(steps) }
    if (!known) groups.set(key, group)
    const first = Math.max(0, Math.floor((span.from - from) / stepMinutes))
    const last = Math.min(steps - 1, Math.ceil((span.to - from) / stepMinutes) - 1)
    for (let step = first; step <= last; step++) {
      const start = from + step * stepMinutes
      const overlap = Math.min(span.to, start + stepMinutes) - Math.max(span.from, start)
      if (overlap > 0) group.amounts[step]! += overlap / stepMinutes
    }
  }
  return [...groups.values()]
}

type Portion = { readonly amount: number; readonly among: readonly string[] }

function spread(
  fixed: ReadonlyMap<string, number>,
  portions: readonly Portion[],
  needOf: (queueId: string) => number,
): Map<string, number> {
  const total = new Map(fixed)
  const needs = new Map([...fixed.keys()].map((queueId) => [queueId, Math.max(0, needOf(queueId))]))
  const given = portions
    .toSorted((one, other) => one.among.length - other.among.length)
    .map((portion) => ({ ...portion, to: new Map<string, number>() }))
  for (let pass = 0; pass < passes; pass++)
    for (const { amount, among, to } of given) {
      for (const [queueId, count] of to) total.set(queueId, total.get(queueId)! - count)
      to.clear()
      for (let piece = 0; piece < pieces; piece++) {
        const queueId = leastCovered(among, total, needs)
        to.set(queueId, (to.get(queueId) ?? 0) + amount / pieces)
        total.set(queueId, total.get(queueId)! + amount / pieces)
      }
    }
  return total
}

/** Where nobody is needed, nobody goes as long as somebody is needed elsewhere; then all count alike. */
function leastCovered(
  among: readonly string[],
  total: ReadonlyMap<string, number>,
  needs: ReadonlyMap<string, number>,
): string {
  const anyNeed = among.some((queueId) => needs.get(queueId)! > 0)
  let [best, least] = [among[0]!, Number.POSITIVE_INFINITY]
  for (const queueId of among) {
    const need = anyNeed ? needs.get(queueId)! : 1
    const cover = need > 0 ? total.get(queueId)! / need : Number.POSITIVE_INFINITY
    if (cover < least) [best, least] = [queueId, cover]
  }
  return best
}
