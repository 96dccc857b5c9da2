import { describe, expect, it } from 'vitest'
import { channelIds } from '../contract.ts'
import { formFor } from './form.ts'
import { referenceMethod } from './reference/reference-method.ts'

describe('the form of a channel', () => {
  it.each(channelIds)('on %s gives exactly 5 / 15 / 50 / 30 per cent of 200 points', (channel) => {
    const form = formFor(referenceMethod, channel)
    expect(form.possible).toBe(200)
    expect(form.parts.map((part) => [part.area.id, part.possible, part.share])).toEqual([
      ['waiting', 10, 5],
      ['welcome', 30, 15],
      ['agent', 100, 50],
      ['overall', 60, 30],
      ['cx', 0, 0],
    ])
  })

  it('asks whether the agent listened by phone and understood in writing', () => {
    const asked = (channel: 'phone' | 'email') =>
      formFor(referenceMethod, channel).questions.map(({ id }) => id)
    expect(asked('phone')).toContain('listened')
    expect(asked('phone')).not.toContain('understood')
    expect(asked('email')).toContain('understood')
    expect(asked('email')).not.toContain('listened')
  })

  it('follows the order of the areas and, within an area, of the questions', () => {
    const turned = { ...referenceMethod, areas: referenceMethod.areas.toReversed() }
    expect(formFor(turned, 'chat').questions[0]?.id).toBe('ces')
  })

  it('puts each comment after its area', () => {
    const places = formFor(referenceMethod, 'phone').parts.map((part) => part.comments.map(({ id }) => id))
    expect(places).toEqual([[], ['commentWelcome'], ['commentAgent'], ['commentOverall'], []])
  })

  it('counts no points for a question that is not scored', () => {
    const questions = referenceMethod.questions.map((question) =>
      question.id === 'callBack'
        ? { ...question, options: question.options.map((option) => ({ ...option, points: 50 })) }
        : question,
    )
    expect(formFor({ ...referenceMethod, questions }, 'phone').possible).toBe(200)
  })
})
