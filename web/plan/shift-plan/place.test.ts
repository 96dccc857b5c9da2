import { expect, test } from 'vitest'
import { newShift } from '../../../src/plan/shifts/rules/hand/hand-edit.ts'
import { localDays, minuteAt } from '../../../src/plan/shifts/rules/local-days.ts'
import { actOf, directionOf, shiftByKey } from './grid-keys.ts'
import { firstOpen, lanesOf, placeBeside } from './place.ts'

const days = localDays('2027-03-01', '2027-03-07')
const shift = (id: string, agentId: string, date: string, from = '08:00', to = '16:00') =>
  newShift(id, { agentId, from: minuteAt(date, from), to: minuteAt(date, to) })
const rows = [
  { agentId: '', shifts: [] },
  { agentId: 'a', shifts: [shift('1', 'a', '2027-03-01'), shift('2', 'a', '2027-03-01', '18:00', '21:00')] },
  { agentId: 'b', shifts: [shift('3', 'b', '2027-03-02')] },
]
const go = { rows, days }
const key = (name: string, more = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
})

test('arrows walk over shifts and empty days, and stay at the edge', () => {
  const first = { agentId: 'a', date: '2027-03-01', shiftId: '1' }
  expect(placeBeside(first, 'right', go)).toMatchObject({ shiftId: '2' })
  expect(placeBeside({ ...first, shiftId: '2' }, 'right', go)).toMatchObject({
    date: '2027-03-02',
    shiftId: null,
  })
  expect(placeBeside(first, 'left', go)).toEqual(first)
  expect(placeBeside({ agentId: 'a', date: '2027-03-02', shiftId: null }, 'down', go)).toEqual({
    agentId: 'b',
    date: '2027-03-02',
    shiftId: '3',
  })
  expect(placeBeside(first, 'pageUp', go)).toMatchObject({ agentId: '', shiftId: null })
})

test('keys move, stretch and give; letters with a modifier are the browser’s', () => {
  const one = rows[1]!.shifts[0]!
  const neighbour = (step: number) => (step > 0 ? 'b' : null)
  expect(shiftByKey(one, key('ArrowRight', { shiftKey: true }), neighbour)).toMatchObject({
    from: one.from + 15,
  })
  expect(shiftByKey(one, key('ArrowLeft', { altKey: true }), neighbour)).toMatchObject({ to: one.to - 15 })
  expect(shiftByKey(one, key('ArrowDown', { shiftKey: true }), neighbour)).toMatchObject({ agentId: 'b' })
  expect(shiftByKey(one, key('ArrowUp', { shiftKey: true }), neighbour)).toMatchObject({ agentId: null })
  expect(shiftByKey(one, key('ArrowUp', { shiftKey: true }), () => undefined)).toBeUndefined()
  expect(directionOf(key('ArrowUp', { shiftKey: true }))).toBeUndefined()
  expect([actOf(key('z', { ctrlKey: true })), actOf(key('n', { ctrlKey: true })), actOf(key('n'))]).toEqual([
    'undo',
    undefined,
    'new',
  ])
})

test('shifts that overlap lie in lanes of their own, others share one', () => {
  const { laneOf, lanes } = lanesOf([
    shift('1', '', '2027-03-01'),
    shift('2', '', '2027-03-01', '09:00', '17:00'),
    shift('3', '', '2027-03-01', '16:00', '20:00'),
  ])
  expect([lanes, laneOf.get('1'), laneOf.get('2'), laneOf.get('3')]).toEqual([2, 0, 1, 0])
})

test('of many open shifts those that a person has placed come first, and the one stood on is there', () => {
  const open = ['1', '2', '3', '4'].map((id) => ({
    ...shift(id, '', '2027-03-01'),
    agentId: null,
    fixed: id === '3',
  }))
  const shown = firstOpen(open, { days, most: 2, keep: '4' })
  expect(shown.map(({ id }) => id)).toEqual(['3', '1', '4'])
})
