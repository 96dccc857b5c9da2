import { expect, test } from 'vitest'
import { type TallyPress, withoutSent } from './tally-queue.ts'

const press = (pressId: string, undone = false): TallyPress => ({ pressId, reason: 'Pris', at: '', undone })

test('what has arrived leaves the queue, what came meanwhile stays', () => {
  expect(withoutSent([press('a'), press('b'), press('c')], [press('a'), press('b')])).toEqual([press('c')])
})

test('a press that was taken back while it was on its way is still to be sent', () => {
  expect(withoutSent([press('a'), press('a', true)], [press('a')])).toEqual([press('a', true)])
})
