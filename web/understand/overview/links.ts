/** The ways from a figure to the records behind it, and to a topic. */
import type { PeriodView } from '../../../src/understand/overview/contract.ts'
import type { PathTarget } from '../../design/path-target.ts'

/** The list of enquiries of the intake; its filters stand in the address under these names. */
const records = '/understand/intake/enquiries'
const curation: string = '/understand/curate'

type Narrowed = { readonly topicId?: string; readonly channel?: string | null | undefined }

export function recordsLink(
  period: Pick<PeriodView, 'from' | 'to'>,
  { topicId, channel }: Narrowed = {},
): PathTarget {
  return {
    to: records,
    search: {
      from: period.from,
      to: period.to,
      ...(topicId && { topic: topicId }),
      ...(channel && { channel }),
    },
  }
}

export const recordLink = (enquiryId: string): PathTarget => ({
  to: '/understand/enquiries/$enquiryId',
  params: { enquiryId },
})
export const curateLink: PathTarget = { to: curation as PathTarget['to'] }
export const bringInLink: PathTarget = { to: '/understand/intake/new' }

export const topicLink = (topicId: string): PathTarget => ({
  to: '/understand/topics/$topicId',
  params: { topicId },
})
