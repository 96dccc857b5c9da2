import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom, shuffled } from '../../../../kernel/random.ts'
import { distinctTexts } from '../text/text-key.ts'
import { adjustedRand, normalisedInformation } from './agreement.ts'
import { type LearnTopicsOptions, learnTopics, readTexts, type TopicFit } from './learn-topics.ts'
import { madeTexts, manyQuestions, questionCount } from './made-texts.ts'
import { alone, productBy } from './row-work.ts'

const options: LearnTopicsOptions = { topics: questionCount, seed: 0, run: alone, step: () => undefined }
const learn = (texts: readonly string[], more: Partial<LearnTopicsOptions> = {}) =>
  learnTopics(texts, { ...options, ...more })
const groupsOf = (fit: TopicFit) => Array.from(fit.keyOf, (key) => fit.group[key]!)

const made = madeTexts(600, seededRandom('made'))
const texts = made.map(({ text }) => text)
const truth = made.map(({ question }) => question)
const fit = learn(texts)

describe('made-up messages in bokmål and nynorsk', () => {
  test('are grouped by what they ask', () => {
    expect(normalisedInformation(truth, groupsOf(fit))).toBeGreaterThan(0.9)
    expect(adjustedRand(truth, groupsOf(fit))).toBeGreaterThan(0.85)
  })

  test('with the number of topics found, fine rather than coarse, no group mixes questions much', () => {
    const found = learn(texts, { topics: 'auto' })
    expect(found.groups).toBeGreaterThanOrEqual(questionCount)
    expect(found.groups).toBeLessThan(80)
    expect(normalisedInformation(truth, groupsOf(found))).toBeGreaterThan(0.7)
  })

  test('a small log of many questions is not heaped into a few topics', () => {
    const found = learn(manyQuestions(30, 5, seededRandom('many')), { topics: 'auto' })
    expect(found.groups).toBeGreaterThanOrEqual(25)
    expect(found.groups).toBeLessThanOrEqual(60)
  })

  test('the right group is nearly always among the three likeliest', () => {
    // The question that most texts of a group ask.
    const asked = Array.from({ length: fit.groups }, (_, group) => {
      const own = truth.filter((_, at) => fit.group[fit.keyOf[at]!] === group)
      return Math.round(own.reduce((sum, question) => sum + question, 0) / own.length)
    })
    const among = truth.filter((question, at) => {
      const first = 3 * fit.keyOf[at]!
      return [...fit.nearest.group.subarray(first, first + 3)].some((group) => asked[group] === question)
    })
    expect(among.length / truth.length).toBeGreaterThan(0.95)
  })

  test('certainties are shares, the first the largest, and it is the one that is told', () => {
    for (const [key] of fit.keys.entries()) {
      const three = [...fit.nearest.certainty.subarray(3 * key, 3 * key + 3)]
      expect(three).toEqual(three.toSorted((a, b) => b - a))
      expect(three.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-5)
      if (fit.nearest.group[3 * key] === fit.group[key]) expect(fit.certainty[key]).toBe(three[0])
    }
  })

  test('a text that comes later is read as one of its like', () => {
    const later = madeTexts(80, seededRandom('later'))
    const scores = readTexts(distinctTexts(later.map(({ text }) => text)).keys, fit.reader, productBy(alone))
    const read = distinctTexts(later.map(({ text }) => text)).keyOf
    const group = Array.from(read, (key) => {
      const own = scores.value.subarray(key * scores.columns, (key + 1) * scores.columns)
      return own.indexOf(Math.max(...own))
    })
    expect(
      normalisedInformation(
        later.map(({ question }) => question),
        group,
      ),
    ).toBeGreaterThan(0.85)
  })
})

