/** What the rules of a review read, and what they say. */
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import type { Answers, Comments } from '../contract.ts'
import type { Clock } from './attempt-clock.ts'
import type { FindingKind } from './finding-kinds.ts'
import type { Pieces } from './text-likeness.ts'

/** The same observer's other forms in the edition, for comparison. */
export type OtherSubmission = {
  readonly number: number
  readonly channel: ChannelId
  /** Each of its comments of some length, cut for comparison. */
  readonly comments: readonly Pieces[]
  /** EnquiryScore; absent for a contact that nobody answered. */
  readonly score?: number | undefined
}

export type ReviewPicture = {
  readonly method: Pick<EditionMethod, 'areas' | 'questions' | 'comments' | 'channels'>
  readonly channel: ChannelId
  readonly planned: { readonly date: string; readonly from: string; readonly to: string }
  readonly clock: Clock
  readonly corrections: number
  /** How many phones and browsers the clock was logged on, as far as they have told. */
  readonly devices: number
  readonly answered: boolean
  readonly answers: Answers
  readonly comments: Comments
  /** The written conversation, where it was handed in. */
  readonly transcript: string | null
  /** Words that are nobody's name in the comments, in lower case: the participant's own. */
  readonly nobody: ReadonlySet<string>
  readonly submittedAt: string
  readonly score?: number | undefined
  readonly others: readonly OtherSubmission[]
  readonly pauses: readonly { readonly from: string; readonly to?: string | undefined }[]
}

export type Finding = {
  readonly kind: FindingKind
  /** The question or comment that it is about. */
  readonly where?: string
  readonly params?: Readonly<Record<string, string | number>>
}
