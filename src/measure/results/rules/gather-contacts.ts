/** Results from contacts whose scores are stored: the same figures as the score command gives for the same forms. */
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import type { AnswerFigures, EditionResults } from '../contract.ts'
import { answerFigures, countAnswers, emptyCounts } from './answer-figures.ts'
import { compileMethod } from './compiled-form.ts'
import { computeResults, defaultSeed } from './results.ts'
import type { Answers, Score } from './score-submission.ts'
import { ScoreTable } from './score-table.ts'
import { SegmentAnswers } from './segment-answers.ts'

export type GatheredContact = Omit<Score, 'kind'> & {
  readonly participant: string
  readonly class: string
  readonly channel: ChannelId
  readonly answers: Answers
}

/** Every figure of an edition, with intervals drawn from the default seed. */
export function resultsOfContacts(
  method: EditionMethod,
  contacts: readonly GatheredContact[],
): EditionResults {
  const compiled = compileMethod(method)
  const table = new ScoreTable(compiled)
  const segments = new SegmentAnswers(compiled)
  for (const { participant, class: className, channel, answers, ...score } of contacts) {
    const form = compiled.forms.get(channel)
    if (!form) throw new Error(`a scored contact on ${channel}, which its edition does not have`)
    table.add({ participant, class: className, form, outcome: { kind: 'scored', ...score } })
    if (score.answered) segments.add({ class: className, form, answers })
  }
  const { resamples } = method.score.interval
  return { ...computeResults(table, { seed: defaultSeed, resamples }), answers: segments.figures() }
}

/** Questions and experience over some contacts, such as one participant's. */
export function answersOfContacts(
  method: EditionMethod,
  segment: string,
  contacts: readonly Pick<GatheredContact, 'channel' | 'answered' | 'answers'>[],
): AnswerFigures {
  const compiled = compileMethod(method)
  const counts = emptyCounts(compiled)
  for (const { channel, answered, answers } of contacts) {
    const form = compiled.forms.get(channel)
    if (form && answered) countAnswers(counts, form, answers)
  }
  return answerFigures(compiled, segment, counts)
}
