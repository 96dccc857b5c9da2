/** Finding an answer, giving it, and what becomes of searches. */
import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { wilsonInterval } from '../../../kernel/statistics.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { AnswerInReview, FoundAnswer, ReadAnswer, ShareWithInterval, UseReport } from '../contract.ts'
import { answerChannels, type FindPlace } from '../rules/answer-words.ts'
import { languagesOf, referencesIn, textIn } from '../rules/core-content.ts'
import { excerptOf } from '../rules/excerpt.ts'
import { maskQuery } from '../rules/mask-query.ts'
import { bodiesOf } from '../rules/shared-facts.ts'
import { referencesOf } from '../rules/text/fact-mark.ts'
import { plainOf } from '../rules/text/rich-text.ts'
import { type PublishedAnswers, publishedOf } from '../search/published.ts'
import {
  countMiss,
  countSearch,
  countUse,
  listMisses,
  searchDays,
  settleMiss,
  usesOf,
} from '../store/use-store.ts'
import { examined } from './examine.ts'
import { findAnswer, type OfAnswer } from './load-answer.ts'

type Asking = { readonly q: string; readonly limit: number }
type Reader = Pick<Context, 'scope' | 'db'>

/** In the person's language where the answer has it; with the titles of those that wait to be agreed. */
export async function searchAnswers(
  context: Reader,
  { q, limit }: Asking,
): Promise<{ items: FoundAnswer[]; inReview: AnswerInReview[]; ms: number }> {
  const began = performance.now()
  const { language } = context.scope
  const published = await publishedOf(context.scope, context.db)
  const items = hitsIn(published, { q, limit, language })
  const inReview = inReviewOn(published, q, language)
  return { items, inReview, ms: Math.round((performance.now() - began) * 10) / 10 }
}

const mostInReview = 3

function inReviewOn(
  { reviewIndex, inReview }: PublishedAnswers,
  q: string,
  language: Context['scope']['language'],
): AnswerInReview[] {
  return reviewIndex.search(q, mostInReview).flatMap(({ id }) => {
    const answer = inReview.get(id)
    return answer
      ? [{ answerId: id, title: textIn(answer.content, language).title, topic: answer.topic }]
      : []
  })
}

export function hitsIn(
  { index, answers, shared }: PublishedAnswers,
  { q, limit, language }: Asking & { readonly language: Context['scope']['language'] },
): FoundAnswer[] {
  return index.search(q, limit).flatMap(({ id, score }) => {
    const answer = answers.get(id)
    if (!answer) return []
    const { agreed, topic } = answer
    const { title, body } = textIn(agreed, language)
    const shown = agreed.texts[language] ? language : agreed.source
    const excerpt = excerptOf(plainOf(body, shared), q)
    return [{ answerId: id, title, topic, language: shown, excerpt, score: Math.round(score * 100) / 100 }]
  })
}

/** @throws AppError not-found, also for one that has not been agreed */
export async function readPublished({ scope, db }: Reader, { answerId }: OfAnswer): Promise<ReadAnswer> {
  const { answers, shared } = await publishedOf(scope, db)
  const answer = answers.get(answerId)
  if (!answer) throw new AppError('not-found')
  const { agreed, topic, topicId, owner, agreedAt } = answer
  const core = languagesOf(agreed).map((language) => {
    const { body } = textIn(agreed, language)
    return { channel: null, language, plain: plainOf(body, shared), rich: body, stale: false, wrong: false }
  })
  const versions = answerChannels.flatMap((channel) =>
    answer.versions.flatMap((version) => {
      if (version.channel !== channel || version.approvedBody === null) return []
      const { stale, wrong } = examined(answer, version, shared)
      const rich = version.approvedBody
      return [{ channel, language: version.language, plain: plainOf(rich, shared), rich, stale, wrong }]
    }),
  )
  const names = [...referencesIn(agreed), ...versions.flatMap(({ rich }) => referencesOf(rich))]
  return {
    answerId,
    title: textIn(agreed, scope.language).title,
    topic,
    topicId,
    agreedAt: agreedAt.toISOString(),
    owner,
    facts: bodiesOf(shared, names),
    texts: [...core, ...versions],
  }
}

type Ended = {
  readonly query: string
  readonly found: number
  readonly answerId: string | null
  readonly act: 'opened' | 'copied' | 'linked' | null
}

