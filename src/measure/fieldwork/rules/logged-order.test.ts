import { expect, test } from 'vitest'
import type { ClockEvent, ClockKind } from '../contract.ts'
import { inLoggedOrder } from './logged-order.ts'

const event = (kind: ClockKind, time: string, typed = false): ClockEvent => ({
  eventId: kind,
  kind,
  at: `2026-11-02T${time}:00.000Z`,
  ...(typed ? { typed } : {}),
})

const kinds = (events: readonly ClockEvent[]) => inLoggedOrder(events).map(({ kind }) => kind)

test('events that overtook one another are put in the order of their times', () => {
  expect(kinds([event('humanReply', '09:02'), event('attemptStarted', '09:00')])).toEqual([
    'attemptStarted',
    'humanReply',
  ])
})

test('a time that was typed afterwards stays where it was logged', () => {
  const found = [
    event('attemptStarted', '09:00'),
    event('gaveUp', '09:06'),
    event('humanReply', '09:03', true),
  ]
  expect(kinds(found)).toEqual(['attemptStarted', 'gaveUp', 'humanReply'])
})
