/** Puts sums together to the lines of the overview, so that they reconcile: every contact is in exactly one line. */
import { wilsonInterval } from '../../../kernel/statistics.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { ChangeFigure, Estimate, TopicLine } from '../contract.ts'
import { type Change, type Counted, changeOf, dispersionOf, newForDays, risingTopics } from './change.ts'
import type { FailureShare } from './demand.ts'
import { awaitingTopic, withoutExplanation } from './no-topic.ts'
import { type Mean, meanOf, type Sums } from './satisfaction.ts'
import { type CaseSum, caseSums, type DaySum, daySums } from './sums.ts'

type Place = { readonly topicId: string; readonly channel: EnquiryChannel }
export type DayPart = Place & Readonly<Record<DaySum, number>>
export type CasePart = Place & Readonly<Record<CaseSum, number>>

export type ComposedTopic = {
  readonly topicId: string
  readonly name: string
  readonly parent: string | null
  readonly state: 'proposed' | 'confirmed' | 'parked' | 'gone'
  readonly goneInto: string | null
  readonly unexplained: boolean
  readonly owner: string | null
  readonly prioritised: boolean
}

export type Composing = {
  readonly topics: readonly ComposedTopic[]
  readonly days: readonly DayPart[]
  readonly cases: readonly CasePart[]
  /** Contacts of each topic in the period before. */
  readonly before: readonly { readonly topicId: string; readonly contacts: number }[]
  readonly periodDays: number
  readonly weeks: readonly {
    readonly topicId: string
    readonly weeksAgo: number
    readonly contacts: number
    readonly estimated: number
  }[]
  readonly firstDays: ReadonlyMap<string, string>
  /** The first day of the whole log. */
  readonly logFrom: string
  /** The last day of the period. */
  readonly to: string
  readonly failure: ReadonlyMap<string, FailureShare>
}

/** Weeks in a spark. */
export const sparkWeeks = 13
/** Channels where somebody waits in the line; a mean over these and e-mail would say nothing of either. */
const liveChannels: readonly EnquiryChannel[] = ['phone', 'chat']

/** Lines for every topic that had a contact, the largest first; what has no topic comes as lines of its own. */
export function composeLines(input: Composing): readonly TopicLine[] {
  const home = homesOf(input.topics)
  const at = <T extends { readonly topicId: string }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ topicId }) => home(topicId))
  const days = at(input.days)
  const cases = at(input.cases)
  const before = at(input.before)
  const weeks = at(input.weeks)
  const named = new Map(input.topics.map((topic) => [topic.topicId, topic]))
  const total = input.days.reduce((sum, { contacts }) => sum + contacts, 0)
  const series = new Map([...weeks].map(([topicId, rows]) => [topicId, weekSeries(rows)]))
  const ageOf = (topicId: string) => ageDays(input.firstDays.get(topicId), input)
  const noted = new Map([...weeks].map(([topicId, rows]) => [topicId, weekSeries(withText(rows))]))
  const rises = new Map(
    risingTopics(
      [...noted]
        .filter(([topicId]) => !isNoTopic(topicId) && named.get(topicId)?.unexplained !== true)
        .map(([topicId, counts]) => ({ topicId, weeks: counts, ageDays: ageOf(topicId) })),
    ).map((rise) => [rise.topicId, rise]),
  )
  return [...days]
    .map(([topicId, parts]): TopicLine => {
      const topic = named.get(topicId)
      const sums = sumDayParts(parts)
      const caseTotals = sumCaseParts(cases.get(topicId) ?? [])
      const counts = series.get(topicId) ?? Array.from({ length: sparkWeeks }, () => 0)
      const previous = (before.get(topicId) ?? []).reduce((sum, { contacts }) => sum + contacts, 0)
      const rise = rises.get(topicId)
      return {
        topicId,
        name: topic?.name ?? '',
        parent: topic?.parent ?? null,
        state: stateOf(topicId, topic),
        contacts: sums.contacts,
        estimated: sums.estimated,
        unsure: sums.unsure,
        share: total === 0 ? 0 : Math.min(1, sums.contacts / total),
        mix: parts.map(({ channel, contacts }) => ({ channel, contacts })),
        weeks: counts,
        change: changeBetween(
          { count: sums.contacts, days: input.periodDays },
          { count: previous, days: input.periodDays },
          counts,
        ),
        ...spent(parts, sums),
        ...caseFigures(caseTotals),
        csat: asEstimate(meanOf({ n: sums.csat_n, sum: sums.csat_sum, squares: sums.csat_squares })),
        selfService: shareEstimate(sums.tried, sums.asked),
        failure: asFailure(input.failure.get(topicId)),
        isNew: !isNoTopic(topicId) && (ageOf(topicId) ?? newForDays) < newForDays,
        rise: rise ? { ...asChange(rise), count: rise.count } : null,
        owner: topic?.owner ?? null,
        prioritised: topic?.prioritised ?? false,
      }
    })
    .sort((a, b) => b.contacts - a.contacts || (a.topicId < b.topicId ? -1 : 1))
}

