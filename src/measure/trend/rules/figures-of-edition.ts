/** The figures of one edition for one series, by figure id, with n and interval. */
import { wilsonInterval } from '../../../kernel/statistics.ts'
import type { AnswerFigures, ChannelResult, ParticipantResult, ScoreFigures } from '../../results/contract.ts'
import type { TrendPoint } from '../contract.ts'

export type Measured = Pick<TrendPoint, 'value' | 'n' | 'interval'>

type Parts = {
  readonly scores: ScoreFigures
  readonly channels?: readonly (ScoreFigures &
    Pick<ChannelResult | ParticipantResult['channels'][number], 'channel'>)[]
  readonly answers?: AnswerFigures | undefined
  readonly level: number
}

/**
 * All that is known: total, answered, unanswered (per cent, Wilson's interval), channels, areas and questions.
 * A figure that cannot be known is left out.
 */
export function figuresOfEdition({
  scores,
  channels = [],
  answers,
  level,
}: Parts): ReadonlyMap<string, Measured> {
  const figures = new Map<string, Measured>()
  const add = (id: string, value: number | null | undefined, rest: Omit<Measured, 'value'>) => {
    if (value !== null && value !== undefined) figures.set(id, { value, ...rest })
  }
  const { n, nAnswered } = scores
  add('total', scores.totalResult, { n, interval: scores.interval })
  add('answered', scores.answeredScore, { n: nAnswered, interval: scores.answeredInterval })
  if (n > 0) figures.set('unanswered', shareOf(n - nAnswered, n, level))
  for (const channel of channels)
    add(`channel:${channel.channel}`, channel.totalResult, { n: channel.n, interval: channel.interval })
  for (const [area, value] of Object.entries(scores.areas))
    add(`area:${area}`, value, {
      n: scores.areaN[area] ?? null,
      interval: scores.areaIntervals[area] ?? null,
    })
  for (const question of answers?.questions ?? [])
    add(`question:${question.question}`, question.score, { n: question.n, interval: question.interval })
  return figures
}

/** A share of contacts in per cent. Example: 1 of 10 → 10 (1.8–40.4) at 95 %. */
export function shareOf(count: number, n: number, level: number): Measured {
  const [low, high] = wilsonInterval(count / n, n, level)
  return { value: (count / n) * 100, n, interval: [low * 100, high * 100] }
}
