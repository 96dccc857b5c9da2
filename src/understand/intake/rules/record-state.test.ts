import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EnquiryRecord } from './record.ts'
import { recordContent, recordState } from './record-state.ts'

const state = (record: Partial<EnquiryRecord>, hash = '0') => recordState({ sourceId: 'a', ...record }, hash)

test('the worked example', () => {
  expect(recordState({ sourceId: 'a', text: 'Hei' }, 'f00d')).toBe('02 0 00000000 0000003 f00d')
})

test('more told is later, then resolved, then more handling, then more text', () => {
  const states = [
    state({ resolved: false }),
    state({ text: 'Hei' }),
    state({ text: 'Hei igjen' }),
    state({ handleSeconds: 30 }),
    state({ handleSeconds: 120 }),
    state({ resolved: true }),
    state({ resolved: false, handleSeconds: 10 }),
  ]
  expect([...states].sort()).toEqual(states)
})

const records = fc.record(
  {
    text: fc.string({ maxLength: 30 }),
    handleSeconds: fc.integer({ min: 0, max: 1e12 }),
    resolved: fc.boolean(),
    queue: fc.string({ maxLength: 5 }),
  },
  { requiredKeys: [] },
)

test('whatever order the states come in, the same one is the greatest', () => {
  fc.assert(
    fc.property(
      fc.array(records, { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(fc.nat()),
      (met, order) => {
        const states = met.map((record) => state(record, recordContent({ sourceId: 'a', ...record })))
        const last = (all: readonly string[]) => [...all].sort().at(-1)
        const shuffled = states
          .map((value) => ({ value, at: order.next().value }))
          .sort((one, other) => one.at - other.at)
          .map(({ value }) => value)
        expect(last(shuffled)).toBe(last(states))
      },
    ),
  )
})

test('the content of a record does not depend on the order of its fields, and absent is absent', () => {
  expect(recordContent({ sourceId: 'a', text: 'x' })).toBe(recordContent({ text: 'x', sourceId: 'a' }))
  expect(recordContent({ sourceId: 'a' })).not.toBe(recordContent({ sourceId: 'a', text: '' }))
})
