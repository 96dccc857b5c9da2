import { expect, test } from 'vitest'
import { inOrderOfNeed, isWaiting, stepOf } from './feedback-state.ts'

const fresh = { state: 'received', wantsReply: true, replied: false } as const

test('what wanted a reply cannot be closed without one', () => {
  expect(stepOf(fresh, 'closed')).toEqual({ ok: false, why: 'reply-first' })
  expect(stepOf({ ...fresh, state: 'carried' }, 'closed')).toEqual({ ok: false, why: 'reply-first' })
  expect(stepOf({ ...fresh, state: 'answered', replied: true }, 'closed')).toEqual({
    ok: true,
    state: 'closed',
  })
  expect(stepOf({ ...fresh, wantsReply: false }, 'closed')).toEqual({ ok: true, state: 'closed' })
})

test('a reply answers it, and leaves what has been carried over where it is', () => {
  expect(stepOf(fresh, 'reply')).toEqual({ ok: true, state: 'answered' })
  expect(stepOf({ ...fresh, state: 'carried' }, 'reply')).toEqual({ ok: true, state: 'carried' })
})

test('nothing is carried over twice, and nothing follows a closed one', () => {
  expect(stepOf({ ...fresh, state: 'carried' }, 'carried')).toEqual({ ok: false, why: 'conflict' })
  for (const kind of ['reply', 'carried', 'closed'] as const)
    expect(stepOf({ ...fresh, state: 'closed' }, kind)).toEqual({ ok: false, why: 'feedback-closed' })
})

test('what waits for a reply comes first, the oldest at the top', () => {
  const items = [
    { id: 'done', state: 'closed', wantsReply: false, replied: true, receivedAt: '2026-03-09' },
    { id: 'unread', state: 'received', wantsReply: false, replied: false, receivedAt: '2026-03-01' },
    { id: 'late', ...fresh, receivedAt: '2026-03-02' },
    { id: 'carried', ...fresh, state: 'carried', receivedAt: '2026-03-01' },
  ] as const
  expect(inOrderOfNeed(items).map(({ id }) => id)).toEqual(['carried', 'late', 'unread', 'done'])
  expect(isWaiting({ ...fresh, state: 'closed' })).toBe(false)
})
