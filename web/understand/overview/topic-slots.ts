/**
 * The places on a topic's page that other features fill: a feature writes a component that takes the topic's id,
 * fetches its own data, and draws a card, and it is added to its list here.
 */
import type { ComponentType } from 'react'
import type { Role } from '../../../src/organisation/rules/roles.ts'
import { TopicAnswers } from '../answers/topic-answers.tsx'

export type TopicSlot = {
  readonly id: string
  /** Who sees it; absent: everybody who sees the page. */
  readonly roles?: readonly Role[]
  readonly component: ComponentType<{ readonly topicId: string }>
}

/** What should we answer? */
export const answerSlots: readonly TopicSlot[] = [
  { id: 'answers', roles: ['agent', 'editor', 'manager', 'admin'], component: TopicAnswers },
]

/** What are we doing about it? */
export const actionSlots: readonly TopicSlot[] = []
