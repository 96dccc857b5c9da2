/** The requirement of one interval: how many for a light, a middling and a heavy load, and how many to have there. */
import { agentsNeeded, type FiguresOf, fewestAgents, type TargetWarning } from './agents-needed.ts'
import { chatLoad, solveChats } from './chat/chat-group.ts'
import type { QueueFigures } from './erlang/figures.ts'
import { blendFigures, solveErlang } from './erlang/solve.ts'
import { loadQuantile } from './risk/load-spread.ts'
import { missChance } from './risk/risk.ts'
import type { ServiceTarget, TargetPart } from './service-target.ts'
import { grossedUp } from './shrinkage.ts'

/** A queue whose contacts are answered as they come, in one interval. */
export type Demand = {
  readonly kind: 'calls' | 'chats'
  /** Expected contacts in the interval. */
  readonly mean: number
  readonly intervalMinutes: number
  /** Mean handling time; of a chat, when it is the only one. */
  readonly handleSeconds: number
  readonly patienceSeconds: number | null
  /** Chats: how many at once, and how much each slows the others. */
  readonly parallel: number
  readonly slowing: number
  /** The spread of the day's load beyond chance, sd ÷ mean. */
  readonly cv: number
}

export type StaffingRule = {
  readonly target: ServiceTarget
  /** The probability with which the load is to be met, 0–1. */
  readonly confidence: number
  /** The share of the time at work that is on the queue; see `shrinkageOf`. */
  readonly onQueue: number
  /** People to have there however little comes. */
  readonly fewest: number
}

export type IntervalRequirement = {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly needed: number
  /** Erlangs at the forecast's mean; of chats, agents with as many as they may have. */
  readonly netLoad: number
  /** On the queue, of the needed, before shrinkage is added. */
  readonly onQueue: number
  readonly binding: TargetPart | null
  /** On the queue for each part of the target alone. */
  readonly alone: Readonly<Partial<Record<TargetPart, number>>>
  readonly warnings: readonly TargetWarning[]
}

/** @example 100 calls in 30 min of 180 s, patience 300 s, 80/20 s, no spread and no shrinkage: 13. */
export function requirementOf(demand: Demand, rule: StaffingRule): IntervalRequirement {
  const onQueueAt = (probability: number) => {
    const factor = loadQuantile(demand.cv, probability)
    return fewestAgents(figuresOf(demand, factor, rule.target), loadOf(demand, factor), rule.target)
  }
  const people = (agents: number) =>
    Math.max(demand.mean > 0 || rule.fewest > 0 ? rule.fewest : 0, grossedUp(agents, rule.onQueue))
  const factor = loadQuantile(demand.cv, rule.confidence)
  const needed = agentsNeeded(figuresOf(demand, factor, rule.target), loadOf(demand, factor), rule.target)
  return {
    p10: people(onQueueAt(0.1)),
    p50: people(onQueueAt(0.5)),
    p90: people(onQueueAt(0.9)),
    needed: people(needed.agents),
    netLoad: loadOf(demand, 1),
    onQueue: needed.agents,
    binding: needed.binding,
    alone: needed.alone,
    warnings: needed.warnings,
  }
}

/** The chance that more comes than this many people at work can take within the target. */
export function riskOf(demand: Demand, rule: StaffingRule, people: number): number {
  if (demand.mean === 0) return 0
  return missChance((factor) => figuresWith(demand, rule, { people, factor }), demand.cv, rule.target)
}

/** What the queue does with so many people at work, at a load of so many times the mean. */
export function figuresWith(
  demand: Demand,
  rule: Pick<StaffingRule, 'target' | 'onQueue'>,
  { people, factor = 1 }: { readonly people: number; readonly factor?: number },
): QueueFigures {
  return blendFigures(people * rule.onQueue, figuresOf(demand, factor, rule.target))
}

/** The offered load in erlangs, of chats in agents with as many as they may have. */
export function loadOf(demand: Demand, factor = 1): number {
  const perSecond = (demand.mean * factor) / (demand.intervalMinutes * 60)
  return demand.kind === 'calls'
    ? perSecond * demand.handleSeconds
    : chatLoad(chatGroup(demand, perSecond, 0))
}

function figuresOf(demand: Demand, factor: number, target: ServiceTarget): FiguresOf {
  const perSecond = (demand.mean * factor) / (demand.intervalMinutes * 60)
  const withinSeconds = target.serviceLevel?.withinSeconds ?? 0
  const { handleSeconds, patienceSeconds } = demand
  if (demand.kind === 'calls') {
    const calls = { callsPerSecond: perSecond, handleSeconds, patienceSeconds, withinSeconds }
    return (agents) => solveErlang(calls, agents)
  }
  const group = chatGroup(demand, perSecond, withinSeconds)
  return (agents) => solveChats(group, agents)
}

const chatGroup = (demand: Demand, chatsPerSecond: number, withinSeconds: number) => ({
  chatsPerSecond,
  aloneSeconds: demand.handleSeconds,
  slowing: demand.slowing,
  most: demand.parallel,
  patienceSeconds: demand.patienceSeconds,
  withinSeconds,
})
