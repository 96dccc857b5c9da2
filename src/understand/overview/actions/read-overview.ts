/** The one screen: what they ask, in which channels, and whether it gets better. */
import { addDays } from '../../../kernel/calendar.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Overview, PeriodQuery, TopicLine } from '../contract.ts'
import { gapChoices } from '../rules/cases.ts'
import {
  asFailure,
  changeBetween,
  composeLines,
  shareEstimate,
  sparkWeeks,
  sumCaseParts,
  sumDayParts,
} from '../rules/compose.ts'
import { demandAgreement, failureByTopic, failureShare } from '../rules/demand.ts'
import { longNeck, neckFinding } from '../rules/long-neck.ts'
import { gapOf } from '../rules/satisfaction.ts'
import { listCodes, type StoredCodes } from '../store/demand-store.ts'
import {
  type CaseSums,
  countWeeks,
  type DaySums,
  firstDays,
  sumCases,
  sumContacts,
  sumDays,
} from '../store/figures-store.ts'
import { countTray, listTopics, type StoredTopic } from '../store/topic-store.ts'
import { type Period, readPeriod } from './period.ts'

/** Coded samples say something for a year. */
const codesDays = 365

const nothing: Overview = {
  period: null,
  totals: { contacts: 0, estimated: 0, unsure: 0, mix: [], parkedTopics: 0, parked: 0, change: null },
  tray: { texts: 0 },
  neck: { points: [], finding: null },
  cards: {
    fcr: null,
    censored: 0,
    sensitivity: [],
    fcrBefore: null,
    tried: null,
    inferred: null,
    gap: null,
    failure: null,
    kappa: null,
  },
  topics: [],
  ownerless: 0,
}

export async function readOverview(context: Context, query: PeriodQuery): Promise<Overview> {
  const period = await readPeriod(context, query)
  if (!period) return nothing
  const gathered = await gather(context, period)
  const topics = linesOf(gathered, period)
  const owned = topics.filter(({ state }) => state === 'confirmed' || state === 'proposed')
  return {
    period: period.view,
    totals: totalsOf(gathered, topics, period),
    tray: { texts: await countTray(context.scope, context.db) },
    neck: neckOf(topics),
    cards: cardsOf(gathered),
    topics: [...topics],
    ownerless: owned.filter(({ owner }) => owner === null).length,
  }
}

/** Everything that lines are made of; also for the priority list and one topic's card. */
export async function gather({ scope, db }: Context, { reading, before }: Period) {
  const weeks = { ...reading, from: addDays(reading.to, 1 - 7 * sparkWeeks) }
  const codes = await listCodes(scope, db, { from: addDays(reading.to, -codesDays), to: reading.to })
  return {
    topics: await listTopics(scope, db),
    days: await sumDays(scope, db, reading),
    cases: await sumCases(scope, db, reading),
    before: await sumContacts(scope, db, before),
    casesBefore: await sumCases(scope, db, before),
    weeks: await countWeeks(scope, db, weeks),
    firstDays: await firstDays(scope, db, reading),
    codes,
  }
}
export type Gathered = {
  readonly topics: readonly StoredTopic[]
  readonly days: readonly DaySums[]
  readonly cases: readonly CaseSums[]
  readonly before: readonly { readonly topicId: string; readonly contacts: number }[]
  readonly casesBefore: readonly CaseSums[]
  readonly weeks: Awaited<ReturnType<typeof countWeeks>>
  readonly firstDays: ReadonlyMap<string, string>
  readonly codes: readonly StoredCodes[]
}

export function linesOf(gathered: Gathered, { view }: Period): readonly TopicLine[] {
  const { topics, codes } = gathered
  return composeLines({
    ...gathered,
    topics: topics.map(({ profile, ...topic }) => ({
      ...topic,
      owner: profile.owner,
      prioritised: profile.prioritised,
    })),
    periodDays: view.days,
    to: view.to,
    logFrom: view.firstDay,
    failure: failureByTopic(codes),
  })
}

function totalsOf({ days, before, weeks }: Gathered, topics: readonly TopicLine[], { view }: Period) {
  const sums = sumDayParts(days)
  const parked = topics.filter(({ state }) => state === 'parked')
  const series = Array.from({ length: sparkWeeks }, (_, at) =>
    weeks
      .filter(({ weeksAgo }) => weeksAgo === sparkWeeks - 1 - at)
      .reduce((sum, { contacts }) => sum + contacts, 0),
  )
  return {
    contacts: sums.contacts,
    estimated: sums.estimated,
    unsure: sums.unsure,
    mix: [...Map.groupBy(days, ({ channel }) => channel)]
      .map(([channel, parts]) => ({ channel, contacts: sumDayParts(parts).contacts }))
      .sort((a, b) => b.contacts - a.contacts),
    parkedTopics: parked.length,
    parked: parked.reduce((sum, { contacts }) => sum + contacts, 0),
    change: changeBetween(
      { count: sums.contacts, days: view.days },
      { count: before.reduce((sum, { contacts }) => sum + contacts, 0), days: view.days },
      series,
    ),
  }
}

function neckOf(topics: readonly TopicLine[]) {
  const total = topics.reduce((sum, { contacts }) => sum + contacts, 0)
  const own = topics.filter(({ state }) => state !== 'awaiting' && state !== 'unexplained')
  const points = longNeck(
    own.map(({ contacts }) => contacts),
    total,
  )
  return {
    points: points.map(({ topics: n, share }) => ({ topics: n, share: Math.min(1, share) })),
    finding: neckFinding(points),
  }
}

export function cardsOf({
  days,
  cases,
  casesBefore,
  codes,
}: Omit<Gathered, 'topics' | 'before' | 'weeks' | 'firstDays'>): Overview['cards'] {
  const sums = sumDayParts(days)
  const all = sumCaseParts(cases)
  const earlier = sumCaseParts(casesBefore)
  const machine = sumCaseParts(cases.filter(({ channel }) => channel === 'chatbot'))
  const gap = gapOf(
    { n: sums.tried_n, sum: sums.tried_sum, squares: sums.tried_squares },
    { n: sums.straight_n, sum: sums.straight_sum, squares: sums.straight_squares },
  )
  const kappa = demandAgreement(codes)
  return {
    fcr: shareEstimate(all.once_7, all.cases_7),
    censored: all.censored_7,
    sensitivity: gapChoices.flatMap((gapDays) => {
      const n = all[`cases_${gapDays}`]
      return n > 0 ? [{ gapDays, value: all[`once_${gapDays}`] / n, n }] : []
    }),
    fcrBefore: shareEstimate(earlier.once_7, earlier.cases_7),
    tried: shareEstimate(sums.tried, sums.asked),
    inferred: shareEstimate(machine.to_people_7, machine.cases_7),
    gap: gap && { gap: gap.gap, low: gap.interval[0], high: gap.interval[1] },
    failure: asFailure(failureShare(codes.filter(({ fromAll }) => fromAll))),
    kappa:
      kappa.n === 0
        ? null
        : {
            kappa: kappa.kappa,
            low: kappa.interval?.[0] ?? null,
            high: kappa.interval?.[1] ?? null,
            n: kappa.n,
          },
  }
}
