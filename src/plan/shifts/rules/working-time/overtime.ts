/** Overtime and the total of working time, § 10-6. Only what a shift says is overtime is counted as such. */
import { type Found, isAdult, periodsAbove, type Rule, runsAbove, weeksAbove } from './found.ts'
import { ruleFacts } from './paragraphs.ts'
import type { Work, WorkWeek } from './work.ts'

type Limit = { readonly hours: number; readonly weeks: number; readonly paragraph: string }

const law = '§ 10-6 (4)'
const union = '§ 10-6 (5)'
const authority = '§ 10-6 (6)'

/** 10 hours in a week, 20 with the shop stewards, 25 with the authority. */
const ofWeek: Readonly<Record<string, Limit>> = {
  law: { hours: 10, weeks: 1, paragraph: law },
  union: { hours: 20, weeks: 1, paragraph: union },
  authority: { hours: 25, weeks: 1, paragraph: authority },
}
/** 25 hours in four weeks, 50 with the shop stewards; the authority's consent has no such limit. */
const ofFour: Readonly<Record<string, Limit>> = {
  law: { hours: 25, weeks: 4, paragraph: law },
  union: { hours: 50, weeks: 4, paragraph: union },
}
/** 200 hours in 52 weeks, 300 with the shop stewards, 200 in 26 weeks with the authority. */
const ofYear: Readonly<Record<string, Limit>> = {
  law: { hours: 200, weeks: 52, paragraph: law },
  union: { hours: 300, weeks: 52, paragraph: union },
  authority: { hours: 200, weeks: 26, paragraph: authority },
}

const overtimeRule =
  (limits: Readonly<Record<string, Limit>>): Rule =>
  (work) => {
    const limit = limits[work.agent.contract.overtime]
    return limit ? overtimeAbove(work, limit) : []
  }

function overtimeAbove(work: Work, { hours, weeks, paragraph }: Limit): Found[] {
  const found = runsAbove(work, { count: weeks, limit: hours * 60 }, ({ overtime }) => overtime)
  return found.map((each) => (paragraph === law ? each : { ...each, paragraph }))
}

export const overtimeWeek = overtimeRule(ofWeek)
export const overtimeFourWeeks = overtimeRule(ofFour)
export const overtimeYear = overtimeRule(ofYear)

/** 13 hours of a working day, overtime included; the same limit where the authority has let the normal day be long. */
export const totalDay: Rule = (work) =>
  isAdult(work) ? periodsAbove(work, ruleFacts['total-day'].limit, ({ worked }) => worked) : []

/** Where the shop stewards have agreed to both longer averages and more overtime: in no single week more than this. */
const unionWeekMinutes = 69 * 60

/**
 * 48 hours of a week, overtime included. The Act lets it be averaged over eight weeks; that is done for those whose
 * normal time is averaged, and each week is held to the limit for others.
 */
export const totalWeek: Rule = (work) => {
  const limit = ruleFacts['total-week'].limit
  const total = ({ worked }: WorkWeek) => worked
  const { averaging, overtime } = work.agent.contract
  if (!isAdult(work)) return []
  if (averaging === 'none') return weeksAbove(work, limit, total)
  const runs = runsAbove(work, { count: 8, limit: 8 * limit }, total)
  const averaged = runs.map((found) => ({ ...found, value: found.value / 8, limit }))
  const both = averaging === 'union' && overtime === 'union'
  return both ? [...averaged, ...weeksAbove(work, unionWeekMinutes, total)] : averaged
}
