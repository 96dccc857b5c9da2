import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, fromEpochDay, toEpochDay } from '../../../../kernel/calendar.ts'
import { seededRandom } from '../../../../kernel/random.ts'
import { backtestForecast } from './backtest.ts'
import { fitForecast, quantileOf } from './fit-forecast.ts'
import type { Forecast, ForecastInput, PlannedEvent } from './forecast-types.ts'
import { testOffice } from './testing/test-office.ts'
import { type TrafficSeries, toSeries } from './traffic-series.ts'

const ask = (series: TrafficSeries, more: Partial<ForecastInput> = {}) =>
  fitForecast({ series, horizonDays: 14, calendar: 'none', ...more })

const totalOf = (forecast: Forecast) => forecast.cells.reduce((sum, { mean }) => sum + mean, 0)

describe('a forecast', () => {
  const series = testOffice({ days: 140 })
  const forecast = ask(series)

  test('is of the open intervals of the days after the series, and near the truth', () => {
    expect(forecast.cells).toHaveLength(10 * 16)
    expect(forecast.cells[0]).toMatchObject({ date: addDays('2025-01-06', 140), minute: 480 })
    // 400 contacts on a mean day of weight 1.02; Monday weighs 1.2.
    expect(forecast.days[0]!.total).toBeGreaterThan(440)
    expect(forecast.days[0]!.total).toBeLessThan(520)
  })

  test('has parts that multiply back to it', () => {
    for (const { mean, parts } of forecast.cells)
      expect(Object.values(parts).reduce((product, part) => product * part, 1)).toBeCloseTo(mean, 6)
  })

  test('has quantiles in order, and its 95 % interval among them', () => {
    for (const [at, cell] of forecast.cells.entries()) {
      const [low, middle, high] = [0.025, 0.5, 0.975].map((p) => quantileOf(forecast, at, p)) as [
        number,
        number,
        number,
      ]
      expect([low, high]).toEqual([cell.lo95, cell.hi95])
      expect(low).toBeLessThanOrEqual(middle)
      expect(middle).toBeLessThanOrEqual(high)
    }
  })

  test('comes out the same twice', () => {
    expect(JSON.stringify(ask(series))).toBe(JSON.stringify(forecast))
  })

  test('scales with the traffic', () => {
    const tenfold = ask({ ...series, values: series.values.map((value) => value * 10) })
    const ratio =
      tenfold.cells.reduce((sum, { mean }) => sum + mean, 0) /
      forecast.cells.reduce((sum, { mean }) => sum + mean, 0)
    expect(ratio).toBeCloseTo(10, 0)
  })
})

test('a missing weekday does not shift the weekly pattern, and is told', () => {
  const missing = addDays('2025-01-06', 21)
  const forecast = ask(testOffice({ days: 140, effect: (date) => (date === missing ? 0 : 1) }))
  expect(forecast.closedDays).toContainEqual({ date: missing, why: 'no-rows' })
  const [monday, friday] = [forecast.days[0]!, forecast.days[4]!]
  expect(monday.total / friday.total).toBeGreaterThan(1.15)
})

test('a day far from what was expected is odd, counts little, and a closed one is no zero', () => {
  const [odd, closed] = [addDays('2025-01-06', 64), addDays('2025-01-06', 86)]
  const effect = (date: string) => (date === odd ? 2.2 : date === closed ? 0.001 : 1)
  const forecast = ask(testOffice({ days: 140, effect }))
  expect(forecast.oddDays.map(({ date }) => date)).toContain(odd)
  expect(forecast.closedDays).toContainEqual({ date: closed, why: 'no-traffic' })
  expect(forecast.days[0]!.total).toBeLessThan(520)
})

