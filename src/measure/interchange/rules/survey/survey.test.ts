import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenInvariants } from '../../../edition/rules/check-method.ts'
import { referenceMethod } from '../../../edition/rules/reference/reference-method.ts'
import { withForm } from '../form/to-method.ts'
import { readCondition } from './read-condition.ts'
import { readSurvey } from './read-survey.ts'
import { surveyDocument } from './survey-json.ts'
import { writeSurvey } from './write-survey.ts'

const read = (json: unknown) => readSurvey(surveyDocument.parse(JSON.parse(JSON.stringify(json))))
const question = (element: object) => read({ elements: [{ name: 'q', ...element }] }).questions[0]

describe('a form written for SurveyJS', () => {
  it('comes back as the same questionnaire, in three languages, and breaks no rule', () => {
    const form = read(writeSurvey(referenceMethod))
    const { method, left } = withForm(referenceMethod, form)
    expect(left).toEqual([])
    expect(method).toEqual(referenceMethod)
    expect(brokenInvariants(method)).toEqual([])
  })

  it('asks for the channel first and shows a question only on its channels', () => {
    const { pages } = writeSurvey(referenceMethod) as {
      pages: { name: string; elements: { visibleIf?: string }[] }[]
    }
    expect(pages[0]!.name).toBe('channel')
    const conditions = new Set(pages.flatMap(({ elements }) => elements.map(({ visibleIf }) => visibleIf)))
    expect(conditions).toContain("{channel} anyof ['phone']")
  })

  it('reads back every set of channels that it writes', () => {
    fc.assert(
      fc.property(
        fc.subarray(['phone', 'email', 'chat', 'messenger'] as const, { minLength: 1 }),
        (channels) => {
          const listed = channels.map((channel) => `'${channel}'`).join(', ')
          expect(readCondition(`{channel} anyof [${listed}]`)).toEqual(channels)
        },
      ),
    )
  })
})

describe('a form from somebody else', () => {
  it('gives points to a rating by its place, to yes, and to the right answer of a quiz', () => {
    expect(question({ type: 'rating', rateMin: 1, rateMax: 4 })?.options.map(({ points }) => points)).toEqual(
      [0, 1, 2, 3],
    )
    expect(question({ type: 'boolean' })?.options.map(({ value, points }) => [value, points])).toEqual([
      ['true', 1],
      ['false', 0],
    ])
    const quiz = { type: 'radiogroup', choices: ['a', 'b'], correctAnswer: 'b' }
    expect(question(quiz)?.options.map(({ points }) => points)).toEqual([0, 1])
  })

  it('makes a question of each row of a matrix', () => {
    const { questions } = read({
      elements: [
        {
          type: 'matrix',
          name: 'm',
          columns: ['no', { value: 'yes', text: 'Ja', points: 2 }],
          rows: ['a', { value: 'b', text: 'Be' }],
        },
      ],
    })
    expect(questions.map(({ name, text }) => [name, text.nb])).toEqual([
      ['m a', 'a'],
      ['m b', 'Be'],
    ])
    expect(questions[0]!.options[1]).toMatchObject({ value: 'yes', points: 2 })
  })

  it('opens panels, keeps comments, and names what it cannot take and why', () => {
    const form = read({
      pages: [
        {
          name: 'first',
          elements: [
            {
              type: 'panel',
              name: 'p',
              elements: [{ type: 'dropdown', name: 'inside', choices: [1, 2, 3], visibleIf: '{age} > 18' }],
            },
            { type: 'comment', name: 'c', title: { default: 'Say', nn: 'Sei' } },
            { type: 'checkbox', name: 'many', choices: [1, 2] },
            { type: 'html', name: 'h' },
            { type: 'radiogroup', name: 'lonely', choices: ['one'] },
          ],
        },
        { name: 'empty', elements: [] },
      ],
    })
    expect(form.areas.map(({ name }) => name)).toEqual(['first'])
    expect(form.questions.map(({ name }) => name)).toEqual(['inside'])
    expect(form.comments[0]!.text).toEqual({ nb: 'Sei', nn: 'Sei', en: 'Say' })
    expect(form.left.map(({ name, reason }) => [name, reason])).toEqual([
      ['inside', 'condition-unknown'],
      ['many', 'kind-unknown'],
      ['lonely', 'no-options'],
      ['', 'one-language'],
    ])
  })

  it('makes areas weigh what their points weigh, 100 in all', () => {
    const form = read({
      pages: [
        { name: 'a', elements: [{ type: 'rating', name: 'x', rateMax: 4 }] },
        { name: 'b', elements: [{ type: 'rating', name: 'y', rateMax: 7 }] },
      ],
    })
    const { method } = withForm(referenceMethod, form)
    expect(method.areas.map(({ id, weight }) => [id, weight])).toEqual([
      ['a', 33.33],
      ['b', 66.67],
    ])
    const codes = brokenInvariants(method).map(({ code }) => code)
    expect(codes).not.toContain('area-share')
    expect(codes).not.toContain('weights-not-100')
  })

  it('never throws, whatever the elements hold', () => {
    const element = fc.record({
      type: fc.constantFrom('rating', 'matrix', 'boolean', 'radiogroup', 'panel', 'comment', 'file'),
      name: fc.string(),
      title: fc.jsonValue(),
      choices: fc.jsonValue(),
      rows: fc.jsonValue(),
      columns: fc.jsonValue(),
      rateMax: fc.jsonValue(),
      visibleIf: fc.jsonValue(),
    })
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (elements) => {
        const parsed = surveyDocument.safeParse({ elements })
        if (parsed.success) withForm(referenceMethod, readSurvey(parsed.data))
      }),
    )
  })
})
