/** Two rows among the topics that are none, so that totals always reconcile to all enquiries. */

/** Has a text that no grouping has seen yet. */
export const awaitingTopic = '00000000-0000-0000-0000-000000000000'
/** Has neither a text nor a code that anybody has explained: calls that were hung up, ticks without a reason. */
export const withoutExplanation = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
