import { expect, test } from 'vitest'
import { readChanges } from './read-changes.ts'

function form(values: Readonly<Record<string, string>>): FormData {
  const fields = new FormData()
  for (const [name, value] of Object.entries(values)) fields.set(name, value)
  return fields
}

test('an untouched form asks for nothing', () => {
  expect(readChanges(form({ from: '', to: '', weeks: '18' }), 18)).toEqual({ ok: true, changes: {} })
})

test('a pause, another length and the overdue ones', () => {
  const fields = form({ from: '2027-02-01', to: '2027-02-12', weeks: '20', overdue: 'yes' })
  expect(readChanges(fields, 18)).toEqual({
    ok: true,
    changes: { pause: { from: '2027-02-01', to: '2027-02-12' }, weeks: 20, overdue: true },
  })
})

test('half a pause and one that ends before it begins are told', () => {
  expect(readChanges(form({ from: '2027-02-01' }), 18)).toEqual({ ok: false, problem: 'half' })
  const backwards = form({ from: '2027-02-12', to: '2027-02-01' })
  expect(readChanges(backwards, 18)).toEqual({ ok: false, problem: 'backwards' })
})
