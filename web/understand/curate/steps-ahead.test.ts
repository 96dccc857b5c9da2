import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision, StepResult, TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { foresee } from './foresee.ts'
import { type Ahead, StepsAhead } from './steps-ahead.ts'

function line(topicId: string, contacts: number, more: Partial<TopicLine> = {}): TopicLine {
  const counts = { texts: contacts, contacts, confirmed: 1, unsure: 2 }
  const named = { name: topicId, nameGiven: false, state: 'proposed', unexplained: false } as const
  return { topicId, parentId: null, ...named, ...counts, examples: [topicId], ...more }
}

function listOf(...items: TopicLine[]): TopicList {
  const sums = { texts: 100, contacts: 100, unsure: 3, waiting: 0 }
  return { items, ...sums, fit: null, undo: null }
}

const start = listOf(line('a', 40), line('b', 30), line('c', 20), line('d', 10, { parentId: 'c' }))
const made = { newTopicId: 'new' }
const byId = ({ items }: TopicList) => items.toSorted((x, y) => (x.topicId < y.topicId ? -1 : 1))

describe('a step is foreseen', () => {
  test('a merge: one line less, and what was in it is in the other', () => {
    const { items } = foresee(start, { kind: 'merge', topicIds: ['b', 'c'], into: 'a' }, made)
    expect(
      items.map(({ topicId, contacts, parentId, state }) => [topicId, contacts, parentId, state]),
    ).toEqual([
      ['a', 90, null, 'confirmed'],
      ['d', 10, 'a', 'proposed'],
    ])
  })
  test('a name, a state and a place in the tree', () => {
    expect(foresee(start, { kind: 'rename', topicId: 'b', name: 'Regning' }, made).items[1]).toMatchObject({
      name: 'Regning',
      nameGiven: true,
    })
    expect(foresee(start, { kind: 'park', topicIds: ['b'] }, made).items[1]!.state).toBe('parked')
    expect(foresee(start, { kind: 'move', topicIds: ['b'], parentId: 'a' }, made).items[1]!.parentId).toBe(
      'a',
    )
  })
  test('a new topic, and the part that leaves an old one', () => {
    expect(foresee(start, { kind: 'create', name: 'Ny', parentId: null }, made).items.at(-1)).toMatchObject({
      name: 'Ny',
      contacts: 0,
      state: 'confirmed',
    })
    const split = { kind: 'split' as const, topicId: 'a', textKeys: ['x', 'y'], name: 'Del' }
    const { items } = foresee(start, split, { ...made, part: { contacts: 5, examples: ['x'] } })
    expect(items.map(({ name, texts, contacts }) => [name, texts, contacts])).toEqual([
      ['a', 38, 35],
      ['b', 30, 30],
      ['c', 20, 20],
      ['d', 10, 10],
      ['Del', 2, 5],
    ])
    const all = { ...split, textKeys: Array.from({ length: 40 }, (_, at) => String(at)) }
    expect(foresee(start, all, { ...made, part: { contacts: 40, examples: [] } })).toBe(start)
    expect(foresee(start, split, made)).toBe(start)
  })
  test('what will be refused, and what only the server can tell, changes nothing', () => {
    expect(foresee(start, { kind: 'merge', topicIds: ['gone'], into: 'a' }, made)).toBe(start)
    expect(foresee(start, { kind: 'move', topicIds: ['c'], parentId: 'a' }, made)).toBe(start)
    expect(foresee(start, { kind: 'place', textKeys: ['x'], topicIds: ['a'] }, made)).toBe(start)
  })
})

/** A server whose topics share no text: what it answers is what was foreseen. */
class Server {
  list = start
  readonly #done: { readonly decision: number; readonly before: TopicList }[] = []

  decide(decision: Decision): StepResult | undefined {
    const after = foresee(this.list, decision, made)
    if (after === this.list) return undefined
    const number = this.#done.length + 1
    this.#done.push({ decision: number, before: this.list })
    return this.#answer({ ...after, undo: { decision: number, kind: decision.kind } })
  }

  undo(): StepResult | undefined {
    const last = this.#done.pop()
    return last && this.#answer(last.before)
  }

