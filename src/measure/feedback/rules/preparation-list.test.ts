import { expect, test } from 'vitest'
import { inOrderOfDay, lineOf, listFor } from './preparation-list.ts'

const editions = [
  { editionId: '2028', copiedFrom: '2027' },
  { editionId: '2027', copiedFrom: '2026' },
  { editionId: '2026', copiedFrom: null },
  { editionId: 'other', copiedFrom: null },
]
const item = (editionId: string, state: 'open' | 'done', settledIn: string | null = null) => ({
  editionId,
  state,
  settledIn,
})

test('what is open follows into every copy, and what is settled stays where it was settled', () => {
  const open = item('2026', 'open')
  const settledNext = item('2026', 'done', '2027')
  const elsewhere = item('other', 'open')
  const items = [open, settledNext, elsewhere]
  expect(listFor('2026', editions, items)).toEqual([open, settledNext])
  expect(listFor('2027', editions, items)).toEqual([open, settledNext])
  expect(listFor('2028', editions, items)).toEqual([open])
  expect(listFor('other', editions, items)).toEqual([elsewhere])
})

test('the line of copies ends, also when it bites its tail', () => {
  expect(lineOf('2028', editions)).toEqual(['2028', '2027', '2026'])
  expect(
    lineOf('a', [
      { editionId: 'a', copiedFrom: 'b' },
      { editionId: 'b', copiedFrom: 'a' },
    ]),
  ).toEqual(['a', 'b'])
})

test('open ones come first by their day, those without a day after them', () => {
  const of = (state: 'open' | 'done', dueOn: string | null) => ({ state, dueOn, createdAt: '2026-01-01' })
  const list = [
    of('done', '2026-01-01'),
    of('open', null),
    of('open', '2026-05-01'),
    of('open', '2026-04-01'),
  ]
  expect(inOrderOfDay(list)).toEqual([list[3], list[2], list[1], list[0]])
})