/** One search, ended. Nobody's name is kept with it. @throws AppError not-found for an answer that is not there */
export async function noteSearch(context: Context, ended: Ended): Promise<Record<string, never>> {
  const { answerId, act } = ended
  if (answerId !== null) await findAnswer(context, context.db, answerId)
  await countEnded(context, { ...ended, place: 'find' })
  if (answerId !== null && act !== null)
    await countUse(context.scope, context.db, { day: today(context), answerId, place: 'find', act })
  return {}
}

export const today = ({ now }: Pick<Context, 'now'>): string => toLocal(now).date

/** A search counted in its place; what found nothing, or nothing that was of use, is kept masked. */
export async function countEnded(
  context: Reader & Pick<Context, 'now'>,
  { query, found, act, place }: Omit<Ended, 'answerId'> & { readonly place: FindPlace },
): Promise<void> {
  const { scope, db } = context
  const day = today(context)
  const masked = maskQuery(query)
  if (masked.length < 2) return
  await countSearch(scope, db, { day, place, empty: found === 0, used: act !== null })
  if (act === null)
    await countMiss(scope, db, {
      words: masked.toLowerCase(),
      query: masked,
      kind: found === 0 ? 'empty' : 'unused',
      day,
    })
}

type Period = { readonly from?: string | undefined; readonly to?: string | undefined }

/** The last twelve weeks unless told. */
export function periodOf(
  { now }: Pick<Context, 'now'>,
  { from, to }: Period,
): { readonly from: string; readonly to: string } {
  const last = to ?? toLocal(now).date
  return { from: from ?? addDays(last, -83), to: last }
}

export function shareOf(part: number, n: number): ShareWithInterval {
  if (n === 0) return { share: 0, low: 0, high: 1, n }
  const [low, high] = wilsonInterval(part / n, n, 0.95)
  return { share: part / n, low, high, n }
}

export async function readUse(context: Context, input: Period): Promise<UseReport> {
  const { scope, db } = context
  const period = periodOf(context, input)
  const days = (await searchDays(scope, db, period)).filter(({ place }) => place === 'find')
  const uses = await usesOf(scope, db, period)
  const sum = (of: 'searches' | 'empty' | 'used') => days.reduce((total, day) => total + day[of], 0)
  const acts = (act: string) =>
    uses.filter((use) => use.act === act).reduce((total, { times }) => total + times, 0)
  const [helped, not] = [acts('helped'), acts('notHelped')]
  const searches = sum('searches')
  return {
    ...period,
    searches,
    empty: searches === 0 ? null : shareOf(sum('empty'), searches),
    used: searches === 0 ? null : shareOf(sum('used'), searches),
    helped: helped + not === 0 ? null : shareOf(helped, helped + not),
    weeks: byWeek(days),
    misses: [...(await listMisses(scope, db))],
    top: await mostUsed(context, uses),
  }
}

type Day = Awaited<ReturnType<typeof searchDays>>[number]

function byWeek(days: readonly Day[]): UseReport['weeks'] {
  const weeks = Map.groupBy(days, ({ day }) => mondayOf(day))
  return [...weeks].map(([week, each]) => ({
    week,
    searches: each.reduce((sum, day) => sum + day.searches, 0),
    used: each.reduce((sum, day) => sum + day.used, 0),
    empty: each.reduce((sum, day) => sum + day.empty, 0),
  }))
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

async function mostUsed(
  { scope, db }: Context,
  uses: Awaited<ReturnType<typeof usesOf>>,
): Promise<UseReport['top']> {
  const { answers } = await publishedOf(scope, db)
  const times = new Map<string, number>()
  for (const use of uses)
    if (use.act !== 'notHelped') times.set(use.answerId, (times.get(use.answerId) ?? 0) + use.times)
  return [...times]
    .flatMap(([answerId, count]) => {
      const answer = answers.get(answerId)
      return answer ? [{ answerId, title: textIn(answer.agreed, scope.language).title, times: count }] : []
    })
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 10)
}

export async function settle(
  { scope, db, now }: Context,
  { words, answerId }: { readonly words: string; readonly answerId: string | null },
) {
  if (answerId !== null) await findAnswer({ scope }, db, answerId)
  await settleMiss(scope, db, { words, answerId, at: now })
  return {}
}
