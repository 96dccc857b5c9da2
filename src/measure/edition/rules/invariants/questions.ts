/** Forms of a bearable length, and questions whose options are what their kind says. */
import type { EditionMethod } from '../../contract.ts'
import { formFor } from '../form.ts'
import { type Invariant, issue } from './issue.ts'

export const mostQuestions = 40
export const mostComments = 3

export const formsAreBearable: Invariant = (method) =>
  method.channels.flatMap(({ id }, index) => {
    const count = formFor(method, id).questions.length
    return count <= mostQuestions
      ? []
      : [issue('too-many-questions', `channels.${index}`, { channel: id, count, most: mostQuestions })]
  })

export const commentsAreFew: Invariant = (method) =>
  method.comments.length <= mostComments
    ? []
    : [issue('too-many-comments', 'comments', { count: method.comments.length, most: mostComments })]

type Question = EditionMethod['questions'][number]

const optionsOf: Readonly<Record<Question['kind'], (question: Question) => boolean>> = {
  yesNo: ({ options }) => options.length === 2,
  degree: ({ options }) => options.length === 5,
  category: () => true,
  scale: ({ options }) => options.every(({ id }, index) => Number(id) === Number(options[0]!.id) + index),
}

export const optionsSuitTheirKind: Invariant = (method) =>
  method.questions.flatMap((question, index) =>
    optionsOf[question.kind](question)
      ? []
      : [
          issue('options-of-kind', `questions.${index}.options`, {
            question: question.id,
            kind: question.kind,
            count: question.options.length,
          }),
        ],
  )
