import { expect, test } from 'vitest'
import { leavesNoAdmin, type Role } from './roles.ts'

const person = (personId: string, roles: readonly Role[], active = true) => ({ personId, roles, active })

test('the only admin cannot stop being one', () => {
  expect(leavesNoAdmin([person('a', ['admin'])], person('a', []))).toBe(true)
})

test('the only admin cannot be made inactive', () => {
  expect(leavesNoAdmin([person('a', ['admin']), person('b', ['agent'])], person('a', ['admin'], false))).toBe(
    true,
  )
})

test('an inactive second admin does not count', () => {
  expect(leavesNoAdmin([person('a', ['admin']), person('b', ['admin'], false)], person('a', []))).toBe(true)
})

test('one of two admins may step down', () => {
  expect(leavesNoAdmin([person('a', ['admin']), person('b', ['admin'])], person('a', []))).toBe(false)
})

test('a change of somebody else is never refused', () => {
  expect(leavesNoAdmin([person('a', ['admin']), person('b', ['agent'])], person('b', []))).toBe(false)
})
