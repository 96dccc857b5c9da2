/** Topics in the order of the list: the most asked first, those below another right after it, parked ones last. */
import type { TopicLine } from '../../../src/understand/topics/contract.ts'

export type TopicRow = { readonly line: TopicLine; readonly level: 0 | 1 }

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
  return [...parkedLast([...roots, ...lost])].flatMap((line) => [
    { line, level: 0 as const },
    ...shown
      .filter(({ parentId }) => parentId === line.topicId)
      .map((child) => ({ line: child, level: 1 as const })),
  ])
}

function parkedLast(lines: readonly TopicLine[]): readonly TopicLine[] {
  return [
    ...lines.filter(({ state }) => state !== 'parked'),
    ...lines.filter(({ state }) => state === 'parked'),
  ]
}
