/** The effect of improvements that are in effect, measured from the kept figures. */
import { addDays, toEpochDay } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { keptFigures } from '../../overview/index.ts'
import type { EffectView, MeasuredEffect } from '../contract.ts'
import { type EffectEstimate, measureEffect, weeksLeftOut } from '../rules/effect.ts'
import { tryOthers } from '../rules/placebo.ts'
import type { StoredImprovement } from '../store/improvement-store.ts'
import { countWeeksAround } from '../store/week-store.ts'

/** Longer back tells little of today, and longer after lets other things in. */
const [mostBefore, mostAfter] = [104, 26]

type Measuring = Pick<Context, 'scope' | 'db' | 'now' | 'jobs'>

/** Nothing before there are enquiries, or for what is not in effect or about no topic. */
export async function measureAll(
  context: Context,
  improvements: readonly StoredImprovement[],
  wanted: readonly StoredImprovement[] = improvements,
): Promise<ReadonlyMap<string, MeasuredEffect>> {
  const found = new Map<string, MeasuredEffect>()
  const measurable = wanted.filter(inEffect)
  if (measurable.length === 0) return found
  const kept = await keptFigures(context)
  if (!kept?.firstDay || !kept.lastDay) return found
  const yesterday = addDays(toLocal(context.now).date, -1)
  const [last] = [kept.lastDay, yesterday].toSorted() as [string, string]
  const treatedAnywhere = new Set(
    improvements.filter(inEffect).flatMap(({ topics }) => topics.map(({ id }) => id)),
  )
  for (const improvement of measurable) {
    const span = { version: kept.version, first: kept.firstDay, last }
    const measured = await measureOne(context, improvement, { ...span, treatedAnywhere })
    if (measured) found.set(improvement.improvementId, measured)
  }
  return found
}

const inEffect = ({ state, inEffectFrom, topics }: StoredImprovement): boolean =>
  state === 'inEffect' && inEffectFrom !== null && topics.length > 0

type Span = {
  readonly version: number
  readonly first: string
  readonly last: string
  readonly treatedAnywhere: ReadonlySet<string>
}

async function measureOne(
  { scope, db }: Measuring,
  { inEffectFrom, topics }: StoredImprovement,
  { version, first, last, treatedAnywhere }: Span,
): Promise<MeasuredEffect | undefined> {
  const start = inEffectFrom!
  const before = Math.min(mostBefore, Math.floor((toEpochDay(start) - toEpochDay(first)) / 7))
  const after = Math.min(mostAfter, Math.floor((toEpochDay(last) - toEpochDay(start) + 1) / 7))
  if (before < 0) return undefined
  const length = before + Math.max(0, after)
  const from = addDays(start, -7 * before)
  const to = addDays(from, 7 * length - 1)
  const counts = await countWeeksAround(scope, db, { version, start, from, to })
  const series = new Map<string, number[]>()
  for (const { topicId, week, contacts } of counts) {
    const own = series.get(topicId) ?? Array.from({ length }, () => 0)
    own[week + before] = contacts
    series.set(topicId, own)
  }
  const treatedIds = new Set(topics.map(({ id }) => id))
  const others = [...series].filter(([id]) => !treatedAnywhere.has(id) && !treatedIds.has(id))
  const totals = (rows: readonly (readonly number[])[]) =>
    Array.from({ length }, (_, at) => rows.reduce((sum, row) => sum + row[at]!, 0))
  const treated = totals([...series].filter(([id]) => treatedIds.has(id)).map(([, row]) => row))
  const control = totals(others.map(([, row]) => row))
  const estimate = measureEffect(
    treated.map((own, at) => ({ treated: own, control: control[at]! })),
    before,
  )
  const { strength } = estimate
  return {
    ...viewOf(estimate),
    controlTopics: others.length,
    placebo:
      strength === null
        ? null
        : tryOthers(
            others.map(([, row]) => row),
            { control, before, strength },
          ),
    weeks: treated.map((own, at) => weekView({ own, control: control[at]!, at, before, from, estimate })),
  }
}

/** The estimate without its weeks, as lists show it. */
export function viewOf(estimate: EffectView | EffectEstimate): EffectView {
  const { verdict, change, low, high, seen, saved, weeksNeeded, peak, naive } = estimate
  return { verdict, change, low, high, seen, saved, weeksNeeded, peak, naive }
}

type OneWeek = {
  readonly own: number
  readonly control: number
  readonly at: number
  readonly before: number
  readonly from: string
  readonly estimate: EffectEstimate
}

function weekView({ own, control, at, before, from, estimate }: OneWeek): MeasuredEffect['weeks'][number] {
  const expected = estimate.expected[at]
  const per = (value: number | undefined) => (value === undefined ? null : value * 1000)
  return {
    from: addDays(from, 7 * at),
    to: addDays(from, 7 * at + 6),
    treated: own,
    control,
    rate: control > 0 ? (own / control) * 1000 : 0,
    expected: per(expected?.value),
    low: per(expected?.low),
    high: per(expected?.high),
    afterStart: at >= before,
    leftOut: at < before && at >= before - weeksLeftOut,
  }
}
