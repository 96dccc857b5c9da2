/** Looks at every day that has not been looked at, raises what is unusual, and sees to it that people are told. */
import { addDays, toEpochDay } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readAnswerLines, readConsistency } from '../../answers/index.ts'
import { buildFigures, keptFigures } from '../../overview/index.ts'
import { findEmerging } from '../rules/emerging.ts'
import { type AlarmKind, endsByItself, sameAlarmDays } from '../rules/kinds.ts'
import { isWorse } from '../rules/share-change.ts'
import { silenceOf } from '../rules/silent.ts'
import { baselineDays, type DaySeries, findSpikes } from '../rules/spikes.ts'
import { endAlarms, type Found, findAlarm, insertAlarm, prolongAlarm } from '../store/alarm-store.ts'
import { insertDelivery, listSubscriptions } from '../store/alert-store.ts'
import {
  type ChannelDay,
  channelDays,
  claimDay,
  earlierTexts,
  lastLookedDay,
  searchesIn,
  sourceDays,
  unfamiliarTexts,
  waitForOthers,
  youngTopics,
} from '../store/day-store.ts'

/** The first time, so many days back. */
const firstLookDays = 28
const newForDays = 28
/** Below this the learner does not recognise a text. */
const unfamiliar = 0.05
const mostTexts = 4000
const fewestOfYoungTopic = 8

export type Looked = { readonly days: number; readonly raised: number }
type Looking = Pick<Context, 'scope' | 'db' | 'now' | 'jobs' | 'requestId' | 'log'>
type Raised = { readonly alarmId: string; readonly kind: AlarmKind }

/** @param again looks at the last days once more, as when somebody asks for it */
export async function lookAtDays(context: Looking, { again = false } = {}): Promise<Looked> {
  const { scope, db, now } = context
  const today = toLocal(now).date
  let kept = await keptFigures(context)
  if (kept?.isOld)
    kept = (await buildFigures(context).then((built) => built && { ...built, isOld: false })) ?? kept
  if (!kept?.firstDay || !kept.lastDay) return { days: 0, raised: 0 }
  const last = kept.lastDay >= today ? addDays(today, -1) : kept.lastDay
  const looked = await lastLookedDay(scope, db)
  const earliest = addDays(last, 1 - firstLookDays)
  const from = !again && looked && looked.day >= earliest ? addDays(looked.day, 1) : earliest
  const raised: Raised[] = []
  const days = Math.max(0, toEpochDay(last) - toEpochDay(from) + 1)
  const span = { version: kept.version, from: addDays(from, -baselineDays), to: last }
  const counts = days === 0 ? [] : seriesOf(await channelDays(scope, db, span), span)
  const watched = counts.length
  for (let at = 0; at < days; at++) {
    const day = addDays(from, at)
    const upTo = toEpochDay(day) - toEpochDay(span.from) + 1
    const spikes = findSpikes(
      counts.map(({ key, counts: all }) => ({
        key,
        counts: trimmed(all.slice(0, upTo), span.from, kept.firstDay!),
      })),
      day,
    )
    const found = spikes.map(({ key, ...figures }) => spikeOf(key, day, figures))
    raised.push(...(await record(context, { day, watched, found })))
  }
  raised.push(
    ...(await raiseAll(
      context,
      await standing(context, { day: last, version: kept.version, firstDay: kept.firstDay }),
    )),
  )
  await tell(context, raised)
  return { days, raised: raised.length }
}

/** Days before the log began are no days without contacts. */
function trimmed(counts: readonly number[], from: string, firstDay: string): readonly number[] {
  return counts.slice(Math.max(0, toEpochDay(firstDay) - toEpochDay(from)))
}

function seriesOf(
  rows: readonly ChannelDay[],
  { from, to }: { readonly from: string; readonly to: string },
): DaySeries[] {
  const [start, length] = [toEpochDay(from), toEpochDay(to) - toEpochDay(from) + 1]
  const series = new Map<string, number[]>()
  for (const { topicId, channel, day, contacts } of rows) {
    const key = `${topicId} ${channel}`
    const counts = series.get(key) ?? Array.from({ length }, () => 0)
    counts[toEpochDay(day) - start] = contacts
    series.set(key, counts)
  }
  return [...series].map(([key, counts]) => ({ key, counts }))
}

