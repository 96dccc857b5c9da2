import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areApart, type Decision, foldDecisions, standing, topicUnder } from './decisions.ts'

type Act = Decision extends infer One ? (One extends Decision ? Omit<One, 'id' | 'sequence'> : never) : never

const list = (...acts: Act[]): Decision[] =>
  acts.map((act, at) => ({ ...act, id: `d${at}`, sequence: at }) as Decision)

const texts = ['t1', 't2', 't3', 't4', 't5']
const topics = ['A', 'B', 'C', 'D']
const text = fc.constantFrom(...texts)
const topic = fc.constantFrom(...topics)

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('confirm' as const), texts: fc.uniqueArray(text, { minLength: 1 }), topic }),
  fc.record({ kind: fc.constant('notTopic' as const), text, topic }),
  fc.record({ kind: fc.constant('merge' as const), topic, into: topic }),
  fc.record({ kind: fc.constant('split' as const), topic, part: topic, texts: fc.uniqueArray(text) }),
  fc.record({ kind: fc.constant('rename' as const), topic, label: fc.string() }),
  fc.record({ kind: fc.constant('park' as const), topic }),
  fc.record({ kind: fc.constant('unpark' as const), topic }),
  fc.record({ kind: fc.constant('place' as const), topic, under: fc.option(topic) }),
)
const acts = fc.array(act, { maxLength: 12 })
/** Where the learner has put each text. */
const base = fc.array(topic, { minLength: texts.length, maxLength: texts.length })

const placed = (decisions: Decision[], found: string[]) => {
  const constraints = foldDecisions(decisions)
  return texts.map((one, at) => topicUnder(constraints, one, found[at]!))
}

test('a text that a person has placed goes with the topic it was placed in', () => {
  const decisions = list(
    { kind: 'confirm', texts: ['t1'], topic: 'A' },
    { kind: 'merge', topic: 'A', into: 'B' },
  )
  expect(placed(decisions, ['C', 'A', 'B', 'C', 'D'])).toEqual(['B', 'B', 'B', 'C', 'D'])
})

test('merge, then split, restores: the constraints when the old topic comes out, the topics when texts are named', () => {
  fc.assert(
    fc.property(acts, base, topic, topic, (before, found, one, into) => {
      const earlier = list(...before)
      const now = placed(earlier, found)
      const { mergedInto } = foldDecisions(earlier)
      fc.pre(one !== into && !mergedInto.has(one) && !mergedInto.has(into))
      const merged = list(...before, { kind: 'merge', topic: one, into })
      const whole = list(
        ...before,
        { kind: 'merge', topic: one, into },
        { kind: 'split', topic: into, part: one, texts: [] },
      )
      expect(foldDecisions(whole)).toEqual(foldDecisions(earlier))
      expect(placed(merged, found).includes(one)).toBe(false)
      const named = texts.filter((_, at) => now[at] === one)
      const split: Act = { kind: 'split', topic: into, part: one, texts: named }
      expect(placed(list(...before, { kind: 'merge', topic: one, into }, split), found)).toEqual(now)
    }),
  )
})

test('undoing any decision leaves what there would be without it; undoing the undo brings it back', () => {
  fc.assert(
    fc.property(acts, fc.nat(), (all, which) => {
      fc.pre(all.length > 0)
      const decisions = list(...all)
      const id = `d${which % all.length}`
      const undo: Decision = { id: 'u', sequence: 100, kind: 'undo', decision: id }
      const redo: Decision = { id: 'r', sequence: 101, kind: 'undo', decision: 'u' }
      expect(foldDecisions([...decisions, undo])).toEqual(
        foldDecisions(decisions.filter((one) => one.id !== id)),
      )
      expect(foldDecisions([...decisions, undo, redo])).toEqual(foldDecisions(decisions))
    }),
  )
})

test('the order in which decisions are handed over changes nothing', () => {
  fc.assert(
    fc.property(acts, fc.nat(), (all, turn) => {
      const decisions = list(...all)
      const at = turn % (all.length + 1)
      const turned = [...decisions.slice(at), ...decisions.slice(0, at)].reverse()
      expect(foldDecisions(turned)).toEqual(foldDecisions(decisions))
      expect(standing(turned)).toEqual(standing(decisions))
    }),
  )
})

test('merges never go round in a circle', () => {
  const decisions = list(
    { kind: 'merge', topic: 'A', into: 'B' },
    { kind: 'merge', topic: 'B', into: 'A' },
    { kind: 'merge', topic: 'B', into: 'C' },
  )
  expect(placed(decisions, ['A', 'B', 'C', 'A', 'D'])).toEqual(['C', 'C', 'C', 'C', 'D'])
})

test('what is split stays apart until it is merged again', () => {
  const split: Act = { kind: 'split', topic: 'A', part: 'B', texts: ['t1'] }
  expect(areApart(foldDecisions(list(split)), 'B', 'A')).toBe(true)
  const merged = foldDecisions(list(split, { kind: 'merge', topic: 'B', into: 'A' }))
  expect(areApart(merged, 'B', 'A')).toBe(false)
})

test('a text that is not about its topic is confirmed in it no longer', () => {
  const constraints = foldDecisions(
    list({ kind: 'confirm', texts: ['t1'], topic: 'A' }, { kind: 'notTopic', text: 't1', topic: 'A' }),
  )
  expect(constraints.confirmed.size).toBe(0)
  expect([...constraints.excluded.get('t1')!]).toEqual(['A'])
})