test('the hour that the clocks skip in spring is not forecast', () => {
  const cells = Array.from({ length: 70 * 24 }, (_, hour) => ({
    date: addDays('2025-01-20', Math.floor(hour / 24)),
    minute: 60 * (hour % 24),
    value: 10 + (hour % 3),
  }))
  const before = cells.filter(({ date }) => date < '2025-03-24')
  const { cells: ahead } = fitForecast({ series: toSeries(before, 60), horizonDays: 7, calendar: 'NO' })
  const hoursOf = (date: string) =>
    ahead.filter((cell) => cell.date === date).map(({ minute }) => minute / 60)
  expect(hoursOf('2025-03-29')).toHaveLength(24)
  expect(hoursOf('2025-03-30')).toHaveLength(23)
  expect(hoursOf('2025-03-30')).not.toContain(2)
})

test('too few days are refused', () => {
  expect(() => ask(testOffice({ days: 4 }))).toThrow('too few days')
})

test('95 % intervals hold what comes, with a long and with a short history', () => {
  for (const days of [35, 120]) {
    let [held, all] = [0, 0]
    for (let seed = 1; seed <= 8; seed++) {
      const whole = testOffice({ days: days + 14, seed, noise: 0.06 })
      const known = { ...whole, days, values: whole.values.subarray(0, days * whole.slots) }
      for (const { date, minute, lo95, hi95 } of ask(known).cells) {
        const actual = whole.values[(toEpochDay(date) - whole.firstDay) * whole.slots + minute / 30]!
        held += Number(actual >= lo95 && actual <= hi95)
        all++
      }
    }
    expect(held / all).toBeGreaterThan(0.92)
    // A short history may be too careful, never too sure.
    expect(held / all).toBeLessThan(days === 35 ? 0.999 : 0.985)
  }
})

describe('events', () => {
  const dates = [20, 45, 70, 95, 120, 145].map((days) =>
    addDays('2025-01-06', days - ((days + 0) % 7 > 4 ? 2 : 0)),
  )
  const events: PlannedEvent[] = dates.map((date) => ({ kind: 'faktura', date }))

  test('an effect of 30 % seen six times is found within its interval, for any seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const series = testOffice({ days: 170, seed, effect: (date) => (dates.includes(date) ? 1.3 : 1) })
        const [effect] = ask(series, { events }).events
        expect(effect).toMatchObject({ kind: 'faktura', occurrences: 6, basis: 'learned' })
        const first = effect!.days[0]!
        // One interval of twenty misses; a wider one by half must not.
        const spare = 0.5 * (first.high - first.low)
        expect(first.low - spare).toBeLessThan(0.3)
        expect(first.high + spare).toBeGreaterThan(0.3)
        expect(first.change).toBeGreaterThan(0.18)
        expect(effect!.days[3]!.change).toBeLessThan(0.1)
      }),
      { numRuns: 12, seed: 7 },
    )
  })

  test('what has no effect is given none', () => {
    const [effect] = ask(testOffice({ days: 170 }), { events }).events
    expect(Math.abs(effect!.days[0]!.change)).toBeLessThan(0.06)
    expect(effect!.days[0]!.low).toBeLessThan(0)
    expect(effect!.days[0]!.high).toBeGreaterThan(0)
  })

  const next = addDays('2025-01-06', 172)
  const effect = (date: string) => (dates.includes(date) ? 1.3 : 1)
  const series = testOffice({ days: 168, effect })
  const dayOf = (more: readonly PlannedEvent[]) =>
    ask(series, { events: [...events, ...more] }).days.find(({ date }) => date === next)!.total

  test("a coming one is applied, and the planner's own figure goes before it", () => {
    const without = dayOf([])
    expect(dayOf([{ kind: 'faktura', date: next }]) / without).toBeGreaterThan(1.18)
    expect(dayOf([{ kind: 'faktura', date: next, factor: 2 }]) / without).toBeCloseTo(2, 1)
  })

  test('a kind never seen says so, and its interval is wide', () => {
    const found = ask(series, { events: [...events, { kind: 'kampanje', date: next }] }).events
    const campaign = found.find(({ kind }) => kind === 'kampanje')!
    expect(campaign).toMatchObject({ occurrences: 0, basis: 'prior' })
    expect(campaign.days[0]!.high - campaign.days[0]!.low).toBeGreaterThan(0.5)
  })
})

