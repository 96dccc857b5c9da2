import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { type Random, seededRandom } from '../../../kernel/random.ts'
import { normal, poisson } from '../../improvements/rules/testing/simulate-weeks.ts'
import { negativeBinomialTail } from './negative-binomial.ts'
import { baselineDays, falseAlarmsAMonth, findSpikes } from './spikes.ts'

describe('the tail', () => {
  it('is Poisson’s when there is no more scatter', () => {
    // 1 − e⁻²(1 + 2 + 2 + 4/3 + 2/3)
    expect(negativeBinomialTail(5, 2, 2)).toBeCloseTo(0.052653, 6)
    expect(negativeBinomialTail(0, 2, 2)).toBe(1)
  })

  it('is the geometric one for size 1', () => {
    // Mean 3, variance 12: p = 1/4, P(Y ≥ 4) = (3/4)⁴.
    expect(negativeBinomialTail(4, 3, 12)).toBeCloseTo(0.75 ** 4, 9)
  })
})

const weekdays = [1.32, 1.14, 1.04, 1, 0.92, 0.26, 0.2]
const first: PlainDate = '2026-02-02'
const days = baselineDays + 75
const topics = 100

/** A year-like world without any outbreak: Zipf's volumes, weekdays, a season, weekly noise and slow growth. */
function quietWorld(random: Random): number[][] {
  return Array.from({ length: topics }, (_, rank) => {
    const level = 20 * (rank + 1) ** -0.9 + 0.05
    const growth = 0.2 * normal(random)
    let noise = 1
    return Array.from({ length: days }, (_each, day) => {
      if (day % 7 === 0) noise = Math.exp(0.12 * normal(random))
      const slow = (1 + (Math.exp(growth) - 1) * (day / days)) * (1 + 0.25 * Math.sin(day / 58))
      return poisson(level * weekdays[day % 7]! * noise * slow, random)
    })
  })
}

const upTo = (world: readonly (readonly number[])[], day: number) =>
  world.map((counts, rank) => ({ key: String(rank), counts: counts.slice(0, day + 1) }))

describe('spikes', () => {
  it('keep the budget of false alarms', () => {
    let [alarms, looked] = [0, 0]
    for (const seed of ['one', 'two', 'three', 'four']) {
      const world = quietWorld(seededRandom(seed))
      for (let day = baselineDays; day < days; day++, looked++)
        alarms += findSpikes(upTo(world, day), addDays(first, day)).length
    }
    const aMonth = (alarms / looked) * 30
    process.stdout.write(
      `false alarms a month over ${topics} series: ${aMonth.toFixed(2)} of ${falseAlarmsAMonth}\n`,
    )
    // Poisson: two standard errors of 20 expected alarms in 300 days.
    expect(aMonth).toBeLessThanOrEqual(falseAlarmsAMonth + 0.9)
  })

  it('are found when a topic is asked about four times as much as usual', () => {
    const world = quietWorld(seededRandom('spike'))
    let [found, tried] = [0, 0]
    for (let day = baselineDays; day < days; day += 3) {
      if (day % 7 > 4) continue
      tried++
      const struck = upTo(world, day)
      const counts = [...struck[3]!.counts]
      counts[day] = Math.round(20 * 4 ** -0.9 * weekdays[day % 7]! * 4 + 8)
      struck[3] = { key: '3', counts }
      if (findSpikes(struck, addDays(first, day)).some(({ key }) => key === '3')) found++
    }
    expect(found / tried).toBeGreaterThan(0.85)
  })

  it('tell what was expected and up to what it would have been usual', () => {
    const counts = [...Array.from({ length: 84 }, (_, day) => (day % 7 < 5 ? 10 : 2)), 60]
    const [spike] = findSpikes([{ key: 'a', counts }], addDays(first, 84))
    expect(spike).toMatchObject({ key: 'a', count: 60 })
    expect(spike!.expected).toBeGreaterThan(8)
    expect(spike!.expected).toBeLessThan(12)
    expect(spike!.usualUpTo).toBeLessThan(40)
  })

  it('expect little on a holiday and on Saturdays', () => {
    const counts = [...Array.from({ length: 89 }, (_, day) => (day % 7 < 5 ? 10 : 1)), 10]
    // 89 days after Monday the 2nd of February is Saturday the 2nd of May.
    expect(findSpikes([{ key: 'a', counts }], addDays(first, 89))[0]!.expected).toBeLessThan(3)
  })
})
