import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelOrder } from './channel-order.ts'

test('two of one channel and one of another take turns', () => {
  expect(channelOrder([2, 1], [0.5, 0.5], 0)).toEqual([0, 1, 0])
})

const phase = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const circles = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 }),
  phases: fc.array(phase, { minLength: 4, maxLength: 4 }),
  turn: phase,
})

test('every channel comes as often as it is counted', () => {
  fc.assert(
    fc.property(circles, ({ counts, phases, turn }) => {
      const order = channelOrder(counts, phases, turn)
      expect(counts.map((_, channel) => order.filter((other) => other === channel).length)).toEqual(counts)
    }),
  )
})

test('around the circle no channel stays away much longer than its even distance', () => {
  fc.assert(
    fc.property(circles, ({ counts, phases, turn }) => {
      const order = channelOrder(counts, phases, turn)
      counts.forEach((count, channel) => {
        const places = order.flatMap((other, place) => (other === channel ? [place] : []))
        places.forEach((place, index) => {
          const next = index + 1 < places.length ? places[index + 1]! : places[0]! + order.length
          expect(next - place).toBeLessThanOrEqual(Math.ceil(order.length / count) + counts.length)
        })
      })
    }),
  )
})