describe('a level that moves', () => {
  const day = (at: number) => addDays('2025-01-06', at)

  test.each([
    ['up', 1.5],
    ['down', 0.65],
  ])('%s for a fortnight is followed before anybody has said why', (_, by) => {
    for (const seed of [1, 2, 3]) {
      const effect = (date: string) => (date >= day(266) ? by : 1)
      const series = testOffice({ days: 280, seed, effect })
      const jumped = totalOf(ask(series))
      const before = totalOf(ask(testOffice({ days: 280, seed })))
      expect(jumped / before / by).toBeGreaterThan(0.9)
      expect(jumped / before / by).toBeLessThan(1.1)
    }
  })

  test('is not followed when somebody has rejected the jump, within a week of its date', () => {
    const series = testOffice({ days: 280, effect: (date) => (date >= day(266) ? 1.5 : 1) })
    const followed = totalOf(ask(series))
    const rejected = totalOf(ask(series, { dismissed: [day(263)] }))
    expect(rejected).toBeLessThan(0.85 * followed)
    expect(totalOf(ask(series, { dismissed: [day(240)] }))).toBe(followed)
  })

  test('for one week of storm is not', () => {
    const effect = (date: string) => (date >= day(273) ? 1.7 : 1)
    for (const seed of [1, 2, 3]) {
      const stormy = totalOf(ask(testOffice({ days: 280, seed, effect })))
      expect(stormy / totalOf(ask(testOffice({ days: 280, seed })))).toBeLessThan(1.15)
    }
  })

  test.each([3, 5])(
    'for %i days is told of as not followed yet, with the day it must last through',
    (days) => {
      const series = testOffice({ days: 278, effect: (date) => (date >= day(278 - days) ? 1.5 : 1) })
      const { oddEnd } = ask(series)
      expect(oddEnd).toMatchObject({ from: day(278 - days), days })
      expect(oddEnd!.ratio).toBeGreaterThan(1.3)
      const left = { 3: day(280 + 4), 5: day(280 + 2) }[days]
      expect(oddEnd!.lastBeforeFollowed).toBe(left)
      expect(ask(testOffice({ days: 278 })).oddEnd).toBeNull()
    },
  )

  test('with a season that has been seen once only is followed to where it is', () => {
    const season = (openDay: number) => Math.exp(0.15 * Math.cos((2 * Math.PI * openDay) / 260))
    const errors = [1, 2].map((seed) => {
      const series = testOffice({ days: 322, seed, aDay: 1500, effect: (_, at) => season(at) })
      const foretold = ask(series).days.reduce((sum, { total }) => sum + total, 0)
      const coming = Array.from(
        { length: 10 },
        (_, k) => 1500 * season(230 + k) * [1.2, 1.05, 1, 0.95, 0.9][k % 5]!,
      )
      return Math.log(foretold / coming.reduce((sum, each) => sum + each, 0))
    })
    expect(Math.abs(errors.reduce((sum, each) => sum + each, 0) / 2)).toBeLessThan(0.055)
  })

  test('by a steady growth is followed to where it is, and the median of eight weeks is left behind', () => {
    const errors = { forecast: 0, median: 0 }
    for (const seed of [1, 2, 3]) {
      const series = testOffice({ days: 300, seed, aDay: 1500, effect: (_, at) => 1.002 ** at })
      const { overall } = backtestForecast(
        { series, horizonDays: 14, calendar: 'none' },
        { horizonDays: 14, origins: 2 },
      )
      errors.forecast += overall!.forecast.wape
      errors.median += overall!.median8.wape
    }
    expect(errors.forecast).toBeLessThan(0.95 * errors.median)
  })
})