const isNoTopic = (topicId: string) => topicId === awaitingTopic || topicId === withoutExplanation

function stateOf(topicId: string, topic: ComposedTopic | undefined): TopicLine['state'] {
  if (topicId === withoutExplanation || topic?.unexplained === true) return 'unexplained'
  if (topic === undefined || topic.state === 'gone') return 'awaiting'
  return topic.state
}

/** Where the contacts of a topic are counted: itself, what it has gone into, or among those that wait for one. */
export function homesOf(
  topics: readonly Pick<ComposedTopic, 'topicId' | 'state' | 'goneInto' | 'unexplained'>[],
): (topicId: string) => string {
  const known = new Map(topics.map((topic) => [topic.topicId, topic]))
  const unexplained = topics.find((topic) => topic.unexplained)?.topicId ?? withoutExplanation
  return (topicId) => {
    let id = topicId
    for (let steps = 0; steps < 50; steps++) {
      if (id === withoutExplanation) return unexplained
      const topic = known.get(id)
      if (!topic) return awaitingTopic
      if (topic.state !== 'gone') return id
      if (topic.goneInto === null) return awaitingTopic
      id = topic.goneInto
    }
    return awaitingTopic
  }
}

/**
 * Without what is only estimated: a code is split alike in every week, which would make a new topic look old. Where
 * nothing else is known of the topic, the estimates stay.
 */
function withText(rows: Composing['weeks']) {
  const known = rows.map((row) => ({ ...row, contacts: Math.max(0, row.contacts - row.estimated) }))
  return known.some(({ contacts }) => contacts > 0) ? known : rows
}

/** Counts of 13 weeks, the last one last. */
function weekSeries(rows: readonly { readonly weeksAgo: number; readonly contacts: number }[]): number[] {
  const weeks = Array.from({ length: sparkWeeks }, () => 0)
  for (const { weeksAgo, contacts } of rows) {
    if (weeksAgo >= 0 && weeksAgo < sparkWeeks) weeks[sparkWeeks - 1 - weeksAgo]! += contacts
  }
  return weeks
}

/** So long a log must have been there before a topic, for the topic to be what is new and not the log. */
const knownBeforeDays = 28

/** Days since a topic's first; null where the log is hardly older than the topic. */
function ageDays(
  first: string | undefined,
  { to, logFrom }: Pick<Composing, 'to' | 'logFrom'>,
): number | null {
  if (first === undefined || daysBetween(logFrom, first) < knownBeforeDays) return null
  return daysBetween(first, to)
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Change with an interval that is as wide as the topic's weeks vary. */
export function changeBetween(now: Counted, before: Counted, weeks: readonly number[]): ChangeFigure | null {
  const change = changeOf(now, before, { dispersion: dispersionOf(weeks) })
  return change && asChange(change)
}

const asChange = ({ change, interval }: Change): ChangeFigure => ({
  change,
  low: interval[0],
  high: interval[1],
})

function spent(parts: readonly DayPart[], sums: Readonly<Record<DaySum, number>>) {
  const live = sumDayParts(parts.filter(({ channel }) => liveChannels.includes(channel)))
  return {
    waitSeconds: live.wait_n === 0 ? null : live.wait_sum / live.wait_n,
    handleSeconds: sums.handle_n === 0 ? null : sums.handle_sum / sums.handle_n,
  }
}

export function caseFigures(sums: Readonly<Record<CaseSum, number>>) {
  return {
    fcr: shareEstimate(sums.once_7, sums.cases_7),
    repeat: sums.cases_7 === 0 ? null : (sums.contacts_7 - sums.cases_7) / sums.cases_7,
  }
}

/** A share with Wilson's interval; null of nothing. */
export function shareEstimate(part: number, of: number): Estimate | null {
  if (of <= 0) return null
  const value = Math.min(1, part / of)
  const [low, high] = wilsonInterval(value, of, 0.95)
  return { value, low, high, n: of }
}

export function asEstimate(mean: Mean | null): Estimate | null {
  return mean && { value: mean.mean, low: mean.interval?.[0] ?? 0, high: mean.interval?.[1] ?? 1, n: mean.n }
}

export function asFailure(failure: FailureShare | null | undefined): Estimate | null {
  return failure
    ? { value: failure.share, low: failure.interval[0], high: failure.interval[1], n: failure.n }
    : null
}

export function sumDayParts(parts: readonly Readonly<Record<DaySum, number>>[]): Record<DaySum, number> {
  return sumOf(daySums, parts)
}

export function sumCaseParts(parts: readonly Readonly<Record<CaseSum, number>>[]): Record<CaseSum, number> {
  return sumOf(caseSums, parts)
}

function sumOf<K extends string>(
  keys: readonly K[],
  parts: readonly Readonly<Record<K, number>>[],
): Record<K, number> {
  return Object.fromEntries(
    keys.map((key) => [key, parts.reduce((total, part) => total + part[key], 0)]),
  ) as Record<K, number>
}

export const csatSums = (sums: Readonly<Record<DaySum, number>>): Sums => ({
  n: sums.csat_n,
  sum: sums.csat_sum,
  squares: sums.csat_squares,
})
