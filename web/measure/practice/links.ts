import type { PracticeHead } from '../../../src/measure/practice/contract.ts'
import type { PathTarget } from '../../design/path-target.ts'
import { submissionsLink } from '../results/links.ts'

export const practiceParts = ['targets', 'standards', 'training', 'material'] as const
export type PracticePart = (typeof practiceParts)[number]

export type InCentre = { readonly editionId: string; readonly participantId: string }

export function practiceLink({ editionId, participantId }: InCentre, part?: PracticePart): PathTarget {
  return {
    to: '/measure/editions/$editionId/practice/$participantId',
    params: { editionId, participantId },
    ...(part === undefined ? {} : { search: { part } }),
  }
}

/** The submissions behind a figure, in the edition that it was measured in. */
export function figureLink({ measured }: PracticeHead, figure: string): PathTarget | undefined {
  if (!measured) return undefined
  const { editionId, participantId } = measured
  const [kind, id] = figure.split(':')
  if (kind === 'channel') return submissionsLink(editionId, { participantId, channel: id as 'phone' })
  if (kind === 'question') return submissionsLink(editionId, { participantId, question: id })
  if (kind === 'unanswered') return submissionsLink(editionId, { participantId, answered: 'no' })
  if (kind === 'answered' || kind === 'area')
    return submissionsLink(editionId, { participantId, answered: 'yes' })
  return submissionsLink(editionId, { participantId })
}