describe('what always holds', () => {
  test('the same seed gives the same bytes', () => {
    const again = learn(texts)
    for (const name of ['group', 'certainty', 'keyOf', 'learned'] as const)
      expect(again[name]).toEqual(fit[name])
    expect(again.vectors).toEqual(fit.vectors)
    expect(again.nearest).toEqual(fit.nearest)
  })

  test('the order of the rows, copies and the way of writing a text change nothing', () => {
    const order = shuffled([...texts.keys()], seededRandom(5))
    const rows = order.map((at) => (at % 2 ? texts[at]! : `  ${texts[at]!.toUpperCase()}`))
    const mixed = learn([...rows, ...rows.slice(0, 50)])
    for (const [place, at] of order.entries())
      expect(mixed.group[mixed.keyOf[place]!]).toBe(fit.group[fit.keyOf[at]!])
  })

  test('every text has a group, the same text the same one, and texts without content one of their own', () => {
    const strange = fc.string({ unit: fc.constantFrom(...'aåbe1 ?.!👍\n'), maxLength: 14 })
    fc.assert(
      fc.property(fc.array(strange, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (list, topics) => {
        const found = learn(list, { topics })
        expect(found.keyOf).toHaveLength(list.length)
        const known = new Map<string, number>()
        for (const [at, text] of list.entries()) {
          const group = found.group[found.keyOf[at]!]!
          expect(group).toBeLessThan(found.groups)
          const key = text.trim().replace(/\s+/g, ' ').toLowerCase()
          expect(known.get(key) ?? group).toBe(group)
          known.set(key, group)
          expect(group === found.blankGroup).toBe(!/[\p{L}\p{N}\p{S}]/u.test(text))
          const certainty = found.certainty[found.keyOf[at]!]!
          expect(certainty >= 0 && certainty <= 1).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('one text, none, and all alike', () => {
    expect(learn([])).toMatchObject({ groups: 0, keys: [] })
    expect(groupsOf(learn(['', ' ']))).toEqual([0, 0])
    expect(new Set(groupsOf(learn(['hei', 'Hei', 'hei ']))).size).toBe(1)
    expect(learn(['hei'], { topics: 'auto' }).groups).toBe(1)
  })

  test('learned from a sample, every other text is read too, and well', () => {
    const sampled = learn(texts, { mostLearned: 200 })
    expect(sampled).toMatchObject({ sampled: true })
    expect(sampled.learned).toHaveLength(200)
    expect(normalisedInformation(truth, groupsOf(sampled))).toBeGreaterThan(0.8)
    expect(fit.sampled).toBe(false)
  })

  test('a step that throws stops the work', () => {
    const stop = () =>
      learn(texts, {
        step: (name) => {
          if (name === 'consensus') throw new Error('stopped')
        },
      })
    expect(stop).toThrow('stopped')
  })
})

describe('what people have confirmed', () => {
  // The person wants two questions as one group, and calls that group 0; another is group 1.
  const wanted = new Map([
    [0, 0],
    [1, 0],
    [2, 1],
  ])
  const confirmed = new Map<number, number>()
  for (let at = 0; at < 160; at++) {
    const group = wanted.get(truth[at]!)
    if (group !== undefined) confirmed.set(fit.keyOf[at]!, group)
  }
  const bound = learn(texts, { confirmed, topics: questionCount - 1 })

  test('holds: each confirmed text is in its group, surely', () => {
    for (const [key, group] of confirmed) {
      expect(bound.group[key]).toBe(group)
      expect(bound.certainty[key]).toBe(1)
    }
  })

  test('draws the unconfirmed texts of the same question along', () => {
    const rest = truth
      .map((question, at) => ({ at, group: wanted.get(question) }))
      .filter(({ at }) => !confirmed.has(fit.keyOf[at]!))
    const asked = rest.filter(({ group }) => group !== undefined)
    const right = asked.filter(({ at, group }) => bound.group[bound.keyOf[at]!] === group)
    expect(right.length / asked.length).toBeGreaterThan(0.9)
  })

  test('leaves the other questions apart from the confirmed groups', () => {
    const others = truth.flatMap((question, at) =>
      wanted.has(question) ? [] : [bound.group[bound.keyOf[at]!]!],
    )
    expect(others.filter((group) => group <= 1).length / others.length).toBeLessThan(0.1)
  })

  test('needs no more topics than are confirmed to hold', () => {
    const few = learn(texts, { confirmed, topics: 1 })
    for (const [key, group] of confirmed) expect(few.group[key]).toBe(group)
    expect(few.groups).toBe(2)
  })
})
