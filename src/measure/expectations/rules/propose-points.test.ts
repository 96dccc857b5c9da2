import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EditionMethod, QuestionMethod } from '../../edition/contract.ts'
import { brokenInvariants } from '../../edition/rules/check-method.ts'
import { formFor } from '../../edition/rules/form.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { allocatePoints } from './allocate-points.ts'
import { pointStep, withBestPoints } from './points-grid.ts'
import { proposePoints, withPoints } from './propose-points.ts'
import { startingItems } from './starting-items.ts'

const text = { nb: '–', nn: '–', en: '–' }
const degree = (id: string, best: number, channels: QuestionMethod['channels']): QuestionMethod => ({
  id,
  area: 'agent',
  channels,
  kind: 'degree',
  text,
  scored: true,
  notApplicable: false,
  options: [4, 3, 2, 1, 0].map((step) => ({ id: `d${step}`, label: text, points: (best * step) / 4 })),
})
const everywhere: QuestionMethod['channels'] = ['phone', 'email', 'chat', 'messenger']
const methodOf = (...questions: readonly QuestionMethod[]): EditionMethod => ({
  ...referenceMethod,
  questions: [...questions],
})
const pointsOf = (lines: ReturnType<typeof proposePoints>) =>
  Object.fromEntries(lines.map(({ question, proposed }) => [question, proposed]))

describe('the worked example of docs/methods/expectations.md', () => {
  const method = methodOf(degree('listen', 12, everywhere), degree('closing', 12, everywhere))
  const expectations = [
    { questions: ['listen'], importance: 75 },
    { questions: ['closing'], importance: 25 },
  ]

  test('two questions of 12 with importance 75 and 25: targets 18 and 6, and 16 and 8 the first year', () => {
    const lines = proposePoints(method, expectations, { limit: 25 })
    expect(lines.map(({ target }) => target)).toEqual([18, 6])
    expect(pointsOf(lines)).toEqual({ listen: 16, closing: 8 })
  })

  test('after two years of the same expectations the points are on target, as near as steps of 4 come', () => {
    const second = withPoints(method, proposePoints(method, expectations, { limit: 25 }))
    const lines = proposePoints(second, expectations, { limit: 25 })
    expect(pointsOf(lines)).toEqual({ listen: 16, closing: 8 })
    expect(
      pointsOf(
        proposePoints(
          second,
          [
            { ...expectations[0]!, importance: 90 },
            { ...expectations[1]!, importance: 10 },
          ],
          { limit: 25 },
        ),
      ),
    ).toEqual({ listen: 20, closing: 4 })
  })

  test('accepted twice in a year, the limit still counts from the points of the year before', () => {
    const before = new Map([
      ['listen', 12],
      ['closing', 12],
    ])
    const steep = [
      { questions: ['listen'], importance: 95 },
      { questions: ['closing'], importance: 5 },
    ]
    const once = withPoints(method, proposePoints(method, steep, { limit: 25, before }))
    expect(pointsOf(proposePoints(once, steep, { limit: 25, before }))).toEqual({ listen: 16, closing: 8 })
  })

  test('a limit of nothing changes nothing', () => {
    expect(pointsOf(proposePoints(method, expectations, { limit: 0 }))).toEqual({ listen: 12, closing: 12 })
  })
})

test('what a phone question gains, the written one in its place gains too, and what is asked everywhere gives it', () => {
  const method = methodOf(
    degree('listened', 12, ['phone']),
    degree('understood', 12, ['email', 'chat', 'messenger']),
    degree('efficient', 12, everywhere),
  )
  const lines = proposePoints(
    method,
    [
      { questions: ['listened', 'understood'], importance: 80 },
      { questions: ['efficient'], importance: 40 },
    ],
    { limit: 40 },
  )
  expect(pointsOf(lines)).toEqual({ listened: 16, understood: 16, efficient: 8 })
})

