import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { type CompiledForm, compileMethod } from './compiled-form.ts'
import { type Answers, scoreSubmission } from './score-submission.ts'
import { formOf, question, scored, smallMethod } from './testing/small-method.ts'

const form = formOf(smallMethod())
const score = (answers: Answers, answered = true) => scoreSubmission(form, { answered, answers })

test('points obtained over possible points, without what is not applicable: 26 of 30 is 86.67', () => {
  const outcome = scored(score({ greeting: 'o1', solution: 'o0', advice: 'na', nps: '3' }))
  expect(outcome).toMatchObject({ points: 26, possible: 30 })
  expect(outcome.score).toBeCloseTo(86.6667, 4)
  expect(outcome.areas).toEqual({
    welcome: { points: 6, possible: 10, score: 60 },
    agent: { points: 20, possible: 20, score: 100 },
  })
})

test('an unanswered contact is 0 of everything possible and has no area scores, whatever was written', () => {
  const outcome = score({ greeting: 'o0' }, false)
  expect(outcome).toEqual({ kind: 'scored', answered: false, points: 0, possible: 40, score: 0, areas: {} })
})

test('a blank scored question is refused by name, every one of them', () => {
  expect(score({ greeting: 'o0', solution: '' })).toEqual({
    kind: 'refused',
    problems: [
      { code: 'blank', question: 'solution' },
      { code: 'blank', question: 'advice' },
    ],
  })
})

test('an option that the question does not have is refused by name', () => {
  expect(score({ greeting: 'o0', solution: 'yes', advice: 'o0' })).toEqual({
    kind: 'refused',
    problems: [{ code: 'unknown-option', question: 'solution', value: 'yes' }],
  })
})

test('a question that is not scored never touches the score: blank, answered or nonsense', () => {
  const answers = { greeting: 'o1', solution: 'o1', advice: 'o2' }
  for (const nps of [undefined, '', '10', '0', 'na', 'nonsense']) {
    expect(score({ ...answers, nps })).toEqual(score(answers))
  }
})

test('when every scored question is not applicable there is no score, and it says so', () => {
  const outcome = score({ greeting: 'na', solution: 'na', advice: 'na' })
  expect(outcome).toEqual({ kind: 'noScore', reason: 'nothing-applicable' })
})

test('an area where nothing is applicable has no area score', () => {
  const outcome = scored(score({ greeting: 'na', solution: 'o1', advice: 'o1' }))
  expect(outcome.areas).toEqual({ agent: { points: 15, possible: 30, score: 50 } })
})

test('whole points that make a whole per cent give exactly that number', () => {
  const thirds = formOf(smallMethod({ questions: [question('all', 'agent', [200, 160, 140, 112, 0])] }))
  const exact = (choice: string) =>
    scored(scoreSubmission(thirds, { answered: true, answers: { all: choice } })).score
  expect([exact('o0'), exact('o1'), exact('o2'), exact('o3')]).toEqual([100, 80, 70, 56])
})

describe('on every form of the reference method', () => {
  const forms = [...compileMethod(referenceMethod).forms.values()]
  const answersTo = (filled: CompiledForm, withNotApplicable = true) =>
    fc.record(
      Object.fromEntries(
        filled.questions.map(({ id, optionIds }) => [
          id,
          fc.constantFrom(...optionIds, ...(withNotApplicable ? ['na'] : [])),
        ]),
      ),
    ) as fc.Arbitrary<Record<string, string>>
  const filledForm = fc
    .constantFrom(...forms)
    .chain((filled) => fc.tuple(fc.constant(filled), answersTo(filled)))
  const outcomeOf = (filled: CompiledForm, answers: Answers) =>
    scoreSubmission(filled, { answered: true, answers })

  test('the best options give 100, the worst 0', () => {
    for (const filled of forms) {
      const with_ = (pick: (points: readonly number[]) => number) =>
        Object.fromEntries(
          filled.questions.map(({ id, points, optionIds }) => [id, optionIds[points.indexOf(pick(points))]!]),
        )
      expect(
        scored(
          outcomeOf(
            filled,
            with_((points) => Math.max(...points)),
          ),
        ).score,
      ).toBe(100)
      expect(
        scored(
          outcomeOf(
            filled,
            with_((points) => Math.min(...points)),
          ),
        ).score,
      ).toBe(0)
    }
  })

  test('a score lies between 0 and 100 and its areas add up to its points', () => {
    fc.assert(
      fc.property(filledForm, ([filled, answers]) => {
        const outcome = outcomeOf(filled, answers)
        if (outcome.kind !== 'scored') return
        expect(outcome.score).toBeGreaterThanOrEqual(0)
        expect(outcome.score).toBeLessThanOrEqual(100)
        const areas = Object.values(outcome.areas)
        expect(areas.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(outcome.points, 9)
        expect(areas.reduce((sum, { possible }) => sum + possible, 0)).toBeCloseTo(outcome.possible, 9)
      }),
    )
  })

  test('the order in which the questions were answered changes nothing', () => {
    fc.assert(
      fc.property(filledForm, ([filled, answers]) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse())
        expect(outcomeOf(filled, reversed)).toEqual(outcomeOf(filled, answers))
      }),
    )
  })

  test('"not applicable" on one question gives the score of the form without that question', () => {
    fc.assert(
      fc.property(filledForm, fc.nat(), ([filled, answers], pick) => {
        const left = filled.scoredQuestions[pick % filled.scoredQuestions.length]!
        const shorter = {
          ...filled,
          scoredQuestions: filled.scoredQuestions.filter(({ id }) => id !== left.id),
        }
        expect(outcomeOf(filled, { ...answers, [left.id]: 'na' })).toEqual(outcomeOf(shorter, answers))
      }),
    )
  })

  test('more points on a chosen option never lower a score', () => {
    fc.assert(
      fc.property(filledForm, fc.nat(), fc.integer({ min: 1, max: 20 }), ([filled, answers], pick, extra) => {
        const chosen = filled.scoredQuestions[pick % filled.scoredQuestions.length]!
        const questions = referenceMethod.questions.map((one) =>
          one.id !== chosen.id
            ? one
            : {
                ...one,
                options: one.options.map((option) =>
                  option.id === answers[chosen.id] ? { ...option, points: option.points + extra } : option,
                ),
              },
        )
        const before = outcomeOf(filled, answers)
        const after = outcomeOf(formOf({ ...referenceMethod, questions }, filled.channel), answers)
        if (before.kind === 'scored') expect(scored(after).score).toBeGreaterThanOrEqual(before.score - 1e-9)
      }),
    )
  })
})
