import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { channelIds } from '../../edition/contract.ts'
import { formFor } from '../../edition/rules/form.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import type { Answers } from '../contract.ts'
import { askedForm } from './asked-form.ts'
import type { Clock } from './attempt-clock.ts'
import { checkSubmission, completeAnswers } from './submission-check.ts'

const method = referenceMethod
const clock: Clock = {
  attempts: [{ startedAt: '2026-12-01T08:00:00.000Z' }],
  answer: { at: '2026-12-01T08:00:20.000Z', attempt: 1, between: false, typed: false },
}
const comments = Object.fromEntries(method.comments.map(({ id }) => [id, 'Rolig og grundig hele veien.']))

function fullAnswers(channel: (typeof channelIds)[number]): Answers {
  const own = formFor(method, channel).questions.filter((question) => !question.clock)
  return Object.fromEntries(own.map((question) => [question.id, question.options[0]!.id]))
}

function check(answers: Answers, more: Partial<Parameters<typeof checkSubmission>[0]> = {}) {
  const form = askedForm(method, more.channel ?? 'phone')
  return checkSubmission({ form, channel: 'phone', clock, answers, comments, ...more })
}

it('an observer’s form shows no points', () => {
  expect(JSON.stringify(askedForm(method, 'phone'))).not.toMatch(/"(points|scored)"/)
})

describe('a form may be handed in', () => {
  test.each(channelIds)('when everything on the %s form is answered', (channel) => {
    expect(check(fullAnswers(channel), { channel })).toEqual([])
  })

  it('without the clock’s questions: they are filled in from the log', () => {
    const answers = completeAnswers({
      form: askedForm(method, 'phone'),
      channel: 'phone',
      clock,
      answers: {},
      comments,
    })
    expect(answers).toEqual({ waitPhone: 's30', attempt: 'first' })
  })

  it('empty when nobody answered', () => {
    expect(check({}, { clock: { attempts: clock.attempts }, comments: {} })).toEqual([])
  })
})

describe('a form is refused', () => {
  it('by the name of each blank question', () => {
    const blank = formFor(method, 'phone').questions.filter((question) => !question.clock)
    expect(check({})).toEqual(blank.map(({ id }) => ({ code: 'blank', question: id })))
  })

  it('by the name of any one question that is left out', () => {
    const full = fullAnswers('phone')
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(full)), (question) => {
        const { [question]: _left, ...rest } = full
        expect(check(rest)).toEqual([{ code: 'blank', question }])
      }),
    )
  })

  test.each([
    ['an option that does not exist', { callBack: 'perhaps' }, 'unknown-option'],
    ['an answer against the clock', { waitPhone: 'm4' }, 'against-the-clock'],
    ['a question of another channel', { waitEmail: 'day1' }, 'not-on-this-form'],
  ])('for %s', (_name, wrong, code) => {
    expect(check({ ...fullAnswers('phone'), ...wrong }).map((issue) => issue.code)).toEqual([code])
  })

  it('for “not applicable” where that is not offered, and only there', () => {
    for (const question of formFor(method, 'phone').questions.filter(({ clock }) => !clock)) {
      const codes = check({ ...fullAnswers('phone'), [question.id]: 'na' }).map((issue) => issue.code)
      expect(codes).toEqual(question.notApplicable ? [] : ['not-applicable-here'])
    }
  })

  it('for a required comment of nothing but spaces, and for one that nobody asked for', () => {
    const [first = ''] = Object.keys(comments)
    expect(check(fullAnswers('phone'), { comments: { ...comments, [first]: '  ' } })).toEqual([
      { code: 'comment-missing', comment: first },
    ])
    expect(check(fullAnswers('phone'), { comments: { ...comments, other: 'x' } })).toEqual([
      { code: 'comment-not-on-this-form', comment: 'other' },
    ])
  })
})
