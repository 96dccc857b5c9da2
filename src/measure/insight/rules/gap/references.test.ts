import { expect, test } from 'vitest'
import { chooseReferences, type Standing } from './references.ts'

const standing = (participantId: string, total: number, className = 'A'): Standing => ({
  participantId,
  class: className,
  total,
})
const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, at) => standing(id, 90 - at))
const edition = [...seven, standing('x', 95, 'B'), standing('y', 50, 'B')]
const all = { mayName: () => true, maySeeClass: true }
type Seeing = Parameters<typeof chooseReferences>[2]
const of = (id: string, seeing: Seeing = all, standings: readonly Standing[] = edition) =>
  Object.fromEntries(
    chooseReferences(standings, id, seeing).map(({ reference, members }) => [reference, members.join('')]),
  )

test('the class winner, the best of the edition, the better half of the others, the class and the edition', () => {
  expect(of('g')).toEqual({ winner: 'a', best: 'x', half: 'abc', class: 'abcdefg', edition: 'abcdefgxy' })
})

test('the winner has no gap to itself, nor the best to the edition', () => {
  expect(Object.keys(of('a'))).toEqual(['best', 'half', 'class', 'edition'])
  expect(Object.keys(of('x'))).toEqual(['class', 'edition'])
})

test('equal ones at the top are one reference together', () => {
  expect(of('c', all, [standing('a', 90), standing('b', 90), standing('c', 80)]).winner).toBe('ab')
})

test('a participant sees only those that it may name, and no half that would tell one of them', () => {
  expect(Object.keys(of('g', { mayName: (id) => id === 'a', maySeeClass: true }))).toEqual([
    'winner',
    'half',
    'class',
    'edition',
  ])
  expect(Object.keys(of('g', { mayName: () => false, maySeeClass: false }))).toEqual(['edition'])
  expect(of('f', all, seven.slice(0, 6)).half).toBeUndefined()
})
