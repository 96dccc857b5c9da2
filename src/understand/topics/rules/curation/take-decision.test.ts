import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../contract.ts'
import { type BeforeDecision, takeDecision } from './take-decision.ts'
import type { Assignment, TopicRecord } from './topic-state.ts'

function topic(topicId: string, more: Partial<TopicRecord> = {}): TopicRecord {
  return {
    topicId,
    parentId: null,
    name: topicId,
    nameGiven: false,
    state: 'proposed',
    goneInto: null,
    unexplained: false,
    ...more,
  }
}

function row(textKey: string, topicId: string, more: Partial<Assignment> = {}): Assignment {
  return { textKey, topicId, share: 1, certainty: 0.6, origin: 'group', unsure: false, nearest: [], ...more }
}

function given(topics: readonly TopicRecord[], assigned: readonly Assignment[]): BeforeDecision {
  return { topics: new Map(topics.map((each) => [each.topicId, each])), assigned, newTopicId: 'new' }
}

function taken(decision: Decision, state: BeforeDecision) {
  const after = takeDecision(decision, state)
  if (!after.ok) throw new Error(after.why)
  return after
}

const three = [topic('a'), topic('b'), topic('c', { unexplained: true })]

describe('merging', () => {
  test('everything that was in one topic is in the other, and the first is gone into it', () => {
    const after = taken(
      { kind: 'merge', topicIds: ['b'], into: 'a' },
      given(three, [row('1', 'b'), row('2', 'b')]),
    )
    expect(after.assigned.map(({ textKey, topicId }) => [textKey, topicId])).toEqual([
      ['1', 'a'],
      ['2', 'a'],
    ])
    expect(after.topics).toEqual([
      topic('a', { state: 'confirmed' }),
      topic('b', { state: 'gone', goneInto: 'a' }),
    ])
  })

  test('a text about both is about one, with both shares', () => {
    const both = [row('1', 'a', { share: 0.5 }), row('1', 'b', { share: 0.5, certainty: 0.9 })]
    const after = taken({ kind: 'merge', topicIds: ['b'], into: 'a' }, given(three, both))
    expect(after.assigned).toEqual([row('1', 'a', { share: 1, certainty: 0.9 })])
  })

  test('nearest topics follow, and two that became one count together', () => {
    const nearest = [
      { topicId: 'a', certainty: 0.5 },
      { topicId: 'b', certainty: 0.25 },
    ]
    const after = taken(
      { kind: 'merge', topicIds: ['b'], into: 'a' },
      given(three, [row('1', 'b', { nearest })]),
    )
    expect(after.assigned[0]!.nearest).toEqual([{ topicId: 'a', certainty: 0.75 }])
  })

  test('topics below the one that goes lie below the other', () => {
    const topics = [topic('a'), topic('b'), topic('d', { parentId: 'b' })]
    const after = taken({ kind: 'merge', topicIds: ['b'], into: 'a' }, given(topics, []))
    expect(after.topics.find(({ topicId }) => topicId === 'd')?.parentId).toBe('a')
  })

  test('a parent merged into its own child leaves the child at the top', () => {
    const topics = [topic('a', { parentId: 'b' }), topic('b'), topic('d', { parentId: 'b' })]
    const after = taken({ kind: 'merge', topicIds: ['b'], into: 'a' }, given(topics, []))
    const parents = new Map(after.topics.map(({ topicId, parentId }) => [topicId, parentId]))
    expect(parents.get('a')).toBeNull()
    expect(parents.get('d')).toBe('a')
  })

  test('a topic is not merged into itself, nor into one that is gone', () => {
    expect(takeDecision({ kind: 'merge', topicIds: ['a'], into: 'a' }, given(three, []))).toMatchObject({
      why: 'topic-itself',
    })
    const gone = [topic('a', { state: 'gone' }), topic('b')]
    expect(takeDecision({ kind: 'merge', topicIds: ['b'], into: 'a' }, given(gone, []))).toMatchObject({
      why: 'topic-gone',
    })
  })
})

