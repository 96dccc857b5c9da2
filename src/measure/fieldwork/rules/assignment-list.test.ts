import { expect, it, test } from 'vitest'
import { toInstant } from '../../../kernel/zone.ts'
import { groupAssignments, groupOf } from './assignment-list.ts'

const wednesday = toInstant('2026-12-02', '10:00')
const due = (date: string, time = '00:00') => toInstant(date, time).toISOString()

test.each([
  ['one for today', { state: 'assigned', channel: 'phone', date: '2026-12-02' }, 'today'],
  ['one that should have been done', { state: 'assigned', channel: 'phone', date: '2026-11-30' }, 'today'],
  ['one for Friday', { state: 'assigned', channel: 'phone', date: '2026-12-04' }, 'thisWeek'],
  ['one for Monday', { state: 'assigned', channel: 'phone', date: '2026-12-07' }, 'later'],
  ['a form to fill in', { state: 'answered', channel: 'phone', date: '2026-12-01' }, 'today'],
  [
    'a second attempt tomorrow',
    { state: 'attempted', channel: 'phone', date: '2026-12-02', dueAt: due('2026-12-04') },
    'thisWeek',
  ],
  [
    'a second attempt today',
    { state: 'attempted', channel: 'phone', date: '2026-12-01', dueAt: due('2026-12-03') },
    'today',
  ],
  [
    'an e-mail within its deadline',
    { state: 'attempted', channel: 'email', date: '2026-12-01', dueAt: due('2026-12-04') },
    'waiting',
  ],
  [
    'an e-mail past it',
    { state: 'attempted', channel: 'email', date: '2026-11-27', dueAt: due('2026-12-02') },
    'today',
  ],
  ['one that was sent back', { state: 'returned', channel: 'chat', date: '2026-11-20' }, 'returned'],
  ['one that is handed in', { state: 'submitted', channel: 'chat', date: '2026-12-01' }, 'handedIn'],
] as const)('%s', (_name, assignment, group) => {
  expect(groupOf(assignment, wednesday)).toBe(group)
})

it('what was returned comes first, and empty groups are not shown', () => {
  const list = [
    { state: 'assigned', channel: 'phone', date: '2026-12-02' },
    { state: 'returned', channel: 'phone', date: '2026-11-20' },
  ] as const
  expect(groupAssignments(list, wednesday).map(({ group }) => group)).toEqual(['returned', 'today'])
})
