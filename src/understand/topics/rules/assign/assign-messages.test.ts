import { expect, test } from 'vitest'
import { learnTopics } from '../learn/learn-topics.ts'
import { alone } from '../learn/row-work.ts'
import { textKey } from '../text/text-key.ts'
import { assignMessages } from './assign-messages.ts'
import { LearningAssigner } from './learning-assigner.ts'
import { logSpace, readNewTexts } from './log-space.ts'
import { assign } from './topic-assigner.ts'

const ways = [
  'hvor er',
  'når kommer',
  'jeg finner ikke',
  'kan dere hjelpe meg med',
  'jeg lurer på',
  'har dere sett',
]
const things = [
  ['pakken min', 'sendingen jeg bestilte', 'pakken fra dere', 'sendingen min'],
  ['fakturaen for mai', 'regningen min', 'fakturaen fra dere', 'regningen for juni'],
  ['passordet mitt', 'innloggingen på siden', 'passordet til siden', 'innloggingen min'],
]
const texts = things.flatMap((names, topic) =>
  ways.flatMap((way) => names.map((name) => ({ text: `${way} ${name}`, topic }))),
)
const fit = learnTopics(
  texts.map(({ text }) => text),
  { topics: 3, seed: 0, run: alone, step: () => undefined },
)
const space = logSpace(fit, 0)
/** The text of each row of the space. */
const rowTexts = Array.from(fit.learned, (key) => texts[fit.keyOf.indexOf(key)]!)
/** Every second text, so that every thing is among the examples in some of the ways to ask. */
const isExample = (at: number) => (at + Math.floor(at / 4)) % 2 === 1
const rows = rowTexts.flatMap((text, row) => (isExample(texts.indexOf(text)) ? [row] : []))
const examples = { rows, labels: rows.map((row) => rowTexts[row]!.topic), classes: 3 }
const assigner = new LearningAssigner(space, examples, 0).assigner

test('texts of the log that are no examples get their topics, and the same seed gives the same', () => {
  const others = rowTexts.flatMap((text, row) => (isExample(texts.indexOf(text)) ? [] : [row]))
  const found = assign(assigner, space.features, others)
  const right = found.filter(([first], at) => first!.topic === rowTexts[others[at]!]!.topic).length
  expect(right / others.length).toBeGreaterThan(0.9)
  for (const three of found)
    expect(three.reduce((sum, { certainty }) => sum + certainty, 0)).toBeCloseTo(1, 6)
  expect(new LearningAssigner(space, examples, 0).assigner).toEqual(assigner)
})

test('a message with two questions has two topics, one with one question has one', () => {
  const [two, one] = assignMessages(
    ['Hei! Hvor er pakken min, og når kommer fakturaen for mai? Mvh Kari', 'Har dere sett passordet mitt?'],
    space,
    assigner,
  )
  expect(two!.topics.map(({ topic }) => topic).sort()).toEqual([0, 1])
  expect(two!.topics.map(({ share }) => share)).toEqual([0.5, 0.5])
  expect(one!.topics.map(({ topic, share }) => [topic, share])).toEqual([[2, 1]])
  expect(one!.unsure).toBe(false)
})

test('what is strange or empty goes to the tray', () => {
  const [strange, empty] = assignMessages(['xyzzy plugh quux', '  '], space, assigner)
  expect(strange!.unsure).toBe(true)
  expect(strange!.familiarity).toBeLessThan(0.05)
  expect(strange!.candidates).toHaveLength(3)
  expect(empty).toEqual({ topics: [], candidates: [], familiarity: 0, unsure: true })
})

test('what is confirmed one by one is learned, a new topic too, and what is taken back is forgotten', () => {
  const learning = new LearningAssigner(space, examples, 0)
  const before = assign(learning.assigner, space.features, rows)
  const read = readNewTexts(
    ['vil si opp avtalen', 'si opp abonnementet mitt', 'oppsigelse av avtalen'].map(textKey),
    space,
  )
  const first = learning.addTexts(read)
  const topic = learning.addTopic()
  expect(topic).toBe(3)
  for (const row of [first, first + 1, first + 2]) learning.confirm(row, topic)
  learning.refit()
  const [after] = assignMessages(['Jeg vil si opp avtalen'], learning.space, learning.assigner)
  expect(after!.candidates[0]!.topic).toBe(topic)
  const others = assign(learning.assigner, learning.space.features, rows)
  expect(others.map(([best]) => best!.topic)).toEqual(before.map(([best]) => best!.topic))
  for (const row of [first, first + 1, first + 2]) learning.forget(row)
  learning.recalibrate()
  const [gone] = assignMessages(['Jeg vil si opp avtalen'], learning.space, learning.assigner)
  expect(gone!.candidates[0]!.topic).not.toBe(topic)
})

test('a confirmation changes what is found at once', () => {
  const learning = new LearningAssigner(space, examples, 0)
  const row = rows[0]!
  const [found] = assign(learning.assigner, space.features, [row])
  expect(found![0]!.topic).toBe(rowTexts[row]!.topic)
  learning.confirm(row, 2)
  learning.refit()
  const [changed] = assign(learning.assigner, space.features, [row])
  const certaintyOf = (topic: number) => changed!.find((one) => one.topic === topic)!.certainty
  const was = assign(new LearningAssigner(space, examples, 0).assigner, space.features, [row])[0]!
  expect(certaintyOf(2)).toBeGreaterThan(was.find(({ topic }) => topic === 2)!.certainty)
})
