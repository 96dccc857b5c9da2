/** Points sit on the options, every scored question can fail, and areas weigh what they should (M5.2, M5.3). */
import type { EditionMethod } from '../../contract.ts'
import { bestPoints, formFor } from '../form.ts'
import { type Invariant, issue, type MethodIssue } from './issue.ts'

/** How far an area's share of a channel's possible points may lie from its weight, in points of per cent. */
export const areaTolerance = 1.5

type Question = EditionMethod['questions'][number]

function perQuestion(check: (question: Question, path: string) => MethodIssue | undefined): Invariant {
  return (method) =>
    method.questions.flatMap((question, index) => check(question, `questions.${index}.options`) ?? [])
}

export const scoredQuestionsHaveZeroOption = perQuestion((question, path) =>
  question.scored && !question.options.some((option) => option.points === 0)
    ? issue('no-zero-option', path, { question: question.id })
    : undefined,
)

export const scoredQuestionsCanGivePoints = perQuestion((question, path) =>
  question.scored && bestPoints(question) === 0
    ? issue('no-points-to-get', path, { question: question.id })
    : undefined,
)

export const unscoredQuestionsCarryNoPoints = perQuestion((question, path) =>
  !question.scored && question.options.some((option) => option.points > 0)
    ? issue('points-without-score', path, { question: question.id })
    : undefined,
)

export const areaWeightsSumToHundred: Invariant = (method) => {
  const sum = method.areas.reduce((all, area) => all + area.weight, 0)
  return Math.abs(sum - 100) < 1e-9 ? [] : [issue('weights-not-100', 'areas', { sum: rounded(sum) })]
}

export const everyChannelCanGivePoints: Invariant = (method) =>
  method.channels.flatMap((channel, index) =>
    formFor(method, channel.id).possible > 0
      ? []
      : [issue('channel-without-points', `channels.${index}`, { channel: channel.id })],
  )

/** On every channel's form, each area's share of the possible points is its weight, give or take 1.5. */
export const areaSharesAreTheirWeights: Invariant = (method) =>
  method.channels.flatMap(({ id }) => {
    const form = formFor(method, id)
    if (form.possible === 0) return []
    return method.areas.flatMap((area, index) => {
      const part = form.parts.find((candidate) => candidate.area.id === area.id)
      const share = part?.share ?? 0
      if (Math.abs(share - area.weight) <= areaTolerance + 1e-9) return []
      const figures = { share: rounded(share), weight: area.weight, tolerance: areaTolerance }
      const points = { points: part?.possible ?? 0, possible: form.possible }
      return [
        issue('area-share', `areas.${index}.weight`, { area: area.id, channel: id, ...figures, ...points }),
      ]
    })
  })

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
