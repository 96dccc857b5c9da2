import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EditionMethod } from '../../../../src/measure/edition/contract.ts'
import {
  bandsAreNotEmpty,
  bandsCoverEveryScore,
} from '../../../../src/measure/edition/rules/invariants/bands.ts'
import { referenceMethod } from '../../../../src/measure/edition/rules/reference/reference-method.ts'
import { canSplit, removeBand, setBelow, setFrom, splitBand } from './band-edits.ts'

const name = { nb: 'Ny', nn: 'Ny', en: 'New' }
const issues = (method: EditionMethod) => [...bandsCoverEveryScore(method), ...bandsAreNotEmpty(method)]

function withBands(...edges: readonly (readonly [from: number, below?: number])[]): EditionMethod {
  const bands = edges.map(([from, below], index) => ({
    id: `b${index}`,
    name,
    from,
    ...(below === undefined ? {} : { below }),
  }))
  return { ...structuredClone(referenceMethod), bands }
}
const edgesOf = ({ bands }: EditionMethod) => bands.map(({ from, below }) => [from, below])

describe('an edge that two bands share', () => {
  it('is moved for both', () => {
    const method = withBands([80], [70, 80], [0, 70])
    setFrom(method, 0, 75)
    expect(edgesOf(method)).toEqual([
      [75, undefined],
      [70, 75],
      [0, 70],
    ])
    setBelow(method, 2, 60)
    expect(edgesOf(method)).toEqual([
      [75, undefined],
      [60, 75],
      [0, 60],
    ])
  })

  it('follows each digit as it is typed, also past another edge on the way', () => {
    const method = withBands([0, 70], [70, 80], [80])
    for (const typed of [7, 70, 7, 75]) setFrom(method, 2, typed)
    expect(edgesOf(method)).toEqual([
      [0, 70],
      [70, 75],
      [75, undefined],
    ])
  })
})

describe('a band that is cut in two', () => {
  it('keeps the upper half, and the new one stands beside it on the lower side', () => {
    const falling = withBands([80], [0, 80])
    splitBand(falling, 0, name)
    expect(edgesOf(falling)).toEqual([
      [90, undefined],
      [80, 90],
      [0, 80],
    ])
    const rising = withBands([0, 80], [80])
    splitBand(rising, 1, name)
    expect(edgesOf(rising)).toEqual([
      [0, 80],
      [80, 90],
      [90, undefined],
    ])
  })

  it('must have room: the band of 100 alone cannot be cut', () => {
    expect(referenceMethod.bands.filter(canSplit).map(({ from }) => from)).not.toContain(100)
  })
})

it('a band that is removed leaves its scores to the one below, the lowest to the one above', () => {
  const method = withBands([80], [70, 80], [0, 70])
  removeBand(method, 0)
  expect(edgesOf(method)).toEqual([
    [70, undefined],
    [0, 70],
  ])
  removeBand(method, 1)
  expect(edgesOf(method)).toEqual([[0, undefined]])
})

it('whatever is cut and removed, every score falls in exactly one band', () => {
  const step = fc.record({ cut: fc.boolean(), at: fc.nat(20) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const method = structuredClone(referenceMethod)
      for (const { cut, at } of steps) {
        const place = at % method.bands.length
        if (cut) splitBand(method, place, name)
        else removeBand(method, place)
      }
      expect(issues(method)).toEqual([])
      expect(new Set(method.bands.map(({ id }) => id)).size).toBe(method.bands.length)
    }),
  )
})