  #answer(after: TopicList): StepResult {
    const ids = new Set(after.items.map(({ topicId }) => topicId))
    const gone = this.list.items.flatMap(({ topicId }) => (ids.has(topicId) ? [] : [topicId]))
    this.list = after
    const { items: changed, unsure, undo } = after
    return { decision: 1, changed, gone, unsure, undo, made: null, left: 0 }
  }
}

const ids = ['a', 'b', 'c', 'd'] as const
const topic = fc.constantFrom(...ids)
const step: fc.Arbitrary<Decision | 'undo'> = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), topicIds: fc.tuple(topic), into: topic }),
  fc.record({ kind: fc.constant('rename' as const), topicId: topic, name: fc.constantFrom('x', 'y') }),
  fc.record({ kind: fc.constantFrom('confirm' as const, 'park' as const), topicIds: fc.tuple(topic) }),
  fc.record({ kind: fc.constant('move' as const), topicIds: fc.tuple(topic), parentId: topic }),
  fc.constant('undo' as const),
)

describe('steps on their way', () => {
  test('however keys and answers mix, the screen shows at once what the server will have', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat({ max: 3 })), { maxLength: 12 }), (pressed) => {
        const [server, ahead, steps] = [new Server(), new Server(), new StepsAhead()]
        let shown: TopicList = start
        const waiting: { readonly ahead: Ahead; readonly step: Decision | 'undo' }[] = []
        const ask = (of: Server, one: Decision | 'undo') => (one === 'undo' ? of.undo() : of.decide(one))
        const answerOne = () => {
          const next = waiting.shift()
          if (!next) return
          steps.end(next.ahead, ask(server, next.step))
          shown = steps.shown()!
        }
        for (const [one, answers] of pressed) {
          // A step that will be refused is told of when its answer comes: nothing may be pressed upon it here.
          if (ask(ahead, one) === undefined) continue
          waiting.push({ ahead: one === 'undo' ? steps.undo(shown) : steps.decide(shown, one), step: one })
          shown = steps.shown()!
          expect(byId(shown)).toEqual(byId(ahead.list))
          for (let count = 0; count < answers; count++) answerOne()
          expect(byId(shown)).toEqual(byId(ahead.list))
        }
        while (waiting.length > 0) answerOne()
        expect(byId(shown)).toEqual(byId(server.list))
      }),
      { numRuns: 400 },
    )
  })

  test('two new topics on their way are two, and each stays itself while the other is answered', () => {
    const steps = new StepsAhead()
    const first = steps.decide(start, { kind: 'create', name: 'Ny', parentId: null })
    steps.decide(steps.shown()!, { kind: 'merge', topicIds: ['b'], into: 'a' })
    steps.decide(steps.shown()!, { kind: 'create', name: 'Enda en', parentId: null })
    const idOf = (name: string) => steps.shown()!.items.find((one) => one.name === name)!.topicId
    const second = idOf('Enda en')
    expect(second).not.toBe(idOf('Ny'))
    const answered = { changed: [line('real', 0, { name: 'Ny' })], gone: [], unsure: 3, undo: null }
    steps.end(first, { decision: 1, made: 'real', left: 0, ...answered })
    expect([idOf('Ny'), idOf('Enda en')]).toEqual(['real', second])
  })

  test('a step that is refused leaves the screen, and what was pressed after it stays', () => {
    const steps = new StepsAhead()
    const merge = steps.decide(start, { kind: 'merge', topicIds: ['b'], into: 'a' })
    const named = steps.decide(steps.shown()!, { kind: 'rename', topicId: 'c', name: 'Ny' })
    expect(steps.shown()!.items.map(({ name }) => name)).toEqual(['a', 'Ny', 'd'])
    steps.end(merge)
    expect(steps.shown()!.items.map(({ name }) => name)).toEqual(['a', 'b', 'Ny', 'd'])
    steps.end(named)
    expect(steps.shown()).toEqual(start)
    const undo = steps.undo(start)
    expect(steps.shown()).toEqual(start)
    steps.end(undo)
    expect(steps.toUndo()).toBeNull()
  })
})
