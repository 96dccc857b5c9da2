import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuseUnstorable } from './plain-input.ts'

test('a NUL character is refused by its path', () => {
  expect(() => refuseUnstorable({ rows: [{ name: 'a\0b' }] })).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      issues: [{ code: 'null-character', path: 'rows.0.name' }],
    }),
  )
})

test('half of a character outside the basic plane is refused by its path', () => {
  expect(() => refuseUnstorable({ name: 'a\ud83d' })).toThrow(
    expect.objectContaining({ issues: [{ code: 'half-character', path: 'name' }] }),
  )
  expect(() => refuseUnstorable({ name: 'a\ud83d\udca9' })).not.toThrow()
})

test('nesting without end is refused, and does not exhaust the stack', () => {
  let deep: unknown = 'x'
  for (let level = 0; level < 200_000; level++) deep = [deep]
  expect(() => refuseUnstorable(deep)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
})

test('whatever JSON can say without NUL passes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      fc.pre(!JSON.stringify(value).includes('\\u0000'))
      expect(() => refuseUnstorable(value)).not.toThrow()
    }),
  )
})
