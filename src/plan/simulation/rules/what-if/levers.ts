/** The few levers that a plan of a what-if has, and the scenario that they make of how things are. */
import { clockOf, minutesOf } from '../../../../kernel/clock.ts'
import type { Scenario, ScenarioGroup, ScenarioQueue } from '../scenario.ts'

export type Levers = {
  readonly name: string
  /** Times as many contacts. */
  readonly traffic: number
  /** People more or fewer on each queue while it is open, by the queue's id. */
  readonly people: Readonly<Record<string, number>>
  /** Only between these times of the day; the whole day when null. */
  readonly peopleFrom: string | null
  readonly peopleTo: string | null
  /** Times as long a contact. */
  readonly handle: number
  /** So much larger a share is solved in the first contact, 0.05 for five percentage points. */
  readonly firstContact: number
  /** Share of the first contacts that are no longer needed because people help themselves. */
  readonly selfService: number
  /** Times as patient. */
  readonly patience: number
  /** Offered to callers who have waited so long; null: not offered. */
  readonly callback: { readonly afterSeconds: number; readonly accept: number } | null
  /** Other opening hours on days that are open, of calls and chats; null: as they are. */
  readonly openFrom: string | null
  readonly openTo: string | null
  /** Everybody can take calls and chats, those of their own queue first. */
  readonly pooled: boolean
}

export const leversAtRest: Omit<Levers, 'name'> = {
  traffic: 1,
  people: {},
  peopleFrom: null,
  peopleTo: null,
  handle: 1,
  firstContact: 0,
  selfService: 0,
  patience: 1,
  callback: null,
  openFrom: null,
  openTo: null,
  pooled: false,
}

/** @param base how things are planned; its groups have the ids of the queues that they belong to */
export function withLevers(base: Scenario, levers: Levers): Scenario {
  const live = base.queues.filter(({ kind }) => kind !== 'tasks').map(({ id }) => id)
  return {
    ...base,
    queues: base.queues.map((queue) => queueWith(queue, levers)),
    groups: base.groups.map((group) => pooledGroup(staffedGroup(group, base, levers), live, levers)),
  }
}

function queueWith(queue: ScenarioQueue, levers: Levers): ScenarioQueue {
  const returns = queue.returns && {
    ...queue.returns,
    share: Math.min(0.9, Math.max(0, queue.returns.share - levers.firstContact)),
  }
  const { patience, handle } = queue
  const open = queue.kind === 'tasks' ? queue.open : openWith(queue.open, levers)
  return {
    ...queue,
    arrivals: queue.arrivals.map((run) => ({
      ...run,
      counts: run.counts.map((count) => count * levers.traffic),
    })),
    handle: { ...handle, meanSeconds: handle.meanSeconds * levers.handle },
    selfService: levers.selfService,
    ...(open && { open }),
    ...(returns && { returns }),
    ...(patience &&
      'meanSeconds' in patience && { patience: { meanSeconds: patience.meanSeconds * levers.patience } }),
    ...(levers.callback &&
      queue.kind === 'calls' && { callback: { ...levers.callback, unreachable: 0.1, attemptSeconds: 30 } }),
  }
}

function openWith(open: ScenarioQueue['open'], { openFrom, openTo }: Levers): ScenarioQueue['open'] {
  if (!open || (openFrom === null && openTo === null)) return open
  return open.map((span) => ({ ...span, from: openFrom ?? span.from, to: openTo ?? span.to }))
}

function staffedGroup(group: ScenarioGroup, { intervalMinutes }: Scenario, levers: Levers): ScenarioGroup {
  const added = levers.people[group.id] ?? 0
  const [from, to] = [minutesOf(levers.peopleFrom ?? '00:00'), minutesOf(levers.peopleTo ?? '24:00')]
  const longer = (run: ScenarioGroup['people'][number]) => widened(run, { intervalMinutes, levers })
  return {
    ...group,
    people: group.people.map(longer).map((run) => ({
      ...run,
      counts: run.counts.map((count, at) => {
        const minute = minutesOf(run.from) + at * intervalMinutes
        const isOn = minute >= from && minute < to
        return isOn ? Math.max(0, count + added) : count
      }),
    })),
  }
}

type Widening = { readonly intervalMinutes: number; readonly levers: Levers }

/** Hours that were not open before are staffed as the nearest hour that was. */
function widened(run: ScenarioGroup['people'][number], { intervalMinutes, levers }: Widening) {
  const [first, last] = [run.counts[0]!, run.counts.at(-1)!]
  const begins = minutesOf(run.from)
  const ends = begins + run.counts.length * intervalMinutes
  const [from, to] = [minutesOf(levers.openFrom ?? run.from), levers.openTo ? minutesOf(levers.openTo) : ends]
  const before = Math.max(0, Math.ceil((begins - from) / intervalMinutes))
  const after = Math.max(0, Math.ceil((to - ends) / intervalMinutes))
  if (before + after === 0) return run
  const minute = begins - before * intervalMinutes
  const counts = [...Array(before).fill(first), ...run.counts, ...Array(after).fill(last)] as number[]
  return { ...run, from: clockOf(minute), counts }
}

function pooledGroup(group: ScenarioGroup, live: readonly string[], { pooled }: Levers): ScenarioGroup {
  if (!pooled || !live.includes(group.id)) return group
  const own = group.skills.map((skill) => (typeof skill === 'string' ? skill : skill.queue))
  const others = live.filter((id) => !own.includes(id))
  return {
    ...group,
    skills: [
      { queue: group.id, priority: 1 },
      ...others.map((queue) => ({ queue, priority: 2 })),
      ...own.filter((queue) => queue !== group.id).map((queue) => ({ queue, priority: 5 })),
    ],
  }
}