describe('a day with shorter hours', () => {
  const series = testOffice({ days: 140 })
  const hours = [{ from: '08:00', to: '16:00' }]
  const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours }
  const short = (date: string) => ({ date, hours: [{ from: '10:00', to: '12:00' }] })
  const cellsOf = (forecast: Forecast, date: string) => forecast.cells.filter((cell) => cell.date === date)
  const whole = ask(series, { opening: { week, exceptions: [] } })

  test('has the contacts that usually come in those, and its parts still multiply to them', () => {
    const found = cellsOf(ask(series, { opening: { week, exceptions: [short('2025-05-28')] } }), '2025-05-28')
    const usual = cellsOf(whole, '2025-05-28').filter(({ minute }) => minute >= 600 && minute < 720)
    expect(found.map(({ mean }) => mean.toFixed(6))).toEqual(usual.map(({ mean }) => mean.toFixed(6)))
    for (const { mean, parts } of found)
      expect(Object.values(parts).reduce((product, part) => product * part, 1)).toBeCloseTo(mean, 9)
  })

  test('in the past is no quiet day', () => {
    const [date, at] = ['2025-05-21', toEpochDay('2025-05-21') - toEpochDay('2025-01-06')]
    const values = series.values.map((value, cell) => {
      const [day, slot] = [Math.floor(cell / 48), cell % 48]
      return day === at && (slot < 20 || slot >= 24) ? Number.NaN : value
    })
    const found = ask({ ...series, values }, { opening: { week, exceptions: [short(date)] } })
    expect(found.oddDays.map((day) => day.date)).not.toContain(date)
    expect(Math.abs(Math.log(totalOf(found) / totalOf(whole)))).toBeLessThan(0.02)
  })
})

describe('shocks', () => {
  test('a jump of the level is proposed with its date and size; confirmed, it enters the forecast', () => {
    const at = addDays('2025-01-06', 126)
    const series = testOffice({ days: 140, effect: (date) => (date >= at ? 1.5 : 1) })
    const [found] = ask(series).shocks
    expect(Math.abs(toEpochDay(found!.date) - toEpochDay(at))).toBeLessThanOrEqual(3)
    expect(found!.low).toBeLessThan(1.5)
    expect(found!.high).toBeGreaterThan(1.4)
    const shocked = ask(series, { shocks: [{ id: 'pris', from: at }] })
    expect(shocked.shocks).toEqual([])
    expect(shocked.cells[0]!.parts.shock).toBeGreaterThan(1.35)
    expect(shocked.days[0]!.total).toBeGreaterThan(630)
  })

  test('one that is to come fades by half in its half-life', () => {
    const from = addDays('2025-01-06', 140)
    const { cells } = ask(testOffice({ days: 140 }), {
      shocks: [{ id: 'x', from, multiplier: 2, halfLifeDays: 7 }],
    })
    expect(cells[0]!.parts.shock).toBeCloseTo(2, 9)
    expect(cells.find(({ date }) => date === addDays(from, 7))!.parts.shock).toBeCloseTo(Math.SQRT2, 9)
  })

  /** Eighteen months with a season, a level that drifts, and something from 100 days before the end. */
  const withSeason = (change: (since: number) => number, seed: number) => {
    const random = seededRandom(`drift ${seed}`)
    let drift = 0
    return testOffice({
      days: 548,
      seed,
      noise: 0.045,
      effect: (date) => {
        const day = toEpochDay(date) - toEpochDay('2025-01-06')
        drift = 0.9 * drift + 0.035 * (random() + random() - 1)
        return Math.exp(drift) * (1 + 0.12 * Math.cos((2 * Math.PI * day) / 365.25)) * change(day - 448)
      },
    })
  }

  test('one that fades over months is found within a season and a drift, with a half-life', () => {
    const fading = (since: number) => (since < 0 ? 1 : 1 + 0.34 * 2 ** (-since / 38))
    const found = [1, 2, 3, 4].map((seed) => ask(withSeason(fading, seed), { origins: 0 }).shocks)
    const near = found.filter((shocks) =>
      shocks.some(
        ({ date, multiplier, halfLifeDays }) =>
          Math.abs(toEpochDay(date) - toEpochDay('2025-01-06') - 448) <= 7 &&
          multiplier > 1.15 &&
          multiplier < 1.6 &&
          halfLifeDays !== null,
      ),
    )
    expect(near.length).toBeGreaterThanOrEqual(3)
  })

  test('a change that comes slowly is no jump', () => {
    const slowly = (since: number) => 1 + 0.25 * Math.min(Math.max(since / 84 + 0.5, 0), 1)
    const raised = [1, 2, 3, 4].flatMap((seed) => ask(withSeason(slowly, seed), { origins: 0 }).shocks)
    expect(raised).toEqual([])
  })

  test('ordinary series raise few', () => {
    let raised = 0
    for (let seed = 100; seed < 120; seed++)
      raised += ask(testOffice({ days: 200, seed }), { origins: 0 }).shocks.length
    expect(raised).toBeLessThanOrEqual(1)
  })
})

