import { expect, test } from 'vitest'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { observerNeed } from './observer-need.ts'
import type { PlanParticipant } from './plan-input.ts'

const method = { ...referenceMethod, observers: { ...referenceMethod.observers, contactsPerWeek: 5 } }
const participant = (name: string, more: Partial<PlanParticipant> = {}): PlanParticipant => ({
  id: name,
  name,
  class: 'A',
  channels: ['phone', 'email'],
  ...more,
})
const twenty = Array.from({ length: 20 }, (_, at) => participant(`P${at}`))

test('500 contacts over 83 open days are 30 a week: seven observers with five each', () => {
  const need = observerNeed({
    method,
    participants: twenty,
    observers: [{ contactsPerWeek: 5 }, { contactsPerWeek: 3 }],
  })
  expect(need).toMatchObject({ contacts: 500, takes: 8, needed: 7 })
  expect(need.perWeek).toBeCloseTo(30.12, 2)
})

test('who gets no contacts asks for nobody', () => {
  const none = [participant('A', { channels: [] }), participant('B', { withdrawn: true })]
  expect(observerNeed({ method, participants: none, observers: [] })).toEqual({
    contacts: 0,
    perWeek: 0,
    takes: 0,
    needed: 0,
  })
})
