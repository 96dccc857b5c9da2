/** One participant's answers beside those of its class, with the questions' words. */
import type { EditionMethod } from '../../edition/contract.ts'
import type { AnswerFigures, ComparedExperience, ComparedQuestion } from '../contract.ts'

type Compared = { readonly questions: ComparedQuestion[]; readonly experience: ComparedExperience[] }

/** In the method's order. Without figures of the class nothing stands beside. */
export function compareAnswers(
  method: EditionMethod,
  own: AnswerFigures,
  ofClass: AnswerFigures | undefined,
): Compared {
  const questionOf = new Map(method.questions.map((question) => [question.id, question]))
  return {
    questions: own.questions.map((result): ComparedQuestion => {
      const { area, text, options } = questionOf.get(result.question)!
      const beside = ofClass?.questions.find(({ question }) => question === result.question)
      return {
        ...result,
        area,
        text,
        options: options.map(({ id, label }, at) => ({
          option: id,
          label,
          count: result.options[at]!.count,
        })),
        ...(beside ? { class: { n: beside.n, score: beside.score } } : {}),
      }
    }),
    experience: own.experience.map(({ options, ...result }): ComparedExperience => {
      const beside = ofClass?.experience.find(({ question }) => question === result.question)
      const numbers = options.map(({ option }) => Number(option))
      return {
        ...result,
        text: questionOf.get(result.question)!.text,
        scale: result.kind === 'nps' ? [-100, 100] : [Math.min(...numbers), Math.max(...numbers)],
        ...(beside ? { class: { n: beside.n, value: beside.value } } : {}),
      }
    }),
  }
}
