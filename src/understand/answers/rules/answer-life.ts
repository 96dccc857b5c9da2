/** draft → in review → agreed → retired, and what each step needs. */
import type { AnswerChannel, AnswerState } from './answer-words.ts'

export const answerMoves = ['submit', 'withdraw', 'agree', 'retire', 'revive'] as const
export type AnswerMove = (typeof answerMoves)[number]

type Step = { readonly from: readonly AnswerState[]; readonly to: AnswerState }

const steps: Readonly<Record<AnswerMove, Step>> = {
  submit: { from: ['draft'], to: 'inReview' },
  withdraw: { from: ['inReview'], to: 'draft' },
  agree: { from: ['inReview'], to: 'agreed' },
  retire: { from: ['draft', 'inReview', 'agreed'], to: 'retired' },
  revive: { from: ['retired'], to: 'draft' },
}

/** Where the step leads; undefined when it cannot be taken from here. */
export function stepFrom(state: AnswerState, move: AnswerMove): AnswerState | undefined {
  return steps[move].from.includes(state) ? steps[move].to : undefined
}

export type SignOff = { readonly channel: AnswerChannel; readonly stamp: string }

/** The channels whose owner has not said yes to the core as it stands now. A channel without an owner asks nobody. */
export function missingSignOffs(answer: {
  readonly channels: readonly AnswerChannel[]
  readonly owned: readonly AnswerChannel[]
  readonly signOffs: readonly SignOff[]
  readonly stamp: string
}): readonly AnswerChannel[] {
  const { channels, owned, signOffs, stamp } = answer
  return channels.filter(
    (channel) =>
      owned.includes(channel) && !signOffs.some((each) => each.channel === channel && each.stamp === stamp),
  )
}
