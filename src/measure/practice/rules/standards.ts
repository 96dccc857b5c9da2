/** Service standards: a first draft from the method's own words, and the contacts that did not live up to them. */
import type { Localized } from '../../../kernel/localized.ts'
import type { EditionMethod, QuestionMethod } from '../../edition/contract.ts'
import type { MissedContact } from '../contract.ts'
import { type MeasuredContact, questionValue } from './figure-values.ts'

/** The answer with the most points. */
export function bestOption({ options }: QuestionMethod): QuestionMethod['options'][number] {
  return options.reduce((best, option) => (option.points > best.points ? option : best))
}

/** What a standard can start from: the question as the observer reads it, its best answer and its help; no more. */
export function draftOf(question: QuestionMethod): { asks: Localized; best: Localized; help?: Localized } {
  const { text, help } = question
  return { asks: text, best: bestOption(question).label, ...(help ? { help } : {}) }
}

/** So many of the latest contacts are shown. */
const mostMissed = 5

/** The latest contacts where the answer was not the best one, newest first; `channel` narrows them to one. */
export function missedContacts(
  question: QuestionMethod,
  contacts: readonly MeasuredContact[],
  channel?: string,
): MissedContact[] {
  return contacts
    .filter((contact) => channel === undefined || contact.channel === channel)
    .filter((contact) => (questionValue(question, contact) ?? 100) < 100)
    .toSorted((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : b.number - a.number))
    .slice(0, mostMissed)
    .map(({ contactId, number, date, channel: reached, answers }) => ({
      contactId,
      number,
      date,
      channel: reached as MissedContact['channel'],
      answer: question.options.find(({ id }) => id === answers[question.id])!.label,
    }))
}

/** The mean of the training's questions in one contact, 0–100; undefined when none of them was met in it. */
export function trainedValue(
  method: EditionMethod,
  { questions, channels }: { readonly questions: readonly string[]; readonly channels: readonly string[] },
  contact: Pick<MeasuredContact, 'answered' | 'answers' | 'channel'>,
): number | undefined {
  if (channels.length > 0 && !channels.includes(contact.channel)) return undefined
  const values = method.questions
    .filter(({ id }) => questions.includes(id))
    .flatMap((question) => questionValue(question, contact) ?? [])
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}
