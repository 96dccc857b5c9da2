/** The questions that the clock answers: how long it took, and in which attempt (M4.3). */
import type { ChannelId, QuestionMethod } from '../../edition/contract.ts'
import type { Answers } from '../contract.ts'
import type { Clock } from './attempt-clock.ts'
import { waitedMs } from './clock-status.ts'
import { workingDayOf } from './deadline.ts'

/** What reading the clock needs of a question. */
export type ClockQuestion = Pick<QuestionMethod, 'id' | 'channels'> & {
  readonly clock?: QuestionMethod['clock'] | undefined
  readonly options: readonly { readonly id: string }[]
}

/**
 * The option of each clock question on a channel's form. Limits are in seconds, for e-mail in working days;
 * a wait equal to a limit is within it. Nothing for a contact that nobody answered.
 *
 * @example clockAnswers(questions, 'phone', answered after 41 s in attempt 2) // { waitPhone: 's60', attempt: 'second' }
 */
export function clockAnswers(questions: readonly ClockQuestion[], channel: ChannelId, clock: Clock): Answers {
  if (!clock.answer) return {}
  const read = questions
    .filter((question) => question.clock && question.channels.includes(channel))
    .map((question) => [question.id, readOption(question, channel, clock)] as const)
  return Object.fromEntries(read.filter((pair): pair is readonly [string, string] => pair[1] !== undefined))
}

function readOption(question: ClockQuestion, channel: ChannelId, clock: Clock): string | undefined {
  const { clock: reading, options } = question
  if (!reading || !clock.answer) return undefined
  switch (reading.reads) {
    case 'wait': {
      const wait = channel === 'email' ? workingDaysWaited(clock) : waitedMs(clock) / 1000
      const index = reading.limits.findIndex((limit) => wait <= limit)
      return options[index < 0 ? options.length - 1 : index]?.id
    }
    case 'attempt': {
      if (clock.answer.between && reading.betweenAttempts !== undefined) return reading.betweenAttempts
      const inOrder = options.filter((option) => option.id !== reading.betweenAttempts)
      return inOrder[clock.answer.attempt - 1]?.id
    }
  }
}

function workingDaysWaited(clock: Clock): number {
  const attempt = clock.answer && clock.attempts[clock.answer.attempt - 1]
  return attempt && clock.answer ? workingDayOf(new Date(attempt.startedAt), new Date(clock.answer.at)) : 0
}