describe('drivers', () => {
  const price = (day: number) => 50 + 30 * Math.sin(day / 9)
  const first = toEpochDay('2025-01-06')
  const history = Array.from({ length: 168 }, (_, day) => ({
    date: fromEpochDay(first + day),
    value: price(day),
  }))
  const series = testOffice({
    days: 168,
    effect: (date) => Math.exp(0.004 * (price(toEpochDay(date) - first) - 50)),
  })
  const future = (value: number) => [{ date: fromEpochDay(first + 168), value }]
  const at = (base: number, beyondSeen = false) =>
    ask(series, { drivers: [{ id: 'price', history, future: { base: future(base) }, beyondSeen }] })

  test('the learned answer is applied', () => {
    const ratio = at(75).cells[0]!.parts.driver / at(25).cells[0]!.parts.driver
    expect(ratio).toBeGreaterThan(1.1)
    expect(ratio).toBeLessThan(1.35)
  })

  test('beyond what has been seen the edge is held, and said so; unless it is allowed', () => {
    const [edge, far] = [at(80), at(300)]
    expect(far.cells[0]!.parts.driver).toBeCloseTo(edge.cells[0]!.parts.driver, 2)
    expect(far.driverNotes).toContainEqual(
      expect.objectContaining({ code: 'held-at-edge', driver: 'price', value: 300 }),
    )
    const allowed = at(300, true)
    expect(allowed.cells[0]!.parts.driver).toBeGreaterThan(far.cells[0]!.parts.driver * 1.1)
    expect(allowed.driverNotes).toContainEqual(expect.objectContaining({ code: 'beyond-seen' }))
  })

  test('low and high paths are told against the base', () => {
    const paths = { base: future(50), low: future(25), high: future(75) }
    const { scenarios } = ask(series, { drivers: [{ id: 'price', history, future: paths }] })
    expect(scenarios.find(({ path }) => path === 'low')!.factors[0]!.factor).toBeLessThan(1)
    expect(scenarios.find(({ path }) => path === 'high')!.factors[0]!.factor).toBeGreaterThan(1)
  })
})

test('holidays are closed when those of the past were, and not otherwise', () => {
  const easter = ['2025-04-17', '2025-04-18', '2025-04-21', '2025-05-01', '2025-05-29', '2025-06-09']
  const until = toEpochDay('2025-05-20') - toEpochDay('2025-01-06')
  const closed = ask(testOffice({ days: until, effect: (date) => (easter.includes(date) ? 0 : 1) }), {
    calendar: 'NO',
  })
  expect(closed.days.find(({ date }) => date === '2025-05-29')!.open).toBe(false)
  const open = ask(testOffice({ days: until }), { calendar: 'NO' })
  expect(open.days.find(({ date }) => date === '2025-05-29')!.open).toBe(true)
})

test('at past origins the 95 % interval, learned from the other origins, held about that share', () => {
  const { past } = ask(testOffice({ days: 260 }))
  expect(past.covered).toBeGreaterThan(0.92)
  expect(past.covered).toBeLessThan(0.98)
  expect(ask(testOffice({ days: 260 }), { origins: 1 }).past.covered).toBeNull()
})

