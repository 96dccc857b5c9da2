/** Where the records behind a figure are. */
import type { SubmissionFilter } from '../../../src/measure/results/contract.ts'
import type { PathTarget } from '../../design/path-target.ts'

/** The submissions that a figure is made of; the filters are the address. */
export function submissionsLink(editionId: string, filter: SubmissionFilter): PathTarget {
  const { participantId, ...rest } = filter
  const search = Object.entries({ participant: participantId, ...rest }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    to: '/measure/editions/$editionId/results/submissions',
    params: { editionId },
    search: Object.fromEntries(search),
  }
}

export function participantLink(editionId: string, participantId: string): PathTarget {
  return { to: '/measure/editions/$editionId/results/$participantId', params: { editionId, participantId } }
}

export function submissionLink(editionId: string, contactId: string): PathTarget {
  return {
    to: '/measure/editions/$editionId/results/submissions/$contactId',
    params: { editionId, contactId },
  }
}

export function certaintyLink(editionId: string): PathTarget {
  return { to: '/measure/editions/$editionId/results/certainty', params: { editionId } }
}
