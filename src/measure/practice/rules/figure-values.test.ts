import { describe, expect, test } from 'vitest'
import { referenceMethod as method } from '../../edition/rules/reference/reference-method.ts'
import { figureOver, figureValue, type MeasuredContact, questionValue } from './figure-values.ts'
import { seasonOf } from './season.ts'

const contact = (number: number, rest: Partial<MeasuredContact> = {}): MeasuredContact => ({
  contactId: `c${number}`,
  number,
  date: `2026-01-${String(number).padStart(2, '0')}`,
  channel: 'phone',
  answered: true,
  score: 90,
  areas: { agent: { score: 88 } },
  answers: {},
  ...rest,
})
const listened = method.questions.find(({ id }) => id === 'listened')!
const best = listened.options.toSorted((a, b) => b.points - a.points)[0]!

describe('one contact', () => {
  test('says nothing about another channel, or about an area or a question when nobody answered', () => {
    const missed = contact(1, { answered: false, score: 0, areas: {} })
    expect(figureValue({ kind: 'channel', id: 'chat' }, contact(1), method)).toBeUndefined()
    expect(figureValue({ kind: 'area', id: 'agent' }, missed, method)).toBeUndefined()
    expect(questionValue(listened, { answered: false, answers: { listened: best.id } })).toBeUndefined()
    expect(figureValue({ kind: 'total' }, missed, method)).toBe(0)
    expect(figureValue({ kind: 'unanswered' }, missed, method)).toBe(100)
  })

  test('has 100 on a question for its best answer, and nothing for "not applicable"', () => {
    expect(questionValue(listened, { answered: true, answers: { listened: best.id } })).toBe(100)
    expect(questionValue(listened, { answered: true, answers: { listened: 'na' } })).toBeUndefined()
  })
})

test('24 of 25 contacts at 80 or more is 96, and 80.5 to 99.3', () => {
  const contacts = Array.from({ length: 25 }, (_, at) => contact(at + 1, { score: at === 0 ? 79.9 : 80 }))
  const known = figureOver({ kind: 'share', from: 80 }, contacts, method)!
  expect(known.value).toBe(96)
  expect(known.interval![0]).toBeCloseTo(80.46, 1)
  expect(known.interval![1]).toBeCloseTo(99.29, 1)
})

test('no contact, no figure', () => {
  expect(figureOver({ kind: 'total' }, [], method)).toBeUndefined()
})

test('25 contacts on 25 days give 21 points of the season, each over all until then', () => {
  const contacts = Array.from({ length: 25 }, (_, at) => contact(at + 1, { score: at % 2 === 0 ? 60 : 80 }))
  const points = seasonOf({ kind: 'total' }, contacts, method)
  expect(points).toHaveLength(21)
  expect(points[0]).toMatchObject({ date: '2026-01-05', n: 5, value: 68 })
  expect(points.at(-1)).toMatchObject({ n: 25, value: 69.6 })
  const width = (at: number) => points.at(at)!.interval![1] - points.at(at)!.interval![0]
  expect(width(-1)).toBeLessThan(width(0))
})
