import type { ChannelId } from '../../edition/contract.ts'

/** A scored contact as the quality of the data is judged by. */
export type QualityContact = {
  readonly participantId: string
  readonly participant: string
  readonly class: string
  readonly channel: ChannelId
  readonly scenario: string
  /** Empty where nobody is known to have made it. */
  readonly observerId: string
  readonly observer: string
  /** YYYY-MM-DD. */
  readonly date: string
  readonly answered: boolean
  readonly score: number
  readonly answers: Readonly<Record<string, string | undefined>>
}

/** The same contact coded by two people; a question that one of them was not asked has no answer. */
export type CodedTwice = {
  readonly channel: ChannelId
  readonly first: Readonly<Record<string, string | undefined>>
  readonly second: Readonly<Record<string, string | undefined>>
}
