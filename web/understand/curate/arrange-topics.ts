/** Topics in the order of the list: the most asked first, those below another right after it, parked ones last. */
import type { TopicLine } from '../../../src/understand/topics/contract.ts'

export type TopicRow = {
  readonly line: TopicLine
  readonly level: 0 | 1
  /** Its own contacts and those of the topics below it. */
  readonly contacts: number
  /** How many topics lie below it. */
  readonly below: number
}

/**
 * Those whose name or examples hold the words; a topic that is found brings the one it lies below.
 *
 * @example arrangeTopics(items, 'regning')
 */
export function arrangeTopics(items: readonly TopicLine[], words: string): readonly TopicRow[] {
  const wanted = words.trim().toLowerCase()
  const matches = ({ name, examples }: TopicLine) =>
    [name, ...examples].some((text) => text.toLowerCase().includes(wanted))
  const shown = wanted === '' ? items : items.filter(matches)
  const ids = new Set(shown.map(({ topicId }) => topicId))
  const roots = items.filter(
    ({ topicId, parentId }) =>
      parentId === null && (ids.has(topicId) || shown.some((line) => line.parentId === topicId)),
  )
  const known = new Set(items.map(({ topicId }) => topicId))
  const lost = shown.filter(({ parentId }) => parentId !== null && !known.has(parentId))
  const childrenOf = (topicId: string) => items.filter(({ parentId }) => parentId === topicId)
  const rowOf = (line: TopicLine, level: 0 | 1): TopicRow => {
    const children = childrenOf(line.topicId)
    const contacts = children.reduce((sum, child) => sum + child.contacts, line.contacts)
    return { line, level, contacts, below: children.length }
  }
  const tops = [...roots, ...lost].map((line) => rowOf(line, 0)).sort((a, b) => b.contacts - a.contacts)
  return parkedLast(tops).flatMap((top) => [
    top,
    ...shown.filter(({ parentId }) => parentId === top.line.topicId).map((line) => rowOf(line, 1)),
  ])
}

function parkedLast(rows: readonly TopicRow[]): readonly TopicRow[] {
  const isParked = ({ line }: TopicRow) => line.state === 'parked'
  return [...rows.filter((row) => !isParked(row)), ...rows.filter(isParked)]
}