function spikeOf(key: string, day: string, figures: Found['figures']): Found {
  const [topicId, channel] = key.split(' ') as [string, ChannelDay['channel']]
  return { kind: 'spike', subject: key, topicId, channel, day, figures }
}

type Day = { readonly day: string; readonly watched: number; readonly found: readonly Found[] }

/** A day that another server has taken is left to it; one that was looked at before is looked at without claiming. */
async function record(context: Looking, { day, watched, found }: Day): Promise<Raised[]> {
  return inTransaction(context.db, async (trx) => {
    await claimDay(context.scope, trx, { day, series: watched, now: context.now })
    return raiseIn(context, trx, found)
  })
}

async function raiseAll(context: Looking, found: readonly Found[]): Promise<Raised[]> {
  return inTransaction(context.db, (trx) => raiseIn(context, trx, found))
}

async function raiseIn({ scope, now }: Looking, trx: Db, found: readonly Found[]): Promise<Raised[]> {
  const raised: Raised[] = []
  // Two servers that look at the same moment raise the same alarm once.
  await waitForOthers(scope, trx)
  for (const one of found) {
    const since = addDays(one.day, -sameAlarmDays[one.kind])
    const known = await findAlarm(scope, trx, { kind: one.kind, subject: one.subject, since })
    const isOver = known?.state === 'closed' && endsByItself.includes(one.kind)
    if (known && !isOver) {
      const { alarmId } = known
      const figures = worseOf(known.figures as Found['figures'], one.figures)
      await prolongAlarm(scope, trx, { alarmId, day: one.day, figures, textKeys: one.textKeys ?? [] })
      continue
    }
    const alarmId = newId(now.getTime())
    await insertAlarm(scope, trx, { alarmId, now, found: one })
    raised.push({ alarmId, kind: one.kind })
  }
  return raised
}

/** A spike keeps the figures of its worst day; everything else those of now. */
function worseOf(was: Found['figures'], is: Found['figures']): Found['figures'] {
  return was.chance !== undefined && is.chance !== undefined && was.chance < is.chance ? was : is
}

type Standing = { readonly day: string; readonly version: number; readonly firstDay: string }

/** What holds on the last day, whichever day it began. */
async function standing(context: Looking, at: Standing): Promise<Found[]> {
  const { scope, db, now } = context
  const silent = await silentSources(context, at)
  const stale = await staleAnswers(context, at)
  await inTransaction(db, async (trx) => {
    await endAlarms(scope, trx, { kind: 'silent', still: silent.map(({ subject }) => subject), now })
    await endAlarms(scope, trx, { kind: 'stale', still: stale.map(({ subject }) => subject), now })
  })
  return [
    ...(await newQuestions(context, at)),
    ...(await searchesThatFail(context, at)),
    ...(await repliesThatContradict(context, at)),
    ...silent,
    ...stale,
  ]
}

async function newQuestions({ scope, db }: Looking, { day, version, firstDay }: Standing): Promise<Found[]> {
  const from = addDays(day, 1 - newForDays)
  // In a log that is itself new, everything is.
  if (addDays(firstDay, 2 * newForDays) > from) return []
  const young = await youngTopics(scope, db, { version, from, to: day })
  const texts = await unfamiliarTexts(scope, db, { from, to: day, below: unfamiliar, most: mostTexts })
  const earlier = texts.length === 0 ? [] : await earlierTexts(scope, db, { before: from, most: mostTexts })
  return [
    ...young
      .filter(({ contacts }) => contacts >= fewestOfYoungTopic)
      .map(
        ({ topicId, contacts }): Found => ({
          kind: 'emerging',
          subject: topicId,
          topicId,
          day,
          figures: { count: contacts },
        }),
      ),
    ...findEmerging(texts, earlier).map(
      ({ keys, words, examples, before }): Found => ({
        kind: 'emerging',
        subject: words.toSorted().join(' '),
        day,
        figures: { count: keys.length, words: [...words], examples: [...examples], before },
        textKeys: keys,
      }),
    ),
  ]
}

