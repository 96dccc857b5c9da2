/** A topic and an assignment as rules see them, without what is counted. */
import type { NearTopic, TopicState } from '../../contract.ts'

export type TopicRecord = {
  readonly topicId: string
  readonly parentId: string | null
  readonly name: string
  readonly nameGiven: boolean
  readonly state: TopicState
  readonly goneInto: string | null
  readonly unexplained: boolean
}

/** One topic of one text. The shares of a text sum to 1. */
export type Assignment = {
  readonly textKey: string
  readonly topicId: string
  readonly share: number
  readonly certainty: number
  readonly origin: 'group' | 'model' | 'person'
  readonly unsure: boolean
  /** Best first. */
  readonly nearest: readonly NearTopic[]
}
