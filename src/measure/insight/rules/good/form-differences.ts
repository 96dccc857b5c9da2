/**
 * What phone does that written channels lack (M7.5): the questions that are asked in both forms, compared within each
 * participant, so that it does not matter which participants have which channels. Mean over participants of
 * (phone − written) with Student's t; which stand when all are tested at once is told apart.
 */
import { studentQuantile } from '../../../../kernel/statistics.ts'
import type { CompiledMethod } from '../../../results/rules/compiled-form.ts'
import type { FormDifference } from '../../contract.ts'
import { byParticipant, type InsightContact } from '../insight-contact.ts'
import { standing } from '../standing.ts'
import { studentTail } from '../student-tail.ts'

const falseRate = 0.05
/** Fewer participants with both forms than this, and nothing is told. */
const fewestParticipants = 5

/** Largest difference first; scores 0–100. */
export function formDifferences(
  compiled: CompiledMethod,
  contacts: readonly InsightContact[],
  level: number,
): FormDifference[] {
  const formOf = new Map(compiled.method.channels.map(({ id, form }) => [id, form]))
  const people = byParticipant(contacts.filter(({ answered }) => answered))
  const found = compiled.method.questions
    .filter(({ scored }) => scored)
    .flatMap(({ id }) => {
      const pairs = people.flatMap(([, own]) => {
        const phone = meanScore(
          compiled,
          own.filter(({ channel }) => formOf.get(channel) === 'spoken'),
          id,
        )
        const written = meanScore(
          compiled,
          own.filter(({ channel }) => formOf.get(channel) === 'written'),
          id,
        )
        return phone === undefined || written === undefined ? [] : [{ phone, written }]
      })
      return pairs.length < fewestParticipants ? [] : [{ question: id, ...pairedDifference(pairs, level) }]
    })
  const stands = standing(
    found.map(({ probability }) => probability),
    falseRate,
  )
  return found
    .map(({ probability: _, ...one }, at) => ({ ...one, stands: stands[at]! }))
    .sort((a, b) => b.difference - a.difference)
}

/** Mean score on a question, 0–100, where it was asked and applicable. */
function meanScore(
  compiled: CompiledMethod,
  contacts: readonly InsightContact[],
  question: string,
): number | undefined {
  const scores = contacts.flatMap((contact) => {
    const asked = compiled.forms.get(contact.channel)!.scoredQuestions.find(({ id }) => id === question)
    const choice = asked?.options.get(contact.answers[question] ?? '')
    return asked && choice !== undefined ? [(asked.points[choice]! * 100) / asked.best] : []
  })
  return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : undefined
}

/** Example: 80 and 60, 70 and 60, 90 and 75 → 15 ± 12.4 at 95 %. */
export function pairedDifference(
  pairs: readonly { readonly phone: number; readonly written: number }[],
  level: number,
) {
  const count = pairs.length
  const mean = (of: (pair: { phone: number; written: number }) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / count
  const difference = mean(({ phone, written }) => phone - written)
  const squares = pairs.reduce((sum, { phone, written }) => sum + (phone - written - difference) ** 2, 0)
  const error = Math.sqrt(squares / (count - 1) / count)
  const half = studentQuantile((1 + level) / 2, count - 1) * error
  return {
    participants: count,
    phone: mean(({ phone }) => phone),
    written: mean(({ written }) => written),
    difference,
    interval: error > 0 ? ([difference - half, difference + half] as [number, number]) : null,
    probability: error > 0 ? studentTail(difference / error, count - 1) : null,
  }
}
