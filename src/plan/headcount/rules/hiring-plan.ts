/**
 * When must we hire? Months are looked at in order. Where the chance of having enough is below what is wanted, the
 * fewest hires that mend it are found, on the last day on which they can begin and be counted on; from there the last
 * day to advertise is worked back. What cannot be mended in time is said, and what would leave too many is warned of.
 */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { type Distribution, leftWith } from './binomial.ts'
import { chanceOfEnough, type Gap, gapOf, type Need } from './gap.ts'
import { firstDayOf, type Month } from './months.ts'
import { type FlowInput, groupIn, haveIn, type PeopleMonth, peopleFlow } from './people-flow.ts'
import { type LeadTime, workBack } from './tenure.ts'

export type MonthPlan = Omit<PeopleMonth, 'distribution'> & {
  readonly need: Need | null
  /** With those who are here and those already hired or planned. */
  readonly gap: Gap | null
  /** With the proposed hires too. */
  readonly withHires: { readonly have: PeopleMonth['have']; readonly gap: Gap } | null
}

export type Proposal = LeadTime & {
  /** The month whose gap it closes. */
  readonly month: Month
  readonly people: number
  /** The day to advertise in time is past: they come as soon as they can, and the months before are short. */
  readonly late: boolean
}

export type HiringPlan = {
  readonly months: readonly MonthPlan[]
  readonly proposals: readonly Proposal[]
  /** Months that stay short whatever is advertised today: overtime, temps or fewer contacts. */
  readonly outOfReach: readonly { readonly month: Month; readonly people: number }[]
  /** Months in which one too many is all but certain even with those who leave; whether the proposals add to it. */
  readonly surplus: readonly { readonly month: Month; readonly people: number; readonly fromHires: boolean }[]
}

const mostHires = 300

/** @param needs by month; a month without one is not judged */
export function planHiring(
  input: FlowInput,
  months: readonly Month[],
  needs: ReadonlyMap<Month, Need>,
): HiringPlan {
  const before = peopleFlow(input, months)
  const proposals: Proposal[] = []
  const outOfReach: { month: Month; people: number }[] = []
  let hires = [...input.hires]
  for (const month of months) {
    const need = needs.get(month)
    if (!need) continue
    const found = closeGap({ ...input, hires }, month, need)
    if (!found) continue
    if ('proposal' in found) {
      proposals.push(found.proposal)
      hires = [...hires, { startedOn: found.proposal.startBy, people: found.proposal.people }]
    } else outOfReach.push({ month, people: found.short })
  }
  const after = peopleFlow({ ...input, hires }, months)
  const planned = before.map((one, at) => monthPlan(one, after[at]!, needs.get(one.month)))
  return { months: planned, proposals, outOfReach, surplus: surplusOf(planned) }
}

function monthPlan(one: PeopleMonth, after: PeopleMonth, need: Need | undefined): MonthPlan {
  const { distribution, ...shown } = one
  if (!need) return { ...shown, need: null, gap: null, withHires: null }
  return {
    ...shown,
    need,
    gap: gapOf(need, distribution),
    withHires: { have: after.have, gap: gapOf(need, after.distribution) },
  }
}

type Found = { readonly proposal: Proposal } | { readonly short: number }

/** Nothing when there are enough already; what is missing when no hire of today can help in the month. */
function closeGap(input: FlowInput, month: Month, need: Need): Found | undefined {
  const { assumptions, today } = input
  const now = haveIn(input, month)
  const isEnough = (have: Distribution) => chanceOfEnough(need, have) >= assumptions.certainty
  if (isEnough(now)) return undefined
  const wanted = workBack(firstDayOf(month), assumptions)
  const late = wanted.advertiseBy < today
  const lead = late ? leadFrom(today, input) : wanted
  const enough = (people: number) =>
    isEnough(leftWith(now, groupIn(month, { startedOn: lead.startBy, people }, input)))
  // So late that they would hardly be through training: hiring is no answer to this month.
  const tooLate = late && lead.trainedBy >= firstDayOf(month)
  if (tooLate || !enough(mostHires)) return { short: missingNow(need, now, assumptions.certainty) }
  return { proposal: { ...lead, month, people: fewest(enough), late } }
}

/** The least number for which it holds, which then holds for all above. */
function fewest(enough: (people: number) => boolean): number {
  let [low, high] = [0, 1]
  while (!enough(high)) [low, high] = [high, high * 2]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}

/** Whole practised people that would be needed at once. */
function missingNow(need: Need, now: Distribution, certainty: number): number {
  const shifted = (people: number): boolean =>
    chanceOfEnough({ mean: need.mean - people, low: need.low - people, high: need.high - people }, now) >=
    certainty
  return fewest(shifted)
}

/** The steps when it is advertised today. */
function leadFrom(today: PlainDate, { assumptions }: FlowInput): LeadTime {
  const signBy = addDays(today, assumptions.daysToFill)
  const startBy = addDays(signBy, assumptions.noticeDays)
  const trainedBy = addDays(startBy, assumptions.trainingDays)
  return { advertiseBy: today, signBy, startBy, trainedBy, countedFrom: trainedBy }
}

function surplusOf(months: readonly MonthPlan[]): HiringPlan['surplus'] {
  return months.flatMap(({ month, gap, withHires }) => {
    if (!gap || !withHires || !(withHires.gap.high < -1)) return []
    const people = Math.floor(-withHires.gap.mean)
    return [{ month, people, fromHires: gap.mean - withHires.gap.mean >= 1 }]
  })
}
