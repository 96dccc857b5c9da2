import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortSpans } from './short-spans.ts'

const cell = (from: number, needed: number, now: number, after: number) => ({ from, needed, now, after })

test('neighbouring intervals are one stretch, with the most that is missing', () => {
  const cells = [cell(0, 5, 5, 4), cell(15, 6, 5, 4), cell(30, 4, 5, 4), cell(45, 5, 5, 4)]
  expect(shortSpans(cells, 15)).toEqual([
    { from: 0, to: 30, missing: 2, missingNow: 1 },
    { from: 45, to: 60, missing: 1, missingNow: 0 },
  ])
})

test('what is short already, and no shorter by the change, is not the change’s doing', () => {
  const cells = [cell(0, 5, 3, 3), cell(15, 5, 3, 2.8)]
  expect(shortSpans(cells, 15)).toEqual([])
  expect(shortSpans(cells, 15, { all: true })).toEqual([{ from: 0, to: 30, missing: 2, missingNow: 2 }])
})

test('stretches are in order, apart, and short of at least one', () => {
  const people = fc.double({ min: 0, max: 20, noNaN: true })
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), people, people), { maxLength: 40 })
  fc.assert(
    fc.property(rows, (all) => {
      const spans = shortSpans(
        all.map(([needed, now, after], at) => cell(at * 15, needed, now, after)),
        15,
      )
      for (const [at, span] of spans.entries()) {
        expect(span.missing).toBeGreaterThan(0)
        expect(span.from).toBeGreaterThan(spans[at - 1]?.to ?? -1)
      }
    }),
  )
})
