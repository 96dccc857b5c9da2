import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeNext } from './next.ts'

test('after signing in one comes back to the page that was asked for', () => {
  expect(safeNext('/measure?class=bank')).toBe('/measure?class=bank')
})

test.each(['//evil.no', '/\\evil.no', 'https://evil.no', 'javascript:alert(1)', '', undefined, 7])(
  'another site, %j, is never followed',
  (next) => {
    expect(safeNext(next)).toBe('/')
  },
)

test('whatever stands in the address, the way stays on this site', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const next = safeNext(`/${text}`)
      expect(new URL(next, 'https://here.invalid').origin).toBe('https://here.invalid')
    }),
  )
})