test('a phone question alone keeps its points: nothing in writing could take up what it gives', () => {
  const method = methodOf(degree('listened', 12, ['phone']), degree('efficient', 12, everywhere))
  const lines = proposePoints(
    method,
    [
      { questions: ['listened'], importance: 90 },
      { questions: ['efficient'], importance: 10 },
    ],
    { limit: 50 },
  )
  expect(pointsOf(lines)).toEqual({ listened: 12, efficient: 12 })
})

test('what the clock answers, and what nobody was asked about, keeps its points and says why', () => {
  const lines = proposePoints(referenceMethod, [{ questions: ['findNeed', 'waitPhone'], importance: 90 }], {
    limit: 50,
  })
  const why = new Map(lines.map(({ question, kept }) => [question, kept]))
  expect([why.get('waitPhone'), why.get('impression'), why.get('findNeed')]).toEqual([
    'clock',
    'noExpectation',
    null,
  ])
  expect(lines.every(({ today, proposed }) => today === proposed)).toBe(true)
})

describe('with any expectations, limit and choice of questions', () => {
  const items = startingItems(referenceMethod)
  const ids = referenceMethod.questions.map(({ id }) => id)
  const input = fc.record({
    importance: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
      minLength: items.length,
      maxLength: items.length,
    }),
    limit: fc.constantFrom(0, 10, 25, 50, 100),
    questions: fc.option(fc.subarray(ids), { nil: undefined }),
  })

  test('every invariant of the method holds, and every form keeps the points of every area', () => {
    fc.assert(
      fc.property(input, ({ importance, ...rule }) => {
        const expectations = items.map((item, at) => ({ ...item, importance: importance[at]! }))
        const lines = proposePoints(referenceMethod, expectations, rule)
        const method = withPoints(referenceMethod, lines)
        expect(brokenInvariants(method)).toEqual([])
        for (const { id } of referenceMethod.channels)
          expect(formFor(method, id).parts.map(({ possible }) => possible)).toEqual(
            formFor(referenceMethod, id).parts.map(({ possible }) => possible),
          )
        for (const { question, today, proposed, kept } of lines) {
          expect(proposed).toBeGreaterThan(0)
          if (kept !== null) expect(proposed).toBe(today)
          const { options } = method.questions.find(({ id }) => id === question)!
          expect(Math.max(...options.map(({ points }) => points))).toBe(proposed)
          expect(options.every(({ points }) => Number.isInteger(points))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('no question changes by more than the limit, or one step', () => {
    fc.assert(
      fc.property(input, ({ importance, limit }) => {
        const expectations = items.map((item, at) => ({ ...item, importance: importance[at]! }))
        for (const { question, today, proposed } of proposePoints(referenceMethod, expectations, { limit })) {
          const step = pointStep(referenceMethod.questions.find(({ id }) => id === question)!)!
          const most = limit === 0 ? 0 : Math.max((today * limit) / 100, step)
          expect(Math.abs(proposed - today)).toBeLessThanOrEqual(most + 1e-9)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('steps: five degrees move by 4, yes and no by 1, three options 4, 2, 0 by 2; halves stay as they are', () => {
  const options = (...points: readonly number[]) => ({
    options: points.map((value, at) => ({ id: `o${at}`, label: text, points: value })),
  })
  expect(pointStep(options(12, 9, 6, 3, 0))).toBe(4)
  expect(pointStep(options(6, 0))).toBe(1)
  expect(pointStep(options(4, 2, 0))).toBe(2)
  expect(pointStep(options(2.5, 0))).toBe(2.5)
  expect(withBestPoints(options(12, 9, 6, 3, 0).options, 16).map(({ points }) => points)).toEqual([
    16, 12, 8, 4, 0,
  ])
})

test('with equal steps the choice is that of largest remainders', () => {
  const question = (id: string, target: number) => ({
    id,
    channels: ['phone'],
    today: 10,
    target,
    step: 1,
    lowest: 1,
    highest: 30,
  })
  const points = allocatePoints(['phone'], [question('a', 16.4), question('b', 8.7), question('c', 4.9)])
  expect([...points.values()]).toEqual([16, 9, 5])
})
