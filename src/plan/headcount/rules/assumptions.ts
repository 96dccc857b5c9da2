/**
 * What a headcount plan assumes until an organisation says its own. Where a value comes from a publication it is named;
 * where it does not, that is said, and the page says it too.
 */
export type Assumptions = {
  /** Days from an advertisement to a signed contract. */
  readonly daysToFill: number
  /** Days of notice that whoever is hired has to give elsewhere. */
  readonly noticeDays: number
  /** Days from the first day at work to the first contact alone. */
  readonly trainingDays: number
  /** Share of a practised colleague's work in the first month after training. */
  readonly firstMonthProductivity: number
  /** Months in which what is missing to full productivity halves. */
  readonly shortfallHalvesMonths: number
  /** Months of work after training before a newcomer is counted on to close a gap. */
  readonly rampMonths: number
  /** Share that leaves in a year, by time since the first day: under 3 months, 3–12 months, later. */
  readonly attritionFirst: number
  readonly attritionFirstYear: number
  readonly attritionLater: number
  /** Share of paid time away from work: holidays, illness, leave. */
  readonly shrinkageOutside: number
  /** Share of the time at work that is not for customers: breaks, meetings, training. */
  readonly shrinkageInside: number
  /** Hours a week of a full position, and the mean position of those who work here, 0–1. */
  readonly weeklyHours: number
  readonly meanPosition: number
  /** How sure one wants to be of having enough people, 0–1. */
  readonly certainty: number
  /** Kroner: a person-month in the mean position with everything, and a hire before any wage. */
  readonly monthlyCost: number
  readonly hireCost: number
}

export const defaultAssumptions: Assumptions = {
  daysToFill: 34,
  noticeDays: 30,
  trainingDays: 40,
  firstMonthProductivity: 0.53,
  shortfallHalvesMonths: 3.2,
  rampMonths: 1,
  attritionFirst: 0.33,
  attritionFirstYear: 0.33,
  attritionLater: 0.2,
  shrinkageOutside: 0.2,
  shrinkageInside: 0.12,
  weeklyHours: 37.5,
  meanPosition: 1,
  certainty: 0.8,
  monthlyCost: 60_000,
  hireCost: 40_000,
}

/**
 * Where a default comes from. `study`: learning curves of 1,800 agents of eight North American centres, with 34 days to
 * fill a position and 40 to finish training, as published by Cinareo; read there, the study itself was not seen.
 * `derived`: from the same study's 18.6 % of the first twelve months lost. `range`: published yearly figures from 20 to
 * 33 %, newcomers at the upper end. `contracts`: the contracts of those who have shifts, in place of the default. `law`: the Working Environment Act § 15-3, a month's notice at least. `own`: nobody's
 * figure, to be replaced.
 */
export const origins = ['study', 'derived', 'range', 'law', 'contracts', 'shrinkage', 'own'] as const

export const originOf: Readonly<Record<keyof Assumptions, (typeof origins)[number]>> = {
  daysToFill: 'study',
  noticeDays: 'law',
  trainingDays: 'study',
  firstMonthProductivity: 'study',
  shortfallHalvesMonths: 'derived',
  rampMonths: 'own',
  attritionFirst: 'range',
  attritionFirstYear: 'range',
  attritionLater: 'range',
  shrinkageOutside: 'own',
  shrinkageInside: 'own',
  weeklyHours: 'own',
  meanPosition: 'own',
  certainty: 'own',
  monthlyCost: 'own',
  hireCost: 'own',
}

type Limits = {
  readonly least: number
  readonly most: number
  readonly unit: 'days' | 'months' | 'share' | 'hours' | 'kroner'
}
const share = { least: 0, most: 0.95, unit: 'share' } as const

/** What each may be. */
export const limitsOf: Readonly<Record<keyof Assumptions, Limits>> = {
  daysToFill: { least: 0, most: 365, unit: 'days' },
  noticeDays: { least: 0, most: 200, unit: 'days' },
  trainingDays: { least: 0, most: 365, unit: 'days' },
  firstMonthProductivity: { least: 0.05, most: 1, unit: 'share' },
  shortfallHalvesMonths: { least: 0.1, most: 24, unit: 'months' },
  rampMonths: { least: 0, most: 12, unit: 'months' },
  attritionFirst: share,
  attritionFirstYear: share,
  attritionLater: share,
  shrinkageOutside: { least: 0, most: 0.8, unit: 'share' },
  shrinkageInside: { least: 0, most: 0.8, unit: 'share' },
  weeklyHours: { least: 10, most: 48, unit: 'hours' },
  meanPosition: { least: 0.1, most: 1, unit: 'share' },
  certainty: { least: 0.5, most: 0.99, unit: 'share' },
  monthlyCost: { least: 0, most: 1_000_000, unit: 'kroner' },
  hireCost: { least: 0, most: 10_000_000, unit: 'kroner' },
}

export const assumptionNames = Object.keys(defaultAssumptions) as readonly (keyof Assumptions)[]

const weeksInMonth = 365.25 / 12 / 7

/**
 * Kroner for an hour at work: what a person costs in a month over the agreed hours, less the time away.
 *
 * @example 60,000 kr, 37.5 hours, full position, 20 % away: 60,000 ÷ (37.5 · 4.348 · 0.8) = 460 kr
 */
export function costOfHour({
  monthlyCost,
  weeklyHours,
  meanPosition,
  shrinkageOutside,
}: Assumptions): number {
  return monthlyCost / (weeklyHours * meanPosition * weeksInMonth * (1 - shrinkageOutside))
}

/**
 * Hours with customers that one person gives in a mean month: shrinkage outside and inside work multiplied, not added.
 *
 * @example 37.5 hours, full position, 20 % and 12 %: 37.5 · 4.348 · 0.8 · 0.88 = 114.8 hours
 */
export function productiveHours(of: Assumptions): number {
  return (
    of.weeklyHours * of.meanPosition * weeksInMonth * (1 - of.shrinkageOutside) * (1 - of.shrinkageInside)
  )
}
