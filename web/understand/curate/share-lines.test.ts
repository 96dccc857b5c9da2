import { expect, test } from 'vitest'
import type { TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { shareLines } from './share-lines.ts'

function listOf(...names: string[]): TopicList {
  const items = names.map((name): TopicLine => {
    const counts = { texts: 1, contacts: 1, confirmed: 0, unsure: 0 }
    const named = { name, nameGiven: false, state: 'proposed', unexplained: false } as const
    return { topicId: name.slice(0, 1), parentId: null, ...named, ...counts, examples: [name] }
  })
  return { items, texts: 1, contacts: 1, unsure: 0, waiting: 0, fit: null, undo: null }
}

test('a line more, one less and another order leave the others as they are', () => {
  const before = listOf('a', 'b', 'c')
  const more = shareLines(before, listOf('a', 'new', 'b', 'c'))
  expect(more).toEqual(listOf('a', 'new', 'b', 'c'))
  expect([more.items[0], more.items[2], more.items[3]].map((line) => before.items.indexOf(line!))).toEqual([
    0, 1, 2,
  ])
  expect(before.items.indexOf(shareLines(before, listOf('c')).items[0]!)).toBe(2)
})

test('a line that has changed is new, and a list that has not is the same', () => {
  const before = listOf('a', 'b')
  const { items } = shareLines(before, listOf('a', 'before'))
  expect(items[0]).toBe(before.items[0])
  expect(items[1]).toEqual(listOf('before').items[0])
  expect(shareLines(before, listOf('a', 'b'))).toBe(before)
  expect(shareLines(before, { ...listOf('a', 'b'), unsure: 4 })).toEqual({ ...before, unsure: 4 })
})
