/**
 * The form that a coder fills in: what gives points and can be read from what was written. What the clock decides
 * is no matter of opinion, and how it felt belongs to whoever was there.
 */
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import type { Answers, AskedForm } from '../../fieldwork/contract.ts'
import { askedForm } from '../../fieldwork/rules/asked-form.ts'
import { cannotTell } from '../contract.ts'

type FormSource = Pick<EditionMethod, 'areas' | 'questions' | 'comments'>

/** Example: on the reference method's e-mail form neither the waiting time nor the NPS question is asked. */
export function codingForm(method: FormSource, channel: ChannelId): AskedForm {
  const coded = new Set(
    method.questions.filter(({ scored, clock }) => scored && !clock).map((question) => question.id),
  )
  const { areas, questions } = askedForm(method, channel)
  const asked = questions.filter(({ id }) => coded.has(id))
  return {
    areas: areas.filter(({ id }) => asked.some(({ area }) => area === id)),
    questions: asked,
    comments: [],
  }
}

export type CodingIssue = {
  readonly code: 'blank' | 'unknown-option' | 'not-applicable-here' | 'not-on-this-form'
  readonly question: string
}

/** What is wrong with a coding that is to be handed in: every question has an answer, or that it cannot be told. */
export function checkCoding(form: AskedForm, answers: Answers): readonly CodingIssue[] {
  const known = new Set(form.questions.map(({ id }) => id))
  const strangers = Object.keys(answers).filter((id) => !known.has(id))
  return [
    ...form.questions.flatMap(({ id, options, notApplicable }): CodingIssue[] => {
      const answer = answers[id] ?? ''
      if (answer === '') return [{ code: 'blank', question: id }]
      if (answer === cannotTell || options.some((option) => option.id === answer)) return []
      if (answer !== 'na') return [{ code: 'unknown-option', question: id }]
      return notApplicable ? [] : [{ code: 'not-applicable-here', question: id }]
    }),
    ...strangers.map((question): CodingIssue => ({ code: 'not-on-this-form', question })),
  ]
}

/** The answers that say something. Example: { a: 'd4', b: 'cannotTell' } → { a: 'd4' }. */
export function toldAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== cannotTell))
}
