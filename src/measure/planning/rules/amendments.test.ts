import { expect, test } from 'vitest'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { amend, amendedMethod } from './amendments.ts'

const none = { newcomers: [], today: '2027-01-20' }

test('a pause closes its days, beside the method’s own', () => {
  const amendments = amend({}, { pause: { from: '2027-02-01', to: '2027-02-03' } }, none)
  expect(amendedMethod(referenceMethod, amendments).calendar.closedDays).toEqual([
    '2026-12-24',
    '2026-12-31',
    '2027-02-01',
    '2027-02-02',
    '2027-02-03',
  ])
})

test('days can be opened again, but not those that the method closes', () => {
  const closed = amend({}, { pause: { from: '2027-02-01', to: '2027-02-02' } }, none)
  const open = amend(closed, { reopen: ['2027-02-01', '2026-12-24'] }, none)
  expect(amendedMethod(referenceMethod, open).calendar.closedDays).toEqual([
    '2026-12-24',
    '2026-12-31',
    '2027-02-02',
  ])
})

test('earlier amendments stay, and newcomers start the day after', () => {
  const first = amend({}, { weeks: 20 }, { newcomers: ['a'], today: '2027-01-20' })
  const second = amend(first, {}, { newcomers: ['b'], today: '2027-02-01' })
  expect(second).toMatchObject({ weeks: 20, joined: { a: '2027-01-21', b: '2027-02-02' } })
})

test('without amendments the method is as it was', () => {
  expect(amendedMethod(referenceMethod, {})).toEqual(referenceMethod)
})
