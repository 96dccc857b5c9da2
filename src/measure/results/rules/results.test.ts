import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomInteger, seededRandom, shuffled } from '../../../kernel/random.ts'
import { normalQuantile } from '../../../kernel/statistics.ts'
import type { ChannelId } from '../../edition/contract.ts'
import { computeResults } from './results.ts'
import { type PlainContact, tableOf } from './testing/small-method.ts'

const options = { seed: '1', resamples: 2000 }
const resultsOf = (contacts: readonly PlainContact[], changes = {}) =>
  computeResults(tableOf(contacts, changes), options)
const participantOf = (contacts: readonly PlainContact[], name: string, changes = {}) =>
  resultsOf(contacts, changes).participants.find(({ participant }) => participant === name)!

test('unanswered contacts are in the total as 0 and not in the answered score', () => {
  const result = participantOf(
    [{ participant: 'P', score: 90 }, { participant: 'P', score: 60 }, { participant: 'P' }],
    'P',
  )
  expect(result).toMatchObject({ n: 3, nAnswered: 2, totalResult: 50, answeredScore: 75 })
  expect(result.areas).toEqual({ agent: 75 })
  expect(result.areaN).toEqual({ agent: 2 })
})

test('nobody answered: the total is 0 and the answered score cannot be known', () => {
  const result = participantOf([{ participant: 'P' }, { participant: 'P' }], 'P')
  expect(result).toMatchObject({ totalResult: 0, answeredScore: null, answeredInterval: null, areas: {} })
})

test('with Σ points ÷ Σ possible the total weighs contacts by what was possible', () => {
  const contacts = [{ participant: 'P', score: 90 }, { participant: 'P' }]
  const score = { total: 'pointsOverPossible', interval: { level: 0.95, resamples: 2000 } }
  expect(participantOf(contacts, 'P', { score })).toMatchObject({ totalResult: 45, answeredScore: 90 })
})

test('adding an unanswered contact never raises a total', () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), { minLength: 1 })
  fc.assert(
    fc.property(scores, (list) => {
      const contacts = list.map((score) => ({ participant: 'P', ...(score === undefined ? {} : { score }) }))
      const without = participantOf(contacts, 'P').totalResult!
      const with_ = participantOf([...contacts, { participant: 'P' }], 'P').totalResult!
      expect(with_).toBeLessThanOrEqual(without + 1e-9)
    }),
    { numRuns: 30 },
  )
})

/** Contacts of several participants on three channels, made from a seed. */
function season(participants: number, perChannel: number, seed = 1): PlainContact[] {
  const random = seededRandom(seed)
  const channels: ChannelId[] = ['phone', 'email', 'chat']
  return Array.from({ length: participants }, (_, index) => index).flatMap((index) =>
    channels.flatMap((channel) =>
      Array.from({ length: perChannel }, () => ({
        participant: `P${index}`,
        class: `C${index % 3}`,
        channel,
        ...(random() < 0.1 ? {} : { score: 20 + randomInteger(random, 81) }),
      })),
    ),
  )
}

test('the order of the contacts changes nothing, not even the last bit of an interval', () => {
  const contacts = season(6, 8)
  expect(resultsOf(shuffled(contacts, seededRandom(7)))).toEqual(resultsOf(contacts))
})

test('another participant changes nobody else’s figures or interval', () => {
  const contacts = season(4, 8)
  const more = [...contacts, { participant: 'New', score: 50 }, { participant: 'New', score: 70 }]
  const { interval, totalResult } = participantOf(contacts, 'P2')
  expect(participantOf(more, 'P2')).toMatchObject({ interval, totalResult })
})

test('the same seed gives the same intervals and another seed nearly the same', () => {
  const table = () => tableOf(season(3, 8))
  const [first, again, other] = ['1', '1', '2'].map((seed) =>
    computeResults(table(), { seed, resamples: 2000 }),
  )
  expect(again).toEqual(first)
  expect(other!.all.interval).not.toEqual(first!.all.interval)
  expect(Math.abs(other!.all.interval![0] - first!.all.interval![0])).toBeLessThan(1)
})

