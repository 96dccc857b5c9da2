import { replaceEqualDeep } from '@tanstack/react-query'
import type { TopicList } from '../../../src/understand/topics/contract.ts'

/**
 * The next list with every line that has not changed as the same object, so that it is not drawn anew. By the topic
 * and not by the place, as the query client does it: one line more would make those below it new.
 */
export function shareLines(before: TopicList | undefined, next: TopicList): TopicList {
  if (!before) return next
  const known = new Map(before.items.map((line) => [line.topicId, line]))
  const items = next.items.map((line) => replaceEqualDeep(known.get(line.topicId), line))
  const isSame =
    items.length === before.items.length && items.every((line, index) => line === before.items[index])
  return isSame ? replaceEqualDeep(before, { ...next, items: before.items }) : { ...next, items }
}
