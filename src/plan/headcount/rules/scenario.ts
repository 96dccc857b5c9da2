/**
 * What if? A scenario changes first contacts, returns, channels, opening hours or people, and the flow of contacts and
 * the flow of people answer. Nothing is added up by hand: contacts go through the same linear system as reports and
 * forecasts, hours through square-root staffing, people through the same monthly flow.
 */
import { type FlowQueue, type FlowRefusal, firstFrom, offeredFrom } from '../../flow/rules/flow-system.ts'
import { type SelfService, selfServiceFactor } from '../../flow/rules/self-service.ts'
import type { Assumptions } from './assumptions.ts'
import type { Need } from './gap.ts'
import type { HiringPlan } from './hiring-plan.ts'
import type { Month } from './months.ts'

/** Every lever at rest leaves everything as it is. */
export type Levers = {
  /** Change of first contacts a year from now, −0.5 … 1: 0.1 is 10 % more, growing evenly. */
  readonly growth: number
  /** Percentage points more (or fewer) who are helped by self-service, of those who try, as a share. */
  readonly selfService: number
  /** Share of the first contacts of one queue that go to another instead. */
  readonly shiftFrom: string | null
  readonly shiftTo: string | null
  readonly shiftShare: number
  /** Change of the share that returns because the matter was not settled: −0.05 is 5 points fewer. */
  readonly returns: number
  /** Change of the opening hours a week, and of first contacts because of it. */
  readonly openingHours: number
  readonly openingContacts: number
  /** What attrition and the time to fill and train are multiplied by. */
  readonly attrition: number
  readonly leadTime: number
}

export const leversAtRest: Levers = {
  growth: 0,
  selfService: 0,
  shiftFrom: null,
  shiftTo: null,
  shiftShare: 0,
  returns: 0,
  openingHours: 0,
  openingContacts: 0,
  attrition: 1,
  leadTime: 1,
}

export type WorkQueue = FlowQueue & {
  readonly name: string
  /** Offered contacts in a mean month, and seconds of work for each, parallel contacts shared out. */
  readonly offered: number
  readonly workSeconds: number
  /** Answered at once, so that somebody must be free; what is worked off needs its work only. */
  readonly atOnce: boolean
  /** Hours a week in which it is open. */
  readonly openHours: number
}

export type WorkChange = {
  /** Offered contacts in a mean month, before and after. */
  readonly contacts: readonly {
    readonly id: string
    readonly name: string
    readonly before: number
    readonly after: number
  }[]
  /** Hours of work with contacts in a mean month. */
  readonly workBefore: number
  readonly workAfter: number
  /** What the needed hours are multiplied by. */
  readonly factor: number
}
export type WorkAnswer =
  | { readonly ok: true; readonly change: WorkChange }
  | { readonly ok: false; readonly refusal: FlowRefusal }

/**
 * @param hours needed today in a mean month, with the hours in which people wait for contacts
 *
 * Hours beyond the work itself are those in which somebody is free to answer at once. By square-root staffing (Halfin &
 * Whitt 1981, Operations Research 29:567) N = R + β√R people are needed for the load R, so that in H open hours with W
 * hours of work it takes W + β√(W·H). β is what today's hours say, and stays.
 */