test('places are given overall, in the class and on each channel, and the best of a channel is named', () => {
  const results = resultsOf([
    { participant: 'A', class: 'X', score: 90 },
    { participant: 'A', class: 'X', score: 70, channel: 'email' },
    { participant: 'B', class: 'Y', score: 80 },
    { participant: 'B', class: 'Y', score: 60, channel: 'email' },
    { participant: 'C', class: 'Y', score: 70 },
    { participant: 'C', class: 'Y', score: 70, channel: 'email' },
  ])
  expect(
    results.participants.map(({ participant, rank, classRank }) => [participant, rank, classRank]),
  ).toEqual([
    ['A', 1, 1],
    ['B', 2, 1],
    ['C', 2, 1],
  ])
  expect(results.channels.map(({ channel, best }) => [channel, best])).toEqual([
    ['phone', ['A']],
    ['email', ['A', 'C']],
  ])
  expect(results.classes.map(({ class: name, participants, n }) => [name, participants, n])).toEqual([
    ['X', 1, 2],
    ['Y', 2, 4],
  ])
})

describe('intervals', () => {
  test('25 contacts that spread by 20 give about ±8', () => {
    const scores = Array.from({ length: 25 }, (_, index) => 55 + 20 * normalQuantile((index + 0.5) / 25))
    const contacts = shuffled(scores, seededRandom(3)).map((score, index) => ({
      participant: 'P',
      channel: (['phone', 'email', 'chat'] as const)[index % 3]!,
      score: Math.round(score),
    }))
    const [low, high] = participantOf(contacts, 'P').interval!
    expect((high - low) / 2).toBeGreaterThan(6.8)
    expect((high - low) / 2).toBeLessThan(8.8)
  })

  test('hold the true result in about 95 of 100 editions', () => {
    const random = seededRandom(11)
    const truth = 0.9 * 60
    let held = 0
    for (let edition = 0; edition < 300; edition++) {
      const contacts = Array.from({ length: 25 }, (_, index) => ({
        participant: 'P',
        channel: (['phone', 'email', 'chat'] as const)[index % 3]!,
        ...(random() < 0.1 ? {} : { score: 20 + randomInteger(random, 81) }),
      }))
      const table = tableOf(contacts)
      const [low, high] = computeResults(table, { seed: String(edition), resamples: 400 }).participants[0]!
        .interval!
      if (low <= truth && truth <= high) held++
    }
    expect(held / 300).toBeGreaterThan(0.9)
    expect(held / 300).toBeLessThan(0.985)
  })

  test('are unknown, not zero wide, where each channel has one contact only', () => {
    const contacts = [
      { participant: 'P', score: 50 },
      { participant: 'P', score: 90, channel: 'email' as const },
    ]
    expect(participantOf(contacts, 'P').interval).toBeNull()
  })

  test('stay unknown when nothing is drawn', () => {
    const results = computeResults(tableOf(season(2, 5)), { seed: '1', resamples: 0 })
    expect(results.all.interval).toBeNull()
    expect(results.participants[0]).toMatchObject({ rank: 1, rankRange: null })
  })
})

test('one contact each: there are places, and nothing is said of how sure they are', () => {
  const results = resultsOf([
    { participant: 'A', score: 90 },
    { participant: 'B', score: 80 },
  ])
  expect(results.participants).toMatchObject([
    { participant: 'A', rank: 1, rankRange: null, canBeBest: null },
    { participant: 'B', rank: 2, rankRange: null, canBeBest: null },
  ])
})

test('one contact of somebody takes nothing from what is known of the others, and cannot be ruled out itself', () => {
  const clear = season(2, 24).map((row) => ({ ...row, score: row.participant === 'P1' ? 90 : 20 }))
  const varied = clear.map((row, index) => ({ ...row, score: row.score + (index % 5) }))
  const { participants, rankings } = resultsOf([...varied, { participant: 'Ny', score: 50 }])
  expect(participants).toMatchObject([
    { participant: 'P1', rank: 1, canBeBest: true, rankRange: [1, 1] },
    { participant: 'Ny', rank: 2, canBeBest: true, rankRange: null, levelWith: null },
    { participant: 'P0', rank: 3, canBeBest: false, levelWith: 0 },
  ])
  expect(rankings[0]!.canBeBest).toEqual(['Ny', 'P1'])
})

test('rank ranges are narrow where one is clearly best and wide where all are alike', () => {
  const alike = season(5, 8, 2)
  const best = Array.from({ length: 24 }, (_, index) => ({ participant: 'Best', score: 96 + (index % 5) }))
  const results = resultsOf([...alike, ...best])
  expect(results.participants[0]).toMatchObject({ participant: 'Best', rank: 1, rankRange: [1, 1] })
  const ranges = results.participants.slice(1).map(({ rankRange }) => rankRange![1] - rankRange![0])
  expect(Math.max(...ranges)).toBeGreaterThanOrEqual(2)
})
