/** A questionnaire small enough to work out by hand, for tests: the reference method with other questions. */
import type { ChannelId, EditionMethod, QuestionMethod } from '../../../edition/contract.ts'
import { referenceMethod } from '../../../edition/rules/reference/reference-method.ts'
import { type CompiledForm, compileMethod } from '../compiled-form.ts'
import { type Score, type ScoreOutcome, scoreSubmission } from '../score-submission.ts'
import { ScoreTable } from '../score-table.ts'

const text = { nb: '–', nn: '–', en: '–' }

export function question(id: string, area: string, points: readonly number[]): QuestionMethod {
  return {
    id,
    area,
    channels: ['phone', 'email', 'chat', 'messenger'],
    kind: 'category',
    text,
    scored: true,
    notApplicable: true,
    options: points.map((value, index) => ({ id: `o${index}`, label: text, points: value })),
  }
}

/** Ten points for the welcome, twenty and ten for the agent, and a recommendation that counts nothing. */
export const smallQuestions: QuestionMethod[] = [
  question('greeting', 'welcome', [10, 6, 0]),
  question('solution', 'agent', [20, 10, 0]),
  question('advice', 'agent', [10, 5, 0]),
  {
    ...question('nps', 'cx', new Array<number>(11).fill(0)),
    kind: 'scale',
    scored: false,
    options: Array.from({ length: 11 }, (_, number) => ({ id: String(number), label: text, points: 0 })),
  },
]

export function smallMethod(changes: Partial<EditionMethod> = {}): EditionMethod {
  return { ...referenceMethod, id: 'small', questions: smallQuestions, ...changes }
}

/** One question worth 100 points whose option ids are the scores themselves, so that a test can name any score. */
export function wholeNumberMethod(changes: Partial<EditionMethod> = {}): EditionMethod {
  const points = Array.from({ length: 101 }, (_, index) => index)
  return smallMethod({ questions: [question('all', 'agent', points)], ...changes })
}

export function formOf(method: EditionMethod, channel: ChannelId = 'phone'): CompiledForm {
  return compileMethod(method).forms.get(channel)!
}

export function scored(outcome: ScoreOutcome): Score {
  if (outcome.kind !== 'scored') throw new Error(`expected a score, got ${outcome.kind}`)
  return outcome
}

export type PlainContact = {
  readonly participant: string
  readonly class?: string
  readonly channel?: ChannelId
  /** A whole number 0–100, or none: unanswered. */
  readonly score?: number
}

/** A table of contacts with given scores. */
export function tableOf(contacts: readonly PlainContact[], changes: Partial<EditionMethod> = {}): ScoreTable {
  const compiled = compileMethod(wholeNumberMethod(changes))
  const table = new ScoreTable(compiled)
  for (const { participant, class: className = 'A', channel = 'phone', score } of contacts) {
    const form = compiled.forms.get(channel)!
    const answers = { all: `o${score}` }
    const outcome = scored(scoreSubmission(form, { answered: score !== undefined, answers }))
    table.add({ participant, class: className, form, outcome })
  }
  return table
}
