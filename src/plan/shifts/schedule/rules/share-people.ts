/**
 * How many people each queue has at a time, when some can serve several queues. A person counts once: an assigned
 * shift goes to its queue, and everybody else is shared over the open queues that he has the skill for, so that need
 * is covered as evenly as skills allow.
 *
 * The sharing is iterative proportional fitting (Deming and Stephan 1940): people begin in proportion to need, then
 * move from queues that are covered more to queues that are covered less. Each person always adds up to one.
 */
export type ShareQueue = {
  readonly queueId: string
  /** '' = no skill is asked for. */
  readonly skill: string
  /** When it is open, as milliseconds since 1970; end not included. */
  readonly open: readonly (readonly [from: number, to: number])[]
}

/** One person's time at work, as milliseconds since 1970; breaks and absence are taken out already. */
export type ShareSpan = {
  readonly from: number
  readonly to: number
  readonly skills: readonly string[]
  readonly queueId: string | null
}

export type SharePeople = {
  readonly queues: readonly ShareQueue[]
  readonly spans: readonly ShareSpan[]
  readonly from: number
  readonly to: number
  readonly stepMinutes: number
  /** People needed by a queue at a moment; where nothing is known, queues count alike. */
  readonly need?: (queueId: string, at: number) => number
}

export type Shared = {
  readonly steps: number
  /** For each queue the people it has in each step, on average over the step. */
  readonly people: ReadonlyMap<string, Float64Array>
}

const rounds = 24

/**
 * @example two people with both skills, need 3 and 1: one queue has 1.5, the other 0.5; together 2
 */
export function sharePeople({ queues, spans, from, to, stepMinutes, need }: SharePeople): Shared {
  const stepMs = stepMinutes * 60_000
  const steps = Math.max(0, Math.ceil((to - from) / stepMs))
  const people = new Map(queues.map(({ queueId }) => [queueId, new Float64Array(steps)]))
  const groups = groupsOf(spans, { queues, from, steps, stepMs })
  for (let step = 0; step < steps; step++) {
    const at = from + step * stepMs
    const open = queues.filter((queue) => queue.open.some(([start, end]) => at >= start && at < end))
    const cover = new Map<string, number>(open.map(({ queueId }) => [queueId, 0]))
    const shared: { readonly amount: number; readonly among: readonly string[] }[] = []
    for (const { amounts, queueId, able } of groups) {
      const amount = amounts[step]!
      if (amount === 0) continue
      if (queueId !== null) cover.set(queueId, (cover.get(queueId) ?? 0) + amount)
      else {
        const among = open.filter((queue) => able.has(queue.queueId)).map((queue) => queue.queueId)
        if (among.length === 1) cover.set(among[0]!, cover.get(among[0]!)! + amount)
        else if (among.length > 1) shared.push({ amount, among })
      }
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
  readonly queueId: string | null
  readonly able: ReadonlySet<string>
  readonly amounts: Float64Array
}
type Grid = {
  readonly queues: readonly ShareQueue[]
  readonly from: number
  readonly steps: number
  readonly stepMs: number
}

/** People who can do the same are added up before they are shared. */
function groupsOf(spans: readonly ShareSpan[], { queues, from, steps, stepMs }: Grid): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const span of spans) {
    const able = queues
      .filter(({ skill }) => skill === '' || span.skills.includes(skill))
      .map(({ queueId }) => queueId)
    const key = `${span.queueId ?? ''}|${able.join(' ')}`
    const known = groups.get(key)
    const group = known ?? {
      queueId: span.queueId,
      able: new Set(able),
      amounts: new Float64Array(steps),
    }
    if (!known) groups.set(key, group)
    const first = Math.max(0, Math.floor((span.from - from) / stepMs))
    const last = Math.min(steps - 1, Math.ceil((span.to - from) / stepMs) - 1)
    for (let step = first; step <= last; step++) {
      const start = from + step * stepMs
      const overlap = Math.min(span.to, start + stepMs) - Math.max(span.from, start)
      if (overlap > 0) group.amounts[step]! += overlap / stepMs
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
  const needs = new Map([...fixed.keys()].map((queueId) => [queueId, Math.max(0, needOf(queueId))]))
  const weights = portions.map(({ among }) => {
    const own = among.map((queueId) => needs.get(queueId) ?? 0)
    return own.some((value) => value > 0) ? own : among.map(() => 1)
  })
  let total = new Map(fixed)
  for (let round = 0; round < rounds; round++) {
    total = new Map(fixed)
    portions.forEach(({ amount, among }, at) => {
      const sum = weights[at]!.reduce((one, other) => one + other, 0)
      among.forEach((queueId, index) => {
        total.set(queueId, total.get(queueId)! + (amount * weights[at]![index]!) / sum)
      })
    })
    if (round === rounds - 1) break
    portions.forEach(({ among }, at) => {
      among.forEach((queueId, index) => {
        const need = needs.get(queueId)!
        const cover = total.get(queueId)!
        if (need > 0 && cover > 0) weights[at]![index]! *= need / cover
      })
    })
  }
  return total
}
