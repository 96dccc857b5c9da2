import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heapOf, popLowest, push } from './heap.ts'

/** Without −0, which is no lower than 0 and yet not the same to a test. */
const anyKey = fc.double({ noNaN: true, noDefaultInfinity: true }).map((key) => key + 0)

test('items come out by their keys, also after some were put back with others', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { minLength: 1 }), (keys) => {
      const heap = heapOf([...keys.keys()], (item) => keys[item]!)
      const first = popLowest(heap)!
      expect(first.key).toBe(Math.min(...keys))
      push(heap, first.item, first.key + 1)
      const rest: number[] = []
      for (let next = popLowest(heap); next; next = popLowest(heap)) rest.push(next.key)
      expect(rest).toEqual(keys.with(first.item, first.key + 1).toSorted((a, b) => a - b))
    }),
  )
})
