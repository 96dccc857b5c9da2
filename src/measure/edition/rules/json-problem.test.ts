import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonProblem } from './json-problem.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": oops}', 1, 7, 'oops}'],
    ['{\n  "a": 1,\n  b: 2\n}', 3, 3, 'b: 2'],
    ['[1, 2,]', 1, 7, ']'],
    ['{"a": 1]', 1, 8, ']'],
    ['{"a": "line\nbreak"}', 1, 7, '"line'],
    ['', 1, 1, ''],
    ['{"a": 1', 1, 8, ''],
    ['{} {}', 1, 4, '{}'],
  ])('%j: line %i, column %i', (text, line, column, found) => {
    expect(jsonProblem(text)).toEqual({ line, column, found })
  })

  it('finds nothing in what is JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), (text, indent) => {
        expect(jsonProblem(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined()
      }),
    )
  })

  it('agrees with the platform about what is JSON, one damaged place at a time', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', '0', ':'),
        (text, at, piece) => {
          const place = at % (text.length + 1)
          const damaged = text.slice(0, place) + piece + text.slice(place + 1)
          expect(jsonProblem(damaged) === undefined).toBe(isJson(damaged))
        },
      ),
      { numRuns: 500 },
    )
  })
})
