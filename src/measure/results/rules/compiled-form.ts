/**
 * A method's questionnaire prepared for scoring: one form per channel, options as numbers, so that a million
 * submissions can be scored without searching the method for each of them.
 */
import type { ChannelId, EditionMethod, QuestionMethod } from '../../edition/contract.ts'

export type CompiledQuestion = {
  readonly id: string
  /** Place among the method's questions, the same on every channel's form. */
  readonly index: number
  readonly scored: boolean
  /** Place in the form's `areas`; −1 for a question that is not scored. */
  readonly area: number
  /** Points of each option, in the method's order. */
  readonly points: readonly number[]
  /** The most points that the question can give. */
  readonly best: number
  readonly optionIds: readonly string[]
  /** From an option's id to its place. */
  readonly options: ReadonlyMap<string, number>
}

export type CompiledForm = {
  readonly channel: ChannelId
  readonly channelIndex: number
  readonly questions: readonly CompiledQuestion[]
  readonly scoredQuestions: readonly CompiledQuestion[]
  /** Ids of the areas that hold a scored question anywhere in the method, in the method's order. */
  readonly areas: readonly string[]
  /** Possible points of the whole form when nothing is "not applicable". */
  readonly possible: number
}

export type CompiledMethod = {
  readonly method: EditionMethod
  readonly areas: readonly string[]
  readonly forms: ReadonlyMap<string, CompiledForm>
}

/** The answer "not applicable", as it is written in files and stored in answers. */
export const notApplicable = 'na'

/** Prepares a method for `scoreSubmission`. Done once for an edition, not once for a submission. */
export function compileMethod(method: EditionMethod): CompiledMethod {
  const areas = method.areas
    .map(({ id }) => id)
    .filter((id) => method.questions.some((question) => question.scored && question.area === id))
  const questions = method.questions.map((question, index) => compileQuestion(question, index, areas))
  const forms = method.channels.map(({ id }, channelIndex): CompiledForm => {
    const asked = questions.filter((_, index) => method.questions[index]!.channels.includes(id))
    const scoredQuestions = asked.filter(({ scored }) => scored)
    const possible = scoredQuestions.reduce((sum, { best }) => sum + best, 0)
    return { channel: id, channelIndex, questions: asked, scoredQuestions, areas, possible }
  })
  return { method, areas, forms: new Map(forms.map((form) => [form.channel, form])) }
}

function compileQuestion(
  question: QuestionMethod,
  index: number,
  areas: readonly string[],
): CompiledQuestion {
  const points = question.options.map((option) => option.points)
  const optionIds = question.options.map(({ id }) => id)
  return {
    id: question.id,
    index,
    scored: question.scored,
    area: question.scored ? areas.indexOf(question.area) : -1,
    points,
    best: Math.max(...points),
    optionIds,
    options: new Map(optionIds.map((id, place) => [id, place])),
  }
}
