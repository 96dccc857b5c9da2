import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchGroups } from './match-groups.ts'

const named = (group: number) => `new ${group}`

test('groups take over the ids of the topics whose texts they hold', () => {
  const { topics, changes } = matchGroups({
    before: ['A', 'A', 'A', 'B', 'B', undefined],
    groups: [7, 7, 7, 3, 3, 3],
    newTopic: named,
  })
  expect(topics).toEqual(['A', 'A', 'A', 'B', 'B', 'B'])
  expect(changes).toEqual([])
})

test('a split, a merge, what is new and what is gone are told', () => {
  const { topics, changes } = matchGroups({
    before: ['A', 'A', 'A', 'A', 'B', 'B', 'C', 'C', undefined],
    groups: [0, 0, 1, 1, 2, 2, 2, 2, 3],
    newTopic: named,
  })
  expect(topics).toEqual(['A', 'A', 'new 1', 'new 1', 'B', 'B', 'B', 'B', 'new 3'])
  expect(changes).toContainEqual({ kind: 'split', topic: 'A', into: ['A', 'new 1'] })
  expect(changes).toContainEqual({ kind: 'merged', topic: 'B', of: ['B', 'C'] })
  expect(changes).toContainEqual({ kind: 'gone', topic: 'C', count: 2 })
  expect(changes).toContainEqual({ kind: 'new', topic: 'new 3', count: 1 })
  expect(changes).toContainEqual({ kind: 'moved', from: 'A', to: 'new 1', count: 2 })
})

test('a group with a confirmed text is that text’s topic, however many others it has', () => {
  const { topics } = matchGroups({
    before: ['B', 'B', 'B', 'B', 'A'],
    groups: [0, 0, 0, 0, 0],
    confirmed: new Map([[4, 'A']]),
    newTopic: named,
  })
  expect(topics).toEqual(['A', 'A', 'A', 'A', 'A'])
})

test('what a person merged stays one, and what a person split stays two', () => {
  const merged = matchGroups({
    before: ['A', 'A', 'A', 'A'],
    groups: [0, 0, 1, 1],
    keptTogether: new Set(['A']),
    newTopic: named,
  })
  expect(merged.topics).toEqual(['A', 'A', 'A', 'A'])
  const split = matchGroups({
    before: ['A', 'A', 'B', 'B', 'B'],
    groups: [0, 0, 0, 0, 0],
    keptApart: () => true,
    newTopic: named,
  })
  expect(split.topics).toEqual(['A', 'A', 'B', 'B', 'B'])
})

const labels = fc.array(fc.tuple(fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }), fc.nat(4)), {
  minLength: 1,
  maxLength: 40,
})

test('the same groups give the same topics; renumbering groups changes nothing but new ids', () => {
  fc.assert(
    fc.property(labels, (texts) => {
      const groups = texts.map(([, group]) => group)
      const first = matchGroups({ before: texts.map(([topic]) => topic), groups, newTopic: named })
      const again = matchGroups({ before: first.topics, groups, newTopic: named })
      expect(again.topics).toEqual(first.topics)
      expect(again.changes).toEqual([])
      // Every text has a topic, a group has one topic, and two groups never share one.
      expect(first.topics).toHaveLength(texts.length)
      expect(new Set(first.topicOfGroup.values()).size).toBe(new Set(groups).size)
    }),
  )
})

test('moved and stayed add up to what there was', () => {
  fc.assert(
    fc.property(labels, (texts) => {
      const before = texts.map(([topic]) => topic)
      const { topics, changes } = matchGroups({
        before,
        groups: texts.map(([, group]) => group),
        newTopic: named,
      })
      const moved = changes.reduce((sum, change) => sum + (change.kind === 'moved' ? change.count : 0), 0)
      const stayed = topics.filter((topic, at) => before[at] === topic).length
      expect(moved + stayed).toBe(before.filter((topic) => topic !== undefined).length)
    }),
  )
})