async function searchesThatFail({ scope, db }: Looking, { day }: Standing): Promise<Found[]> {
  const now = await searchesIn(scope, db, { from: addDays(day, -27), to: day })
  const before = await searchesIn(scope, db, { from: addDays(day, -111), to: addDays(day, -28) })
  const shares = { was: { part: before.empty, n: before.searches }, is: { part: now.empty, n: now.searches } }
  if (!isWorse(shares.was, shares.is)) return []
  const figures = { before: before.empty / before.searches, now: now.empty / now.searches, n: now.searches }
  return [{ kind: 'search', subject: 'search', day, figures }]
}

/** Agreed answers are judged one by one; so many at the most, those of the most contacts first. */
const mostAnswers = 40

async function repliesThatContradict(context: Looking, { day }: Standing): Promise<Found[]> {
  const lines = (await readAnswerLines(context, {}))
    .filter(({ agreedRevision, topicId }) => agreedRevision !== null && topicId !== null)
    .toSorted((one, other) => (other.contacts ?? 0) - (one.contacts ?? 0))
  const found: Found[] = []
  for (const { answerId, topicId } of lines.slice(0, mostAnswers)) {
    const is = await contradicted(context, { answerId, from: addDays(day, -27), to: day })
    if (!is) continue
    const was = await contradicted(context, { answerId, from: addDays(day, -111), to: addDays(day, -28) })
    if (!was || !isWorse(was, is)) continue
    const figures = { before: was.part / was.n, now: is.part / is.n, n: is.n }
    found.push({ kind: 'consistency', subject: answerId, answerId, topicId: topicId!, day, figures })
  }
  return found
}

async function contradicted(
  context: Looking,
  asking: { readonly answerId: string; readonly from: string; readonly to: string },
): Promise<{ part: number; n: number } | undefined> {
  const all = (await readConsistency(context, asking)).channels.find(({ channel }) => channel === 'all')
  return all && { part: Math.round(all.contradicts.share * all.n), n: all.n }
}

async function staleAnswers(context: Looking, { day }: Standing): Promise<Found[]> {
  return (await readAnswerLines(context, {}))
    .filter(({ stale, state }) => stale.length > 0 && state !== 'retired')
    .map(
      ({ answerId, topicId, stale }): Found => ({
        kind: 'stale',
        subject: answerId,
        answerId,
        ...(topicId !== null && { topicId }),
        day,
        figures: { count: stale.length, channels: [...stale] },
      }),
    )
}

const sourceHistoryDays = 98

async function silentSources({ scope, db, now }: Looking, { day }: Standing): Promise<Found[]> {
  const yesterday = addDays(toLocal(now).date, -1)
  const to = day > yesterday ? day : yesterday
  const from = addDays(to, 1 - sourceHistoryDays)
  const rows = await sourceDays(scope, db, { from, to })
  return [...Map.groupBy(rows, ({ sourceId }) => sourceId)].flatMap(([sourceId, own]) => {
    const counts = Array.from({ length: sourceHistoryDays }, () => 0)
    for (const { day: on, contacts } of own) counts[toEpochDay(on) - toEpochDay(from)] = contacts
    const silence = silenceOf(counts)
    if (!silence) return []
    return [{ kind: 'silent', subject: sourceId, sourceId, day: to, figures: { ...silence } } satisfies Found]
  })
}

/** One delivery for each subscription that has asked for any of the kinds; the house sends them in turn. */
async function tell({ scope, db, now }: Looking, raised: readonly Raised[]): Promise<void> {
  if (raised.length === 0) return
  await inTransaction(db, async (trx) => {
    for (const { subscriptionId, kinds } of await listSubscriptions(scope, trx)) {
      const alarmIds = raised.filter(({ kind }) => kinds.includes(kind)).map(({ alarmId }) => alarmId)
      if (alarmIds.length === 0) continue
      const body = { alarmIds, test: false }
      await insertDelivery(scope, trx, { deliveryId: newId(now.getTime()), subscriptionId, body, now })
    }
  })
}
