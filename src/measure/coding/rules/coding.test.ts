import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { type Coder, chooseCoders } from './choose-coder.ts'
import { checkCoding, codingForm, toldAnswers } from './coding-form.ts'
import { compareCodings } from './compare-codings.ts'
import { drawSample } from './draw-sample.ts'

describe('the form of a coder', () => {
  const form = codingForm(referenceMethod, 'email')

  test('asks neither what the clock decides nor what gives no points', () => {
    const asked = new Set(form.questions.map(({ id }) => id))
    const apart = referenceMethod.questions.filter(({ clock, scored }) => clock || !scored)
    expect(apart.filter(({ id }) => asked.has(id))).toEqual([])
    expect(asked.has('valued')).toBe(true)
    expect(JSON.stringify(form)).not.toContain('points')
  })
  test('is whole when every question has an answer, or that it cannot be told', () => {
    const told = Object.fromEntries(form.questions.map(({ id }) => [id, 'cannotTell']))
    expect(checkCoding(form, told)).toEqual([])
    const { valued: _, ...rest } = told
    expect(checkCoding(form, rest)).toEqual([{ code: 'blank', question: 'valued' }])
    expect(checkCoding(form, { ...told, nps: '9' })).toEqual([{ code: 'not-on-this-form', question: 'nps' }])
  })
})

test('what cannot be told is no answer, and is not compared', () => {
  expect(toldAnswers({ a: 'd4', b: 'cannotTell' })).toEqual({ a: 'd4' })
  expect(compareCodings({ a: 'd4', b: 'yes', c: '' }, { a: 'd3', b: 'cannotTell', c: 'd1' })).toEqual({
    compared: ['a'],
    different: ['a'],
  })
})

describe('a drawn sample', () => {
  const contacts = ['email', 'chat'].flatMap((channel) =>
    ['A', 'B'].flatMap((observerId) =>
      Array.from({ length: channel === 'email' ? 30 : 20 }, (_, index) => ({
        contactId: `${channel} ${observerId} ${index}`,
        channel,
        observerId,
      })),
    ),
  )
  const draw = (seed: string, percent = 10) =>
    drawSample(contacts, { percent, random: seededRandom(seed) }).map(({ contactId }) => contactId)

  test('has its share of every channel and observer', () => {
    const count = (start: string) => draw('1').filter((id) => id.startsWith(start)).length
    expect(['email A', 'email B', 'chat A', 'chat B'].map(count)).toEqual([3, 3, 2, 2])
  })
  test('is the same for the same seed, another for another', () => {
    expect(draw('1')).toEqual(draw('1'))
    expect(draw('1')).not.toEqual(draw('2'))
  })
  test('holds the wanted number whatever the remainders, and nobody twice', () => {
    for (const percent of [1, 3, 7, 33, 50, 99, 100]) {
      const drawn = draw('1', percent)
      expect(drawn).toHaveLength(Math.max(1, Math.round(percent)))
      expect(new Set(drawn).size).toBe(drawn.length)
    }
  })
  test('of nothing is nothing', () => {
    expect(drawSample([], { percent: 10, random: seededRandom('1') })).toEqual([])
  })
})

describe('the coder', () => {
  const coder = (observerId: string, more: Partial<Coder> = {}): Coder => ({
    observerId,
    customerOf: new Set(),
    coded: new Set(),
    waiting: 0,
    ...more,
  })
  const contact = (contactId: string) => ({ contactId, observerId: 'A', participant: 'Havblikk' })
  const choose = (coders: readonly Coder[]) =>
    chooseCoders([contact('1'), contact('2')], coders, seededRandom('1')).map((one) => one.observerId)

  test('is never who made the contact, and the work is shared', () => {
    expect(choose([coder('A'), coder('B'), coder('C')]).toSorted()).toEqual(['B', 'C'])
  })
  test('is no customer there, and has not coded it before', () => {
    const customer = coder('B', { customerOf: new Set(['Havblikk']) })
    expect(choose([customer, coder('C', { coded: new Set(['1']) })])).toEqual([undefined, 'C'])
  })
  test('is the one with the least to do', () => {
    expect(choose([coder('B', { waiting: 5 }), coder('C')])).toEqual(['C', 'C'])
  })
})
