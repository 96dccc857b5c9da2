import { expect, test } from 'vitest'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { filterQueue, neighbours } from './queue-filter.ts'

const item = (contactId: string, more: Partial<QueueItem>): QueueItem => ({
  contactId,
  number: 1,
  participant: 'Fjordlinja',
  participantId: 'p1',
  channel: 'phone',
  observer: 'Aud',
  observerId: 'o1',
  state: 'submitted',
  answered: true,
  version: 1,
  submittedAt: '2026-12-01T10:00:00.000Z',
  findings: [],
  comments: [],
  ...more,
})
const queue = [
  item('a', {}),
  item('b', { channel: 'email', findings: ['tooFast'] }),
  item('c', { observerId: 'o2', findings: ['otherDay'] }),
]
const ids = (items: readonly QueueItem[]) => items.map(({ contactId }) => contactId)

test('every filter must fit; without any the whole queue is shown', () => {
  expect(ids(filterQueue(queue, {}))).toEqual(['a', 'b', 'c'])
  expect(ids(filterQueue(queue, { finding: 'any' }))).toEqual(['b', 'c'])
  expect(ids(filterQueue(queue, { finding: 'any', observer: 'o2' }))).toEqual(['c'])
  expect(ids(filterQueue(queue, { channel: 'email', finding: 'otherDay' }))).toEqual([])
})

test('the neighbours of the open one; a decided one leads to the first', () => {
  expect(neighbours(queue, 'b').previous?.contactId).toBe('a')
  expect(neighbours(queue, 'b').next?.contactId).toBe('c')
  expect(neighbours(queue, 'c').next).toBeUndefined()
  expect(neighbours(queue, 'gone').next?.contactId).toBe('a')
})
