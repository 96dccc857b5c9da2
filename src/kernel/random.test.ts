import { describe, expect, it } from 'vitest'
import { newId } from './ids.ts'
import { randomInteger, seededRandom, shuffled } from './random.ts'

describe('seeded random numbers', () => {
  it('give the same stream for the same seed, another for another', () => {
    const take = (seed: number | string) => Array.from({ length: 5 }, seededRandom(seed))
    expect(take('edition 2027')).toEqual(take('edition 2027'))
    expect(take(1)).not.toEqual(take(2))
  })

  it('are spread evenly: chi-square over 100 bins of 100,000 draws stays under its 99.9 % point', () => {
    const random = seededRandom(7)
    const counts = new Array<number>(100).fill(0)
    for (let draw = 0; draw < 100_000; draw++) counts[randomInteger(random, 100)]! += 1
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquare).toBeLessThan(148.2)
  })

  it('shuffle without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, index) => index)
    const mixed = shuffled(list, seededRandom(3))
    expect(mixed).not.toEqual(list)
    expect(mixed.toSorted((a, b) => a - b)).toEqual(list)
  })
})

describe('identifiers', () => {
  it('are UUIDs of version 7 that sort by the time they were made', () => {
    const early = newId(Date.UTC(2026, 0))
    const late = newId(Date.UTC(2026, 1))
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(early < late).toBe(true)
  })
})
