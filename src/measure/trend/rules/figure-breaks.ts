/**
 * Why one figure cannot be laid side by side in two editions. A change of method breaks only the figures that it
 * touches: a new share of chat breaks the total, but not the score on the phone.
 */
import type { EditionMethod } from '../../edition/contract.ts'
import { type BreakReason, breakReasons, type Change } from '../../edition/rules/diff/change.ts'
import { diffMethods } from '../../edition/rules/diff/diff-methods.ts'
import type { Figure } from './figure.ts'

/**
 * The reasons why the figure breaks between two methods, each once; none: the line goes on.
 *
 * Example: between a method and its copy nothing breaks; with other points on `listened` the total, the area of
 * the agent and the question itself do.
 */
export function figureBreaks(
  figure: Figure,
  before: EditionMethod,
  after: EditionMethod,
): readonly BreakReason[] {
  const touches = touching(figure, [after, before])
  const broken = diffMethods(before, after).filter((change) => change.breaks && touches(change))
  return breakReasons.filter((reason) => broken.some((change) => change.breaks === reason))
}

function touching(figure: Figure, methods: readonly EditionMethod[]): (change: Change) => boolean {
  const questionOf = ({ kind, subject }: Change) => {
    const isOfQuestion = /^(question|option|waiting-steps|points)/.test(kind)
    const id = subject.split('.')[0]
    return isOfQuestion
      ? methods.flatMap(({ questions }) => questions).find((question) => question.id === id)
      : undefined
  }
  switch (figure.kind) {
    case 'total':
    case 'answered':
    case 'share':
      return ({ breaks }) => breaks !== 'bands'
    case 'unanswered':
      return ({ breaks, kind }) => breaks === 'reached' || kind === 'protocol'
    case 'channel':
      return (change) => {
        const question = questionOf(change)
        if (question) return (question.channels as readonly string[]).includes(figure.id)
        if (change.kind === 'window' || change.kind === 'protocol') return change.subject === figure.id
        return change.kind === 'weight' || change.kind === 'score-rule'
      }
    case 'area':
      return (change) => change.breaks === 'reached' || questionOf(change)?.area === figure.id
    case 'question':
      return (change) => questionOf(change)?.id === figure.id
  }
}
