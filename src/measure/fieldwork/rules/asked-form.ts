/** A channel's form as an observer sees it: the questions in their order, and no points anywhere. */
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import { formFor } from '../../edition/rules/form.ts'
import type { AskedForm } from '../contract.ts'

type FormSource = Pick<EditionMethod, 'areas' | 'questions' | 'comments'>

export function askedForm(method: FormSource, channel: ChannelId): AskedForm {
  const { parts, questions } = formFor(method, channel)
  return {
    areas: parts.map(({ area: { id, name } }) => ({ id, name })),
    questions: questions.map(({ scored: _scored, options, ...question }) => ({
      ...question,
      options: options.map(({ id, label }) => ({ id, label })),
    })),
    comments: parts.flatMap((part) => part.comments),
  }
}

/** Whether what was said can be pasted: everything but a telephone call leaves it in writing. */
export function isWritten(channel: ChannelId): boolean {
  return channel !== 'phone'
}
