/** Changes of questions in a draft that touch more than one field. */
import type { EditionMethod, OptionMethod, QuestionMethod } from '../../../../src/measure/edition/contract.ts'
import { bestPoints } from '../../../../src/measure/edition/rules/form.ts'
import { degree, say, scale, yesNo } from '../../../../src/measure/edition/rules/reference/options.ts'
import { freshId } from './reorder.ts'

type Kind = QuestionMethod['kind']

const ends = [say('lavest', 'lågast', 'lowest'), say('høyest', 'høgast', 'highest')] as const

/** The usual options of a kind, the best one giving `points`; a list starts with two. */
function usualOptions(kind: Kind, points: number, now: readonly OptionMethod[]): OptionMethod[] {
  switch (kind) {
    case 'yesNo':
      return yesNo(points)
    case 'degree':
      return degree(points)
    case 'scale':
      return scale(1, 7, ends)
    case 'category':
      return [...now]
  }
}

/** Another kind of answer brings its usual options, with the points that the best one had. */
export function changeKind(question: QuestionMethod, kind: Kind): void {
  question.options = usualOptions(kind, bestPoints(question), question.options)
  question.kind = kind
  if (kind !== 'category') delete question.clock
  if (kind === 'scale') question.scored = false
}

/** What the best answer gives; the others are spread evenly, as a degree's steps are. */
export function spreadPoints(question: QuestionMethod, best: number): void {
  const last = question.options.length - 1
  question.options.forEach((option, index) => {
    option.points = Math.round(((best * (last - index)) / last) * 100) / 100
  })
}

/** A question that no longer counts carries no points. */
export function setScored(question: QuestionMethod, scored: boolean): void {
  question.scored = scored
  if (scored) spreadPoints(question, 4)
  else for (const option of question.options) option.points = 0
}

export function addQuestion(method: EditionMethod, area: string, text: QuestionMethod['text']): string {
  const id = freshId('question', [...method.questions, ...method.comments])
  const channels = method.channels.map((channel) => channel.id)
  method.questions.push({
    id,
    area,
    channels,
    kind: 'degree',
    text,
    scored: true,
    notApplicable: false,
    options: degree(4),
  })
  return id
}

export function addOption(question: QuestionMethod, label: OptionMethod['label']): void {
  question.options.push({ id: freshId('option', question.options), label, points: 0 })
  if (question.clock?.reads === 'wait') {
    const limits = question.clock.limits
    limits.push((limits.at(-1) ?? 0) + 60)
  }
}

/** A step of waiting goes with its limit. */
export function removeOption(question: QuestionMethod, index: number): void {
  question.options.splice(index, 1)
  if (question.clock?.reads === 'wait')
    question.clock.limits.splice(Math.min(index, question.clock.limits.length - 1), 1)
  if (question.clock?.reads === 'attempt' && !question.options.some(({ id }) => id === betweenOf(question))) {
    question.clock = { reads: 'attempt' }
  }
}

function betweenOf(question: QuestionMethod): string | undefined {
  return question.clock?.reads === 'attempt' ? question.clock.betweenAttempts : undefined
}
