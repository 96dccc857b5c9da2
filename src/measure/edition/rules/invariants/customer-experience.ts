/** The five customer-experience questions are all there, on every form, and never touch the total (M5.4). */
import type { EditionMethod } from '../../contract.ts'
import { type Invariant, issue } from './issue.ts'

/** First and last step of each, by the question's id. */
export const customerExperience = {
  ces: [1, 7],
  csat: [1, 5],
  ves1: [1, 7],
  ves2: [1, 7],
  nps: [0, 10],
} as const satisfies Record<string, readonly [number, number]>

export type CustomerExperienceId = keyof typeof customerExperience
export const customerExperienceIds = Object.keys(customerExperience) as CustomerExperienceId[]

type Found = { readonly question: EditionMethod['questions'][number]; readonly path: string }

function find(method: EditionMethod, id: CustomerExperienceId): Found | undefined {
  const index = method.questions.findIndex((question) => question.id === id)
  return index < 0 ? undefined : { question: method.questions[index]!, path: `questions.${index}` }
}

function perQuestion(
  check: (found: Found, id: CustomerExperienceId, method: EditionMethod) => ReturnType<Invariant>,
): Invariant {
  return (method) =>
    customerExperienceIds.flatMap((id) => {
      const found = find(method, id)
      return found ? check(found, id, method) : []
    })
}

export const customerExperienceIsComplete: Invariant = (method) =>
  customerExperienceIds.flatMap((id) =>
    find(method, id) ? [] : [issue('cx-missing', 'questions', { question: id })],
  )

export const customerExperienceIsNotScored = perQuestion(({ question, path }, id) =>
  question.scored ? [issue('cx-scored', `${path}.scored`, { question: id })] : [],
)

export const customerExperienceHasItsScale = perQuestion(({ question, path }, id) => {
  const [from, to] = customerExperience[id]
  const steps = question.options.map((option) => option.id)
  const right = steps.length === to - from + 1 && steps.every((step, index) => step === String(from + index))
  return right && question.kind === 'scale'
    ? []
    : [issue('cx-scale', `${path}.options`, { question: id, from, to })]
})

export const customerExperienceIsAskedEverywhere = perQuestion(({ question, path }, id, method) =>
  method.channels
    .filter((channel) => !question.channels.includes(channel.id))
    .map((channel) => issue('cx-not-everywhere', `${path}.channels`, { question: id, channel: channel.id })),
)
