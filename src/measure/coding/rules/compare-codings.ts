/** Two codings of one contact, question by question. */
import type { Answers } from '../../fieldwork/contract.ts'
import { toldAnswers } from './coding-form.ts'

export type Agreement = {
  /** Questions that both answered. */
  readonly compared: readonly string[]
  /** Those of them with different answers. */
  readonly different: readonly string[]
}

/**
 * A question that either left open, or could not tell, is not compared.
 *
 * @example compareCodings({ a: 'd4', b: 'yes' }, { a: 'd3', b: 'cannotTell' }) // compared a, different a
 */
export function compareCodings(first: Answers, second: Answers): Agreement {
  const told = toldAnswers(second)
  const compared = Object.keys(told).filter((question) => (first[question] ?? '') !== '')
  return { compared, different: compared.filter((question) => first[question] !== told[question]) }
}