test('a backtest knows nothing of what came after its origins', () => {
  const series = testOffice({ days: 140 })
  const asked = { series, horizonDays: 14, calendar: 'none' as const }
  const found = backtestForecast(asked, { horizonDays: 14, origins: 3 })
  expect(found.origins.map(({ from }) => from)).toEqual(
    [96, 110, 124].map((days) => addDays('2025-01-06', days)),
  )
  const values = series.values.map((value, at) => (at >= 112 * series.slots ? value * 3 : value))
  const other = backtestForecast({ ...asked, series: { ...series, values } }, { horizonDays: 14, origins: 3 })
  expect(other.origins[0]).toEqual(found.origins[0])
  expect(found.overall!.forecast.wape).toBeLessThan(found.overall!.seasonalNaive.wape)
})

test('a centre with a handful of contacts a day gets a forecast too', () => {
  const cells = Array.from({ length: 60 * 24 }, (_, at) => ({
    date: addDays('2025-01-06', Math.floor(at / 24)),
    minute: (at % 24) * 60,
    value: (at * 7919) % 11 === 0 ? 1 : 0,
  }))
  const { cells: ahead, notes } = ask(toSeries(cells, 60))
  expect(ahead.every(({ mean, lo95, hi95 }) => mean >= 0 && lo95 <= mean && mean <= hi95 && hi95 < 10)).toBe(
    true,
  )
  expect(notes).toContain('small-numbers')
})

describe('a night line with one contact and a half on a usual night', () => {
  const random = seededRandom(11)
  const cells = Array.from({ length: 200 * 4 }, (_, at) => ({
    date: addDays('2026-01-01', Math.floor(at / 4)),
    minute: 1320 + 30 * (at % 4),
    value: Number(random() < 0.3) + Number(random() < 0.075),
  }))
  const mean = cells.reduce((sum, { value }) => sum + value, 0) / cells.length
  const meanAhead = (series: TrafficSeries) => {
    const ahead = ask(series).cells
    return ahead.reduce((sum, cell) => sum + cell.mean, 0) / ahead.length
  }

  test('has nights without any, which are zeros of it and not closed', () => {
    expect(ask(toSeries(cells, 30)).closedDays).toEqual([])
    expect(meanAhead(toSeries(cells, 30)) / mean).toBeLessThan(1.2)
  })

  test('has them also where only what came is written', () => {
    const written = toSeries(
      cells.filter(({ value }) => value > 0),
      30,
    )
    expect(ask(written).closedDays).toEqual([])
    expect(meanAhead(written) / mean).toBeLessThan(1.3)
  })

  test('has the mean that it has had, whatever its clipped logarithms say', () => {
    const ratios = Array.from({ length: 4 }, (_, seed) => {
      const draw = seededRandom(seed)
      // Four contacts and a half on a night of 28 quarters, some nights without any.
      const nights = Array.from({ length: 200 * 28 }, (_, at) => ({
        date: addDays('2026-01-01', Math.floor(at / 28)),
        minute: 15 * (at % 28),
        value: Number(draw() < 0.12) + Number(draw() < 0.04),
      }))
      return (
        nights.reduce((sum, { value }) => sum + value, 0) / nights.length / meanAhead(toSeries(nights, 15))
      )
    })
    const usual = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    expect(usual).toBeGreaterThan(0.94)
    expect(usual).toBeLessThan(1.06)
  })

  test('was closed when so many of them lie in a row that chance does not explain it', () => {
    const holiday = (date: string) => date >= '2026-05-04' && date < '2026-05-18'
    const closed = cells.map((cell) => (holiday(cell.date) ? { ...cell, value: 0 } : cell))
    const found = ask(toSeries(closed, 30)).closedDays
    expect(found.filter(({ date }) => holiday(date))).toHaveLength(14)
    expect(found.every(({ why }) => why === 'no-traffic')).toBe(true)
  })

  test('is looked back at without the days on which nobody came', () => {
    const found = backtestForecast(
      { series: toSeries(cells, 30), horizonDays: 7, calendar: 'none' },
      { horizonDays: 7, origins: 1 },
    )
    expect(found.overall!.intervals).toBe(28)
    expect(found.byHorizon.length).toBeLessThan(7)
    for (const line of found.byHorizon) expect(line.contacts).toBeGreaterThan(0)
  })
})
