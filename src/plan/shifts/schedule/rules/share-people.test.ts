import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharePeople } from './share-people.ts'
import { workSpans } from './work-spans.ts'

const open = [{ from: 0, to: 60 }]
const queues = [
  { queueId: 'phone', skill: 'phone', open },
  { queueId: 'chat', skill: 'chat', open },
]
const needs: Readonly<Record<string, number>> = { phone: 3, chat: 1 }
const base = { queues, from: 0, to: 60, stepMinutes: 15, need: (queueId: string) => needs[queueId]! }
const person = (...skills: string[]) => ({ from: 0, to: 60, skills })

describe('people with several skills', () => {
  test('count once, shared by need', () => {
    const { people } = sharePeople({ ...base, spans: [person('phone', 'chat'), person('phone', 'chat')] })
    expect(people.get('phone')![0]).toBeCloseTo(1.5)
    expect(people.get('chat')![0]).toBeCloseTo(0.5)
  })

  test('go where the others cannot: three on the phone leave the fourth for chat', () => {
    const spans = [person('phone'), person('phone'), person('phone'), person('phone', 'chat')]
    const { people } = sharePeople({ ...base, spans })
    expect(people.get('phone')![0]).toBeCloseTo(3, 2)
    expect(people.get('chat')![0]).toBeCloseTo(1, 2)
  })

  test('serve only what is open', () => {
    const closed = [queues[0]!, { ...queues[1]!, open: [] }]
    const { people } = sharePeople({ ...base, queues: closed, spans: [person('phone', 'chat')] })
    expect(people.get('phone')![0]).toBe(1)
    expect(people.get('chat')![0]).toBe(0)
  })

  test('add up to as many as there are, whatever they can and whatever is needed', () => {
    const spans = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 30 }),
        to: fc.integer({ min: 31, max: 60 }),
        skills: fc.subarray(['phone', 'chat'], { minLength: 1 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(spans, fc.float({ min: 0, max: 9, noNaN: true }), (given, need) => {
        const { people, steps } = sharePeople({ ...base, spans: given, need: () => need })
        for (let step = 0; step < steps; step++) {
          const here = given.reduce(
            (sum, { from, to }) =>
              sum + Math.max(0, Math.min(to, step * 15 + 15) - Math.max(from, step * 15)) / 15,
            0,
          )
          const shared = people.get('phone')![step]! + people.get('chat')![step]!
          expect(shared).toBeCloseTo(here, 6)
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('work is a shift without its breaks and without absence', () => {
  const shift = { from: 480, to: 960, breaks: [{ from: 660, to: 690 }] }
  expect(workSpans(shift, [{ from: 900, to: 2000 }])).toEqual([
    { from: 480, to: 660 },
    { from: 690, to: 900 },
  ])
})
