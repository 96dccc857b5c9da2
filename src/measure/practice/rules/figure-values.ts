/** What single contacts say about a figure, 0–100 each, and what they say together. */
import type { EditionMethod, QuestionMethod } from '../../edition/contract.ts'
import { meanWithInterval } from '../../results/rules/mean-interval.ts'
import type { Figure } from '../../trend/rules/figure.ts'
import { shareOf } from '../../trend/rules/figures-of-edition.ts'
import type { Known } from './judge-target.ts'

export type MeasuredContact = {
  readonly contactId: string
  readonly number: number
  readonly date: string
  readonly channel: string
  readonly answered: boolean
  readonly score: number
  readonly areas: Readonly<Record<string, { readonly score: number }>>
  readonly answers: Readonly<Record<string, string | undefined>>
}

/**
 * The contact's value; undefined when it says nothing about the figure (another channel, not applicable). A share
 * and the unanswered ones are 0 or 100.
 */
export function figureValue(
  figure: Figure,
  contact: MeasuredContact,
  method: EditionMethod,
): number | undefined {
  switch (figure.kind) {
    case 'total':
      return contact.score
    case 'answered':
      return contact.answered ? contact.score : undefined
    case 'unanswered':
      return contact.answered ? 0 : 100
    case 'share':
      return contact.score >= figure.from ? 100 : 0
    case 'channel':
      return contact.channel === figure.id ? contact.score : undefined
    case 'area':
      return contact.answered ? contact.areas[figure.id]?.score : undefined
    case 'question': {
      const question = method.questions.find(({ id }) => id === figure.id)
      return question && questionValue(question, contact)
    }
  }
}

/** Points ÷ best points × 100 for the answer; undefined when it was not asked, blank or not applicable. */
export function questionValue(
  question: QuestionMethod,
  { answered, answers }: Pick<MeasuredContact, 'answered' | 'answers'>,
): number | undefined {
  const chosen = question.options.find(({ id }) => id === answers[question.id])
  const best = Math.max(...question.options.map(({ points }) => points))
  return answered && chosen && best > 0 ? (chosen.points * 100) / best : undefined
}

/**
 * The figure over some contacts, with Wilson's interval for a share and Student's t for a mean. Undefined when no
 * contact says anything about it.
 *
 * Example: 24 of 25 contacts at 80 or more → 96 (80.5–99.3).
 */
export function figureOver(
  figure: Figure,
  contacts: readonly MeasuredContact[],
  method: EditionMethod,
): Known | undefined {
  const { level } = method.score.interval
  const values = contacts.flatMap((contact) => figureValue(figure, contact, method) ?? [])
  if (values.length === 0) return undefined
  if (figure.kind === 'share' || figure.kind === 'unanswered')
    return shareOf(values.filter((value) => value === 100).length, values.length, level)
  const counted = [...Map.groupBy(values, (value) => value)].map(([value, same]) => ({
    value,
    count: same.length,
  }))
  const { n, mean, interval } = meanWithInterval(counted, { low: 0, high: 100 }, level)
  return { value: mean!, n, interval }
}
