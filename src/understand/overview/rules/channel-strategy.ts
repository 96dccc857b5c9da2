/** Which channel settles a topic best, and what could be left to customers themselves (U5.5). */
import { type Interval, wilsonInterval } from '../../../kernel/statistics.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import { gapOf, type Sums } from './satisfaction.ts'

export type ChannelFacts = {
  readonly channel: EnquiryChannel
  readonly contacts: number
  /** Fully observed cases that began here, those with one contact, and all their contacts. */
  readonly cases: number
  readonly once: number
  readonly caseContacts: number
  readonly csat: Sums
  /** Kroner a contact; null when nobody has said. */
  readonly cost: number | null
}

export type ChannelView = ChannelFacts & {
  readonly fcr: number | null
  readonly fcrInterval: Interval | null
  /** Kroner until it is over: this contact and those that follow, wherever they come. */
  readonly costToEnd: number | null
}

/** Fewer cases than this cannot tell which channel is best. */
export const fewestCases = 20

export type BestChannel = {
  readonly channel: EnquiryChannel
  /** `fcr`: settles distinguishably more at once. `cost`: settles as many as the best, and costs least. `only`: no other has enough cases. */
  readonly why: 'fcr' | 'cost' | 'only'
}

/**
 * @param followUpCost kroner of a contact that follows in the same case, over the channels where they come
 * @example channelView({ cost: 4, cases: 100, once: 60, caseContacts: 150, … }, 80).costToEnd // 4 + 0.5 × 80 = 44
 */
export function channelView(facts: ChannelFacts, followUpCost: number | null): ChannelView {
  const { cases, once, caseContacts, cost } = facts
  const fcr = cases === 0 ? null : once / cases
  const more = cases === 0 ? 0 : (caseContacts - cases) / cases
  return {
    ...facts,
    fcr,
    fcrInterval: fcr === null ? null : wilsonInterval(fcr, cases, 0.95),
    costToEnd:
      cost === null || cases === 0 || (more > 0 && followUpCost === null)
        ? null
        : cost + more * (followUpCost ?? 0),
  }
}

/**
 * The best channel: of those that cannot be told from the one with the highest first contact resolution, and whose
 * customers are not distinguishably less satisfied than its, the cheapest until it is over. Null when none has
 * enough cases.
 */
export function bestChannel(views: readonly ChannelView[]): BestChannel | null {
  const known = views.filter(({ cases }) => cases >= fewestCases).sort((a, b) => b.fcr! - a.fcr!)
  const [leader, ...others] = known
  if (!leader) return null
  if (others.length === 0) return { channel: leader.channel, why: 'only' }
  const level = others.filter((other) => !settlesLess(other, leader) && !isLessLiked(other, leader))
  if (level.length === 0) return { channel: leader.channel, why: 'fcr' }
  const cost = ({ costToEnd }: ChannelView) => costToEnd ?? Number.POSITIVE_INFINITY
  const [cheapest] = [leader, ...level].sort((a, b) => cost(a) - cost(b))
  return { channel: cheapest!.channel, why: 'cost' }
}

/** Newcombe's interval for the difference of two shares (1998, method 10) does not reach 0. */
function settlesLess(a: ChannelView, b: ChannelView): boolean {
  const upper = newcombe([a.once, a.cases], [b.once, b.cases])[1]
  return upper < 0
}

/**
 * Interval for the first share less the second.
 *
 * @example newcombe([56, 70], [48, 80]) // 0.2, 0.0524–0.3339 (Newcombe 1998, table II a)
 */
export function newcombe(first: readonly [number, number], second: readonly [number, number]): Interval {
  const [p1, p2] = [first[0] / first[1], second[0] / second[1]]
  const [l1, u1] = wilsonInterval(p1, first[1], 0.95)
  const [l2, u2] = wilsonInterval(p2, second[1], 0.95)
  const d = p1 - p2
  return [d - Math.hypot(p1 - l1, u2 - p2), d + Math.hypot(u1 - p1, p2 - l2)]
}

const isLessLiked = (a: ChannelView, b: ChannelView): boolean => (gapOf(a.csat, b.csat)?.interval[1] ?? 0) < 0

export type SelfServiceFacts = {
  /** Why people must be met by people; empty when nothing stands against self-service. */
  readonly mustStay: string
  readonly tried: number
  readonly asked: number
  readonly minutes: number | null
  readonly cases: number
  readonly once: number
  /** Of cases that began with a machine: fully observed, and settled there. */
  readonly machineCases: number
  readonly machineOnce: number
  /** Lower bound of the share of failure demand; null when too little has been coded. */
  readonly failureLow: number | null
}

/** `stay`: must not be moved. `cause`: should be made to go away instead. `move`: could be. `people`: nothing speaks for it. */
export type SelfServiceVerdict = {
  readonly verdict: 'stay' | 'cause' | 'move' | 'people'
  readonly reasons: readonly SelfServiceReason[]
}
export type SelfServiceReason =
  | 'said'
  | 'failureDemand'
  | 'machineFails'
  | 'long'
  | 'severalContacts'
  | 'oftenTried'
  | 'short'
  | 'settledAtOnce'
  | 'seldomTried'

const longMinutes = 9
const shortMinutes = 7

/** What speaks for and against leaving a topic to customers themselves; every reason is given. */
export function selfServiceVerdict(facts: SelfServiceFacts): SelfServiceVerdict {
  if (facts.mustStay !== '') return { verdict: 'stay', reasons: ['said'] }
  if (facts.failureLow !== null && facts.failureLow > 0.5)
    return { verdict: 'cause', reasons: ['failureDemand'] }
  const against = reasonsAgainst(facts)
  const forIt = reasonsFor(facts)
  if (against.length > 0)
    return {
      verdict: against.includes('machineFails') && forIt.length < 2 ? 'stay' : 'people',
      reasons: against,
    }
  if (forIt.includes('oftenTried') && forIt.length >= 2) return { verdict: 'move', reasons: forIt }
  return { verdict: 'people', reasons: forIt.length > 0 ? ['seldomTried'] : ['severalContacts'] }
}

function reasonsAgainst({
  minutes,
  cases,
  once,
  machineCases,
  machineOnce,
}: SelfServiceFacts): SelfServiceReason[] {
  const reasons: SelfServiceReason[] = []
  const people = [once - machineOnce, cases - machineCases] as const
  if (machineCases >= fewestCases && people[1] >= fewestCases) {
    if (newcombe([machineOnce, machineCases], people)[1] < -0.1) reasons.push('machineFails')
  }
  if (minutes !== null && minutes > longMinutes) reasons.push('long')
  if (cases >= fewestCases && wilsonInterval(once / cases, cases, 0.95)[1] < 0.6)
    reasons.push('severalContacts')
  return reasons
}

function reasonsFor({ tried, asked, minutes, cases, once }: SelfServiceFacts): SelfServiceReason[] {
  const reasons: SelfServiceReason[] = []
  if (asked >= fewestCases && wilsonInterval(tried / asked, asked, 0.95)[0] > 0.3) reasons.push('oftenTried')
  if (minutes !== null && minutes <= shortMinutes) reasons.push('short')
  if (cases >= fewestCases && wilsonInterval(once / cases, cases, 0.95)[0] > 0.65)
    reasons.push('settledAtOnce')
  return reasons
}
