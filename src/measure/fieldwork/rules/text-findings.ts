/** Findings that the texts give: missing, short or copied comments, people's names, and no conversation. */

import { findNames } from '../../../masking/rules/find-names.ts'
import { formFor } from '../../edition/rules/form.ts'
import type { Comments } from '../contract.ts'
import type { Finding, ReviewPicture } from './finding.ts'
import { thresholds } from './finding-kinds.ts'
import { alikeness, areAlike, type Pieces, piecesOf, wordCount } from './text-likeness.ts'

/** The comments of a form that are long enough to be compared. */
export function comparableComments(comments: Comments): readonly Pieces[] {
  return Object.values(comments).filter(isLong).map(piecesOf)
}

function isLong(text: string): boolean {
  return text.trim().length >= thresholds.copiedLength
}

/** A comment that stands, word for word or nearly, in another form by the same observer; how alike in per cent. */
export function copiedComments({ comments, others }: ReviewPicture): Finding[] {
  return Object.entries(comments)
    .filter(([, text]) => isLong(text))
    .flatMap(([where, text]) => {
      const pieces = piecesOf(text)
      for (const { number, comments: theirs } of others) {
        const twin = theirs.find((one) => areAlike(pieces, one, thresholds.copiedAlikeness))
        if (!twin) continue
        const alike = Math.round(100 * alikeness(pieces, twin))
        return [{ kind: 'copiedComment', where, params: { contact: number, alike } } as const]
      }
      return []
    })
}

/** A required comment that is not there. */
export function missingComments(picture: ReviewPicture): Finding[] {
  return requiredComments(picture)
    .filter(({ words }) => words === 0)
    .map(({ id }) => ({ kind: 'missingComment', where: id }))
}

/** A required comment of so few words that it tells a participant nothing. */
export function shortComments(picture: ReviewPicture): Finding[] {
  return requiredComments(picture)
    .filter(({ words }) => words > 0 && words < thresholds.fewWords)
    .map(({ id, words }) => ({ kind: 'shortComment', where: id, params: { words } }))
}

function requiredComments({ method, channel, answered, comments }: ReviewPicture) {
  if (!answered) return []
  return formFor(method, channel)
    .parts.flatMap((part) => part.comments)
    .filter(({ required }) => required)
    .map(({ id }) => ({ id, words: wordCount(comments[id] ?? '') }))
}

/** A written contact was answered, and nobody handed the conversation in: it cannot be coded a second time. */
export function missingTranscript({ method, channel, answered, transcript }: ReviewPicture): Finding[] {
  const isWritten = method.channels.find(({ id }) => id === channel)?.form === 'written'
  return answered && isWritten && (transcript ?? '').trim() === '' ? [{ kind: 'missingTranscript' }] : []
}

/** A comment that names a person. The survey is about the service, and no agent is to be known again. */
export function namedPersons({ comments, nobody }: ReviewPicture): Finding[] {
  return Object.entries(comments).flatMap(([where, text]) => {
    const [first] = findNames(text, { keep: nobody, known: new Set() })
    return first
      ? [{ kind: 'namedPerson', where, params: { name: text.slice(first.from, first.to) } } as const]
      : []
  })
}
