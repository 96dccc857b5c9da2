/** Findings that the answers give: how fast, how even, how far from what is usual for the observer. */
import type { ChannelId } from '../../edition/contract.ts'
import { formFor } from '../../edition/rules/form.ts'
import { notApplicable } from '../contract.ts'
import type { Finding, ReviewPicture } from './finding.ts'
import { thresholds } from './finding-kinds.ts'
import { wordCount } from './text-likeness.ts'

/** Seconds that reading a channel's questions takes at the very least. */
export function readingSeconds(method: ReviewPicture['method'], channel: ChannelId): number {
  const questions = formFor(method, channel).questions.filter((question) => !question.clock)
  return questions.reduce((sum, { text }) => sum + wordCount(text.nb), 0) / thresholds.readingPace
}

/** Filled in faster than its questions can be read. */
export function tooFast({ method, channel, clock, answered, submittedAt }: ReviewPicture): Finding[] {
  if (!answered || clock.formOpenedAt === undefined) return []
  const seconds = (Date.parse(submittedAt) - Date.parse(clock.formOpenedAt)) / 1000
  const needed = readingSeconds(method, channel)
  if (seconds >= needed) return []
  return [{ kind: 'tooFast', params: { seconds: Math.round(seconds), needed: Math.ceil(needed) } }]
}

/** Every question with degrees has the same step, although there are many of them. */
export function straightLining({ method, channel, answered, answers }: ReviewPicture): Finding[] {
  if (!answered) return []
  const asked = formFor(method, channel).questions.filter(
    (question) => question.kind === 'degree' && answers[question.id] !== notApplicable,
  )
  const steps = asked
    .map((question) => question.options.findIndex((option) => option.id === answers[question.id]))
    .filter((step) => step >= 0)
  if (steps.length < thresholds.straightQuestions || new Set(steps).size > 1) return []
  const first = asked[0]!
  const option = answers[first.id] ?? ''
  return [{ kind: 'straightLining', params: { questions: steps.length, question: first.id, option } }]
}

/** A score far from the observer's own mean on the channel: more than 2.5 standard deviations, of ten at least. */
export function unusualScore({ channel, score, others }: ReviewPicture): Finding[] {
  const scores = others.filter((other) => other.channel === channel).flatMap((other) => other.score ?? [])
  if (score === undefined || scores.length < thresholds.usualForms) return []
  const mean = scores.reduce((sum, own) => sum + own, 0) / scores.length
  const variance = scores.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (scores.length - 1)
  const reach = thresholds.usualDeviations * Math.max(Math.sqrt(variance), thresholds.usualSpread)
  if (Math.abs(score - mean) <= reach) return []
  const usual = { low: Math.max(0, Math.round(mean - reach)), high: Math.min(100, Math.round(mean + reach)) }
  return [
    {
      kind: 'unusualScore',
      params: { score: Math.round(score), mean: Math.round(mean), n: scores.length, ...usual },
    },
  ]
}
