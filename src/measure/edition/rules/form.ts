/**
 * The form of one channel: the questions and comments that an observer meets there, area by area, and what they
 * can give. The observer's screen, the editor's preview, the printed method and the score all read it from here.
 */
import type { ChannelId, EditionMethod, QuestionMethod } from '../contract.ts'

export type FormMethod = Pick<EditionMethod, 'areas' | 'questions' | 'comments'>

export type FormPart = {
  readonly area: EditionMethod['areas'][number]
  readonly questions: readonly QuestionMethod[]
  readonly comments: readonly EditionMethod['comments'][number][]
  /** Sum of the best options of the scored questions. */
  readonly possible: number
  /** Share of the form's possible points, in per cent; 0 on a form without points. */
  readonly share: number
}

export type Form = {
  readonly channel: ChannelId
  readonly parts: readonly FormPart[]
  readonly questions: readonly QuestionMethod[]
  readonly possible: number
}

/** What the best option of a question gives; 0 for a question that carries no points. */
export function bestPoints(question: Pick<QuestionMethod, 'scored' | 'options'>): number {
  return question.scored ? Math.max(0, ...question.options.map((option) => option.points)) : 0
}

/** Example: on the reference method's phone form 200 points are possible, 10 of them for waiting. */
export function formFor(method: FormMethod, channel: ChannelId): Form {
  const questions = method.areas.flatMap((area) =>
    method.questions.filter((question) => question.area === area.id && question.channels.includes(channel)),
  )
  const possible = questions.reduce((sum, question) => sum + bestPoints(question), 0)
  const parts = method.areas.map((area): FormPart => {
    const own = questions.filter((question) => question.area === area.id)
    const points = own.reduce((sum, question) => sum + bestPoints(question), 0)
    return {
      area,
      questions: own,
      comments: method.comments.filter((comment) => comment.area === area.id),
      possible: points,
      share: possible === 0 ? 0 : (points / possible) * 100,
    }
  })
  return {
    channel,
    parts: parts.filter((part) => part.questions.length + part.comments.length > 0),
    questions,
    possible,
  }
}