describe('placing and refusing', () => {
  test('a text placed in two topics is half in each, certain, and out of the tray', () => {
    const state = given(three, [row('1', 'c', { unsure: true })])
    const after = taken({ kind: 'place', textKeys: ['1'], topicIds: ['a', 'b'] }, state)
    const own = { share: 0.5, certainty: 1, origin: 'person' as const }
    expect(after.assigned).toEqual([row('1', 'a', own), row('1', 'b', own)])
  })

  test('a text that is not there is refused', () => {
    expect(takeDecision({ kind: 'place', textKeys: ['9'], topicIds: ['a'] }, given(three, []))).toMatchObject(
      {
        why: 'text-not-there',
      },
    )
  })

  test('a refused text goes to the next nearest and waits in the tray', () => {
    const nearest = [
      { topicId: 'a', certainty: 0.5 },
      { topicId: 'b', certainty: 0.2 },
    ]
    const after = taken(
      { kind: 'refuse', textKeys: ['1'], topicId: 'a' },
      given(three, [row('1', 'a', { nearest })]),
    )
    expect(after.assigned).toMatchObject([{ topicId: 'b', certainty: 0.2, unsure: true }])
    expect(after.assigned[0]!.nearest).toEqual([{ topicId: 'b', certainty: 0.2 }])
  })

  test('without another near topic it lies with those that nobody has explained', () => {
    const after = taken({ kind: 'refuse', textKeys: ['1'], topicId: 'a' }, given(three, [row('1', 'a')]))
    expect(after.assigned).toMatchObject([{ topicId: 'c', unsure: true }])
  })
})

describe('splitting', () => {
  test('the chosen texts leave for a topic of their own; the rest stays', () => {
    const after = taken(
      { kind: 'split', topicId: 'a', textKeys: ['1'], name: 'Ny' },
      given(three, [row('1', 'a'), row('2', 'a')]),
    )
    expect(after.assigned).toMatchObject([{ textKey: '1', topicId: 'new', origin: 'person' }])
    expect(after.topics.at(-1)).toMatchObject({
      topicId: 'new',
      name: 'Ny',
      nameGiven: true,
      state: 'confirmed',
    })
  })

  test('not everything can leave', () => {
    const all: Decision = { kind: 'split', topicId: 'a', textKeys: ['1'], name: 'Ny' }
    expect(takeDecision(all, given(three, [row('1', 'a')]))).toMatchObject({ why: 'topic-empty' })
  })
})

describe('the tree', () => {
  test('has two levels', () => {
    const topics = [topic('a'), topic('b', { parentId: 'a' }), topic('c'), topic('d')]
    expect(takeDecision({ kind: 'move', topicIds: ['c'], parentId: 'b' }, given(topics, []))).toMatchObject({
      why: 'topic-circle',
    })
    expect(takeDecision({ kind: 'move', topicIds: ['a'], parentId: 'd' }, given(topics, []))).toMatchObject({
      why: 'topic-circle',
    })
    expect(
      taken({ kind: 'move', topicIds: ['c', 'd'], parentId: 'a' }, given(topics, [])).topics,
    ).toHaveLength(2)
  })
})

test('whatever is decided, every touched text has topics whose shares sum to 1, all of them live', () => {
  const ids = ['a', 'b', 'c', 'd']
  const rows = fc.uniqueArray(
    fc.record({ text: fc.integer({ min: 1, max: 6 }), topic: fc.constantFrom(...ids) }),
    {
      selector: ({ text, topic: of }) => `${text} ${of}`,
      minLength: 1,
    },
  )
  const decisions: fc.Arbitrary<Decision> = fc.oneof(
    fc.record({
      kind: fc.constant('merge' as const),
      topicIds: fc.subarray(ids, { minLength: 1 }),
      into: fc.constantFrom(...ids),
    }),
    fc.record({
      kind: fc.constant('place' as const),
      textKeys: fc.subarray(['1', '2', '3'], { minLength: 1 }),
      topicIds: fc.subarray(ids, { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('refuse' as const),
      textKeys: fc.subarray(['1', '2'], { minLength: 1 }),
      topicId: fc.constantFrom(...ids),
    }),
    fc.record({
      kind: fc.constant('split' as const),
      topicId: fc.constantFrom(...ids),
      textKeys: fc.subarray(['1', '2', '3'], { minLength: 1 }),
      name: fc.constant('Ny'),
    }),
  )
  fc.assert(
    fc.property(rows, decisions, (drawn, decision) => {
      const count = (text: number) => drawn.filter((each) => each.text === text).length
      const assigned = drawn.map((each) =>
        row(String(each.text), each.topic, { share: 1 / count(each.text) }),
      )
      const state = given([...ids.map((id) => topic(id, { unexplained: id === 'd' }))], assigned)
      const after = takeDecision(decision, state)
      if (!after.ok) return
      const topics = new Map([...state.topics, ...after.topics.map((each) => [each.topicId, each] as const)])
      for (const key of new Set(after.assigned.map(({ textKey }) => textKey))) {
        const own = after.assigned.filter(({ textKey }) => textKey === key)
        expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
        for (const { topicId } of own) expect(topics.get(topicId)?.state).not.toBe('gone')
      }
    }),
  )
})