export function workOf(
  queues: readonly WorkQueue[],
  levers: Levers,
  { hours, selfService }: { readonly hours: number; readonly selfService: SelfService },
): WorkAnswer {
  const offered = new Map(queues.map((queue) => [queue.id, queue.offered]))
  const first = firstFrom(queues, offered)
  if (!first.ok) return first
  const changed = queues.map((queue) => ({ ...queue, pReturn: clamp(queue.pReturn + levers.returns) }))
  const after = offeredFrom(changed, changedFirst(first.volumes, levers, selfService))
  if (!after.ok) return after
  const contacts = queues.map(({ id, name, offered: before }) => ({
    id,
    name,
    before,
    after: after.volumes.get(id) ?? 0,
  }))
  const [before, now] = [workIn(queues, offered), workIn(queues, after.volumes)]
  const open = Math.max(0, ...queues.filter(({ atOnce }) => atOnce).map(({ openHours }) => openHours))
  const openAfter = open === 0 ? 0 : Math.max(1, open + levers.openingHours)
  const slack = Math.max(0, hours - before.all)
  const beta = before.atOnce * open > 0 ? slack / Math.sqrt(before.atOnce * open) : 0
  const hoursAfter = now.all + (beta > 0 ? beta * Math.sqrt(now.atOnce * openAfter) : slack)
  return {
    ok: true,
    change: {
      contacts,
      workBefore: before.all,
      workAfter: now.all,
      factor: hours > 0 ? hoursAfter / Math.max(hours, before.all) : 1,
    },
  }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/** First contacts when self-service, channels and opening hours are changed; growth comes month by month. */
function changedFirst(
  first: ReadonlyMap<string, number>,
  levers: Levers,
  selfService: SelfService,
): ReadonlyMap<string, number> {
  const most = 1 - selfService.givenUp
  const settled = Math.min(most, Math.max(0, selfService.settled + levers.selfService))
  const factor = selfServiceFactor(selfService, { ...selfService, settled }) * (1 + levers.openingContacts)
  const changed = new Map([...first].map(([id, contacts]) => [id, contacts * factor]))
  const { shiftFrom, shiftTo, shiftShare } = levers
  if (shiftFrom !== null && shiftTo !== null && shiftFrom !== shiftTo) {
    const moved = (changed.get(shiftFrom) ?? 0) * shiftShare
    if (changed.has(shiftFrom) && changed.has(shiftTo)) {
      changed.set(shiftFrom, changed.get(shiftFrom)! - moved)
      changed.set(shiftTo, changed.get(shiftTo)! + moved)
    }
  }
  return changed
}

function workIn(queues: readonly WorkQueue[], offered: ReadonlyMap<string, number>) {
  let [all, atOnce] = [0, 0]
  for (const queue of queues) {
    const handled = (offered.get(queue.id) ?? 0) * (1 - queue.pAbandon)
    const work = (handled * queue.workSeconds) / 3600
    all += work
    if (queue.atOnce) atOnce += work
  }
  return { all, atOnce }
}

/** The need of each month under a scenario; growth is even from month to month and reaches its size after twelve. */
export function needsOf(
  needs: ReadonlyMap<Month, Need>,
  months: readonly Month[],
  { factor, growth }: { readonly factor: number; readonly growth: number },
): ReadonlyMap<Month, Need> {
  return new Map(
    months.flatMap((month, at) => {
      const need = needs.get(month)
      if (!need) return []
      const times = factor * (1 + growth) ** ((at + 1) / 12)
      return [[month, { mean: need.mean * times, low: need.low * times, high: need.high * times }] as const]
    }),
  )
}

/** Assumptions under a scenario. */
export function assumptionsOf(of: Assumptions, { attrition, leadTime }: Levers): Assumptions {
  const leave = (share: number) => Math.min(0.95, share * attrition)
  return {
    ...of,
    attritionFirst: leave(of.attritionFirst),
    attritionFirstYear: leave(of.attritionFirstYear),
    attritionLater: leave(of.attritionLater),
    daysToFill: Math.round(of.daysToFill * leadTime),
    trainingDays: Math.round(of.trainingDays * leadTime),
  }
}

export type Money = {
  /** Kroner over the months of the plan. */
  readonly wages: number
  readonly hiring: number
  readonly total: number
  readonly hires: number
  /** Mean people who are paid, and mean need in practised colleagues. */
  readonly people: number
  readonly need: number
  /** Months in which the wanted certainty is not reached, whatever is advertised today. */
  readonly shortMonths: number
}

/**
 * What a plan costs: everybody who is paid each month, those in training too, and what each hire costs before any wage.
 *
 * @example 10 people for 12 months at 60,000 and 2 hires at 40,000: 7.2 million + 80,000
 */
export function moneyOf(
  plan: Pick<HiringPlan, 'months' | 'proposals' | 'outOfReach'>,
  paid: readonly number[],
  { monthlyCost, hireCost }: Assumptions,
): Money {
  const hires =
    plan.proposals.reduce((sum, { people }) => sum + people, 0) +
    plan.months.reduce((sum, month) => sum + month.hires, 0)
  const personMonths = paid.reduce((sum, people) => sum + people, 0)
  const needs = plan.months.flatMap(({ need }) => (need ? [need.mean] : []))
  const wages = personMonths * monthlyCost
  const hiring = hires * hireCost
  return {
    wages,
    hiring,
    total: wages + hiring,
    hires,
    people: personMonths / Math.max(1, paid.length),
    need: needs.reduce((sum, each) => sum + each, 0) / Math.max(1, needs.length),
    shortMonths: plan.outOfReach.length,
  }
}
