/** What the logged clock answers is told unambiguously, and longer waits never give more points (M4.1, M4.3). */
import type { EditionMethod } from '../../contract.ts'
import { type Invariant, issue, type MethodIssue } from './issue.ts'

type Question = EditionMethod['questions'][number]
type Reads<Kind> = Extract<NonNullable<Question['clock']>, { reads: Kind }>

function clocked<Kind extends 'wait' | 'attempt'>(
  reads: Kind,
  check: (
    question: Question,
    clock: Reads<Kind>,
    path: string,
    method: EditionMethod,
  ) => readonly MethodIssue[],
): Invariant {
  return (method) =>
    method.questions.flatMap((question, index) =>
      question.clock?.reads === reads
        ? check(question, question.clock as Reads<Kind>, `questions.${index}`, method)
        : [],
    )
}

export const waitLimitsFitOptions = clocked('wait', ({ id, options }, { limits }, path) =>
  limits.length === options.length - 1
    ? []
    : [
        issue('limit-count', `${path}.clock.limits`, {
          question: id,
          limits: limits.length,
          options: options.length,
        }),
      ],
)

export const waitLimitsAscend = clocked('wait', ({ id }, { limits }, path) =>
  limits.every((limit, index) => index === 0 || limit > limits[index - 1]!)
    ? []
    : [issue('limits-not-ascending', `${path}.clock.limits`, { question: id })],
)

export const longerWaitsGiveFewerPoints = clocked('wait', ({ id, options, scored }, _, path) =>
  !scored || options.every(({ points }, index) => index === 0 || points <= options[index - 1]!.points)
    ? []
    : [issue('longer-wait-gains', `${path}.options`, { question: id })],
)

export const laterAttemptsGiveFewerPoints = clocked('attempt', ({ id, options, scored }, clock, path) => {
  const inOrder = options.filter((option) => option.id !== clock.betweenAttempts)
  const falls = inOrder.every(({ points }, index) => index === 0 || points <= inOrder[index - 1]!.points)
  return !scored || falls ? [] : [issue('longer-wait-gains', `${path}.options`, { question: id })]
})

export const attemptsHaveOptions = clocked('attempt', ({ id, channels, options }, clock, path, method) => {
  const count = options.filter((option) => option.id !== clock.betweenAttempts).length
  return method.channels
    .filter((channel) => channels.includes(channel.id) && channel.protocol.attempts !== count)
    .map((channel) =>
      issue('attempt-count', `${path}.options`, {
        question: id,
        channel: channel.id,
        attempts: channel.protocol.attempts,
        options: count,
      }),
    )
})

/** The option for an answer between the attempts stands where, and only where, the thread stays open. */
export const betweenAttemptsWhereThreadIsOpen = clocked('attempt', (question, clock, path, method) => {
  const { id, channels, options } = question
  const wanted = clock.betweenAttempts
  if (wanted !== undefined && !options.some((option) => option.id === wanted))
    return [issue('unknown-option', `${path}.clock.betweenAttempts`, { question: id, option: wanted })]
  return method.channels
    .filter((channel) => channels.includes(channel.id))
    .filter(
      ({ protocol }) =>
        (protocol.unit === 'minutes' && protocol.openBetweenAttempts) !== (wanted !== undefined),
    )
    .map((channel) => issue('between-attempts', `${path}.clock`, { question: id, channel: channel.id }))
})

export const oneClockOfEachKindPerChannel: Invariant = (method) =>
  method.channels.flatMap((channel) =>
    (['wait', 'attempt'] as const).flatMap((reads) => {
      const asking = method.questions.filter(
        (q) => q.clock?.reads === reads && q.channels.includes(channel.id),
      )
      const second = asking[1]
      return second
        ? [
            issue('clock-asked-twice', `questions.${method.questions.indexOf(second)}.clock`, {
              channel: channel.id,
              question: second.id,
            }),
          ]
        : []
    }),
  )
