/** What was decided about an appeal, in words. */
import type { Localized } from '../../../kernel/localized.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { notApplicable } from '../../fieldwork/contract.ts'
import type { AnswerChange, Decision } from '../contract.ts'
import type { StoredAppeal } from '../store/appeal-store.ts'
import type { StoredChange } from '../tables.ts'

/** Undefined before there is a decision. */
export function decisionOf(method: EditionMethod, { log }: StoredAppeal): Decision | undefined {
  const decided = log.find(({ kind }) => kind === 'decided')
  const { outcome, effect, reasons = '', excluded = false, changes = [] } = decided?.detail ?? {}
  if (!decided || !outcome || !effect) return undefined
  return {
    outcome,
    effect,
    reasons,
    excluded,
    changes: inWords(method, changes),
    at: decided.at.toISOString(),
  }
}

const notApplicableWords: Localized = { nb: 'Ikke aktuelt', nn: 'Ikkje aktuelt', en: 'Not applicable' }

export function inWords(method: EditionMethod, changes: readonly StoredChange[]): AnswerChange[] {
  return changes.flatMap(({ question: id, from, to }) => {
    const question = method.questions.find((one) => one.id === id)
    if (!question) return []
    const label = (option: string | null) =>
      option === notApplicable
        ? notApplicableWords
        : (question.options.find((one) => one.id === option)?.label ?? null)
    return [{ question: id, text: question.text, from: label(from), to: label(to) }]
  })
}
