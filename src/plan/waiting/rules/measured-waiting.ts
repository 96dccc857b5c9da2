/** What a measurement says of waiting: the areas that its clock answers, and how long it waited step by step. */
import type { Localized } from '../../../kernel/localized.ts'
import type { ChannelId, EditionMethod } from '../../../measure/edition/contract.ts'
import type { AnswerFigures, ScoreFigures } from '../../../measure/results/contract.ts'
import type { TimeCount } from './survival.ts'

export type AreaScore = {
  readonly score: number
  readonly n: number
  readonly interval: [number, number] | null
}

/** Areas with a question about how long it took, whatever the method calls them. */
export function waitingAreas(method: EditionMethod): readonly { id: string; name: Localized }[] {
  const ids = new Set(method.questions.filter(({ clock }) => clock?.reads === 'wait').map(({ area }) => area))
  return method.areas.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ id, name }))
}

export function areaScore(figures: ScoreFigures | undefined, area: string): AreaScore | null {
  const score = figures?.areas[area]
  if (figures === undefined || score === undefined) return null
  return { score, n: figures.areaN[area] ?? 0, interval: figures.areaIntervals[area] ?? null }
}

export type WaitSteps = {
  readonly question: string
  readonly text: Localized
  readonly channel: ChannelId
  readonly n: number
  readonly unanswered: number
  readonly items: readonly {
    readonly label: Localized
    readonly share: number
    readonly own: number | null
    readonly limit: number | null
  }[]
}

/**
 * Of all contacts of the channel, unanswered ones included, the part that was answered within each limit; beside it the
 * own log's, which is counted in the same way: answered within the limit ÷ all who waited.
 *
 * @param waits of calls and chats in seconds; of tasks nothing can be compared, for the form counts working days
 */
export function waitSteps(
  { method, channel }: { readonly method: EditionMethod; readonly channel: ChannelId },
  { answers, unanswered }: { readonly answers: AnswerFigures; readonly unanswered: number },
  waits: readonly TimeCount[],
): WaitSteps | null {
  const question = method.questions.find(
    ({ clock, channels }) => clock?.reads === 'wait' && channels.includes(channel),
  )
  const found = answers.questions.find((each) => each.question === question?.id)
  if (question?.clock?.reads !== 'wait' || !found || found.n + unanswered === 0) return null
  const { limits } = question.clock
  const inSeconds = channel !== 'email'
  let answered = 0
  return {
    question: question.id,
    text: question.text,
    channel,
    n: found.n + unanswered,
    unanswered,
    items: question.options.map(({ id, label }, at) => {
      answered += found.options.find(({ option }) => option === id)?.count ?? 0
      const limit = inSeconds ? (limits[at] ?? null) : null
      return {
        label,
        share: answered / (found.n + unanswered),
        limit,
        own: limit === null ? null : answeredWithin(waits, limit),
      }
    }),
  }
}

/** @example two answered after 10 s, one after 40 s, one that gave up after 5 s: .5 within 30 s */
export function answeredWithin(waits: readonly TimeCount[], seconds: number): number | null {
  const all = waits.reduce((sum, { ended, unseen }) => sum + ended + unseen, 0)
  const within = waits.reduce((sum, { time, unseen }) => (time <= seconds ? sum + unseen : sum), 0)
  return all === 0 ? null : within / all
}
