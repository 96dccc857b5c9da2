import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { compile } from '../../simulation/rules/compile.ts'
import { keyAfter } from '../../simulation/rules/engine/chance.ts'
import { outcome } from '../../simulation/rules/engine/contact-table.ts'
import { runOnce } from '../../simulation/rules/engine/run-once.ts'
import { singleSkill } from '../../simulation/rules/testing/scenarios.ts'
import { afterGivingUp } from './after-giving-up.ts'
import { answeredWithin } from './measured-waiting.ts'
import { patienceOf } from './patience.ts'
import { givingUp, type HourSum, worstStretch } from './week-hours.ts'

const none = { offered: 0, waited: 0, lost: 0 }

describe('patience', () => {
  test('comes from single waits where twenty gave up, else from counts, else from nothing', () => {
    const single = [{ time: 60, ended: 100, unseen: 900 }]
    expect(patienceOf(single, none)).toMatchObject({
      source: 'log',
      lost: 100,
      seen: 1000,
      exponential: { mean: 600 },
      counts: null,
    })
    const counted = { offered: 1000, waited: 9000, lost: 30 }
    expect(patienceOf(single, counted).counts).toMatchObject({ mean: 300, lost: 30 })
    expect(patienceOf([], counted)).toMatchObject({
      source: 'counts',
      lost: 30,
      exponential: { mean: 300 },
      curve: [],
    })
    expect(patienceOf([{ time: 60, ended: 19, unseen: 900 }], none)).toMatchObject({
      source: 'none',
      lost: 19,
      exponential: null,
    })
  })

  test('known patience in simulated weeks is found within its interval as often as the interval says', () => {
    const known = 300
    const program = compile(singleSkill({ patienceSeconds: known, people: 10, days: 1 }))
    const runs = 200
    let hits = 0
    for (let run = 0; run < runs; run++) {
      const { contacts } = runOnce(program, keyAfter(7, run))
      const waits = Array.from({ length: contacts.size }, (_, at) => at).flatMap((at) => {
        const gaveUp = contacts.outcome[at] === outcome.abandonedForGood
        const until = gaveUp ? contacts.end[at]! : contacts.start[at]!
        return Number.isNaN(until)
          ? []
          : [{ time: until - contacts.arrival[at]!, ended: gaveUp ? 1 : 0, unseen: gaveUp ? 0 : 1 }]
      })
      const { low, high } = patienceOf(waits, none).exponential!
      if (low <= known && known <= high) hits++
    }
    expect(hits / runs).toBeGreaterThanOrEqual(0.93)
  })

  test('the one number is told apart from a patience that it does not fit', () => {
    const random = seededRandom('patience')
    const draw = (patience: () => number) =>
      Array.from({ length: 3000 }, () => {
        const [stays, offered] = [patience(), -120 * Math.log(1 - random())]
        return stays < offered
          ? { time: Math.ceil(stays), ended: 1, unseen: 0 }
          : { time: Math.ceil(offered), ended: 0, unseen: 1 }
      })
    expect(
      patienceOf(
        draw(() => -200 * Math.log(1 - random())),
        none,
      ).fit!.isClose,
    ).toBe(true)
    // Nobody gives up in the first minute.
    const late = patienceOf(
      draw(() => 60 - 140 * Math.log(1 - random())),
      none,
    )
    expect(late.fit).toMatchObject({ isClose: false })
    expect(late.marks[0]).toMatchObject({ seconds: 30, stays: 1 })
    expect(late.marks[0]!.exponential).toBeLessThan(0.95)
  })
})

describe('the week', () => {
  const hour = (weekday: number, at: number, told: number, lost: number): HourSum => ({
    weekday,
    hour: at,
    offered: told,
    told,
    lost,
    timed: told,
    waited: told * 30,
  })
  const week = (change: (weekday: number, at: number) => number) =>
    [1, 2, 3, 4, 5].flatMap((weekday) =>
      [8, 9, 10, 11, 12].map((at) => hour(weekday, at, 100, change(weekday, at))),
    )

  test('Monday from 8 to 10 with 20 of 100 an hour in a week of 5', () => {
    const found = worstStretch(week((weekday, at) => (weekday === 1 && at < 10 ? 20 : 5)))!
    expect(found).toMatchObject({ weekday: 1, fromHour: 8, toHour: 10, offered: 200, lost: 40, share: 0.2 })
    expect(found.low).toBeCloseTo(givingUp({ told: 200, lost: 40 })!.low, 12)
  })

  test('chance alone is no stretch, nor an hour with a handful of contacts', () => {
    expect(worstStretch(week((weekday, at) => 4 + ((weekday + at) % 4)))).toBeNull()
    expect(worstStretch([...week(() => 5), hour(6, 10, 10, 9)])).toBeNull()
    expect(worstStretch([])).toBeNull()
  })
})

describe('after giving up', () => {
  test('60 of 100 are back within the day, most of them by phone; those who got through for comparison', () => {
    const row = { ending: 'lost', next: 'through' } as const
    const found = afterGivingUp(
      [
        { ...row, minutes: 30, channel: 'phone', count: 45 },
        { ...row, minutes: 300, channel: 'chat', count: 15 },
        { ...row, minutes: 7 * 1440, channel: null, next: null, count: 40 },
        { ending: 'through', minutes: 60, channel: 'phone', next: 'through', count: 10 },
        { ending: 'through', minutes: 7 * 1440, channel: null, next: null, count: 90 },
      ],
      7,
    )
    expect(found.back!.share).toBeCloseTo(0.6, 9)
    expect(found.backThrough!.share).toBeCloseTo(0.1, 9)
    expect(found.halfBackHours).toBe(5)
    expect(found.channels.map(({ channel }) => channel)).toEqual(['phone', 'chat'])
    expect(found.channels[0]!.share).toBeCloseTo(0.45, 9)
    expect(found.next).toEqual({ through: 60, lost: 0, unknown: 0 })
  })

  test('who gave up yesterday has not stayed away for a week', () => {
    const found = afterGivingUp(
      [
        { ending: 'lost', minutes: 60, channel: 'phone', next: 'through', count: 30 },
        { ending: 'lost', minutes: 90, channel: null, next: null, count: 500 },
        { ending: 'lost', minutes: 120, channel: 'phone', next: 'through', count: 10 },
        { ending: 'lost', minutes: 7 * 1440, channel: null, next: null, count: 10 },
      ],
      7,
    )
    // Of all 550 it would be 7 %; of those who could be followed it is 1 − 520/550 × 10/20.
    expect(found.back!.share).toBeCloseTo(1 - (520 / 550) * 0.5, 9)
  })

  test('of few nothing is said', () => {
    const found = afterGivingUp(
      [{ ending: 'lost', minutes: 60, channel: 'phone', next: 'lost', count: 19 }],
      7,
    )
    expect(found).toMatchObject({ back: null, curve: [], channels: [], halfBackHours: null })
  })
})

test('answered within a limit, of all who waited', () => {
  const waits = [
    { time: 10, ended: 0, unseen: 2 },
    { time: 40, ended: 0, unseen: 1 },
    { time: 5, ended: 1, unseen: 0 },
  ]
  expect(answeredWithin(waits, 30)).toBe(0.5)
  expect(answeredWithin([], 30)).toBeNull()
})
