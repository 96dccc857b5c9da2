import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOfHour, defaultAssumptions, productiveHours } from './assumptions.ts'
import { binomialChances, leftOf, meanOf, quantileOf } from './binomial.ts'
import { chanceOfEnough, gapOf } from './gap.ts'
import { planHiring } from './hiring-plan.ts'
import { addMonths, daysIn, monthsFrom } from './months.ts'
import { type FlowInput, peopleFlow } from './people-flow.ts'
import { productivity, productivityIn, survival, workBack } from './tenure.ts'

const today = '2026-11-28'
const months = monthsFrom('2026-12', 12)
const of = defaultAssumptions
const veterans = { startedOn: '2022-01-01', people: 40 }
const input: FlowInput = { today, cohorts: [veterans], hires: [], assumptions: of }
const exactly = (mean: number) => ({ mean, low: mean, high: mean })
const needs = (mean: number) => new Map(months.map((month) => [month, exactly(mean)]))

describe('time at work', () => {
  it('an hour at work costs the month over the hours that are left of it', () => {
    expect(costOfHour(defaultAssumptions)).toBeCloseTo(60_000 / (37.5 * (365.25 / 84) * 0.8), 10)
    expect(costOfHour({ ...defaultAssumptions, meanPosition: 0.5, monthlyCost: 30_000 })).toBeCloseTo(
      costOfHour(defaultAssumptions),
      10,
    )
  })

  it('keeps 80 of 100 through a year at 20 % a year, and 64 through two', () => {
    const later = { ...of, attritionFirst: 0.2, attritionFirstYear: 0.2 }
    expect(survival(365.25, later)).toBeCloseTo(0.8, 12)
    expect(survival(730.5, later)).toBeCloseTo(0.64, 12)
    expect(survival(0, of)).toBe(1)
  })

  it('teaches: nothing in training, 0.53 in the first month, 18.6 % of twelve months lost as in the study', () => {
    expect(productivity(39, of)).toBe(0)
    expect(productivity(40, of)).toBe(0.53)
    expect(productivity(71, of)).toBeCloseTo(1 - 0.47 * 2 ** (-1 / 3.2), 12)
    const twelve = Array.from({ length: 12 }, (_, month) => productivity(40 + month * 30.4375 + 1, of))
    expect(1 - twelve.reduce((sum, each) => sum + each, 0) / 12).toBeCloseTo(0.186, 3)
    expect(productivityIn('2027-01', '2027-01-01', { ...of, trainingDays: 0 })).toBeCloseTo(
      (0.53 * 31 + 0.0) / 31,
      2,
    )
  })

  it('works back from the day on which somebody is needed: 34 + 30 + 40 days before 1 February', () => {
    expect(workBack('2027-02-01', { ...of, rampMonths: 0 })).toEqual({
      advertiseBy: '2026-10-20',
      signBy: '2026-11-23',
      startBy: '2026-12-23',
      trainedBy: '2027-02-01',
      countedFrom: '2027-02-01',
    })
  })

  it('multiplies what is lost outside and inside work', () => {
    expect(productiveHours(of)).toBeCloseTo(37.5 * (365.25 / 84) * 0.8 * 0.88, 10)
  })

  it('counts months over the turn of the year', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02')
    expect(addMonths('2027-01', -1)).toBe('2026-12')
    expect(daysIn('2028-02')).toBe(29)
  })
})

describe('who is left', () => {
  it('has the chances of a coin', () => {
    expect([...binomialChances(2, 0.5)]).toEqual([0.25, 0.5, 0.25])
    expect([...binomialChances(3, 1)]).toEqual([0, 0, 0, 1])
  })

  it('has the mean and the spread of its groups, exactly', () => {
    const group = fc.record({
      people: fc.integer({ min: 0, max: 30 }),
      stays: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
    })
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), (groups) => {
        const left = leftOf(groups)
        const mean = groups.reduce((sum, { people, stays, weight }) => sum + people * stays * weight, 0)
        expect(meanOf(left)).toBeCloseTo(mean, 6)
        const variance = left.chances.reduce((sum, chance, at) => sum + chance * (at * 0.01 - mean) ** 2, 0)
        expect(variance).toBeCloseTo(
          groups.reduce(
            (sum, { people, stays, weight }) => sum + people * stays * (1 - stays) * weight ** 2,
            0,
          ),
          5,
        )
        expect(quantileOf(left, 0.5)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('people month by month', () => {
  it('loses 20 % of 40 practised ones in a year: 32 are left, with their interval', () => {
    const year = peopleFlow(input, monthsFrom('2026-12', 13)).at(-1)!
    expect(year.start).toBeCloseTo(40 * 0.8 ** (368 / 365.25), 2)
    expect(year.have.low).toBeLessThan(year.have.mean - 3)
    expect(year.have.high).toBeGreaterThan(year.have.mean + 3)
  })

  it('loses nobody on the way: start + hires − leavers = end, and one month ends as the next begins', () => {
    const cohort = fc.record({
      startedOn: fc
        .integer({ min: 1, max: 28 })
        .chain((day) =>
          fc
            .integer({ min: -30, max: 10 })
            .map((month) => `${addMonths('2026-12', month)}-${String(day).padStart(2, '0')}`),
        ),
      people: fc.integer({ min: 0, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(cohort, { maxLength: 5 }), (all) => {
        const cohorts = all.filter(({ startedOn }) => startedOn <= today)
        const hires = all.filter(({ startedOn }) => startedOn > today)
        const flow = peopleFlow({ ...input, cohorts, hires }, months)
        for (const [at, month] of flow.entries()) {
          expect(month.start + month.hires - month.leavers).toBeCloseTo(month.end, 8)
          if (at > 0) expect(month.start).toBeCloseTo(flow[at - 1]!.end, 8)
          expect(month.leavers).toBeGreaterThanOrEqual(0)
          expect(month.have.mean).toBeLessThanOrEqual(month.start + month.hires + 1e-6)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('counts a newcomer as nothing in training and as more each month', () => {
    const flow = peopleFlow(
      { ...input, cohorts: [], hires: [{ startedOn: '2026-12-01', people: 10 }] },
      months,
    )
    expect(flow[0]!.have.mean).toBe(0)
    expect(flow[0]!).toMatchObject({ start: 0, hires: 10 })
    expect(flow[2]!.have.mean).toBeGreaterThan(flow[1]!.have.mean)
    expect(flow[0]!.bands.training).toBeGreaterThan(9)
  })
})

describe('the gap', () => {
  it('is certain when nothing is left to chance', () => {
    const have = leftOf([{ people: 10, stays: 1, weight: 1 }])
    expect(gapOf(exactly(12), have)).toMatchObject({ mean: 2, enough: 0 })
    expect(gapOf(exactly(10), have)).toMatchObject({ mean: 0, enough: 1 })
    const unsure = gapOf({ mean: 10, low: 8.04, high: 11.96 }, have)
    expect(unsure.enough).toBeCloseTo(0.5, 6)
    expect(unsure.low).toBeCloseTo(-1.96, 2)
    expect(unsure.high).toBeCloseTo(1.96, 2)
  })

  it('leaves a fortieth of the outcomes on either side', () => {
    const group = fc.record({
      people: fc.integer({ min: 1, max: 30 }),
      stays: fc.double({ min: 0.3, max: 1, noNaN: true }),
      weight: fc.constantFrom(0, 0.4, 0.77, 1),
    })
    const need = fc
      .tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0.05, max: 20, noNaN: true }))
      .map(([mean, half]) => ({ mean, low: mean - half, high: mean + half }))
    const moved = (by: number, { mean, low, high }: ReturnType<typeof exactly>) => ({
      mean: mean - by,
      low: low - by,
      high: high - by,
    })
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), need, (groups, asked) => {
        const have = leftOf(groups)
        const { low, high } = gapOf(asked, have)
        expect(chanceOfEnough(moved(low, asked), have)).toBeCloseTo(0.025, 6)
        expect(chanceOfEnough(moved(high, asked), have)).toBeCloseTo(0.975, 6)
        // Without a spread the outcomes are a hundredth of a person apart, and the end is one of them.
        const certain = exactly(asked.mean)
        const end = gapOf(certain, have).high
        expect(chanceOfEnough(moved(end, certain), have)).toBeGreaterThanOrEqual(0.975 - 1e-12)
        expect(chanceOfEnough(moved(end - 0.005, certain), have)).toBeLessThan(0.975)
      }),
    )
  })
})

describe('when must we hire', () => {
  it('asks for nobody when there are enough', () => {
    const plan = planHiring(input, months, needs(20))
    expect(plan).toMatchObject({ proposals: [], outOfReach: [] })
    expect(plan.surplus.at(0)).toMatchObject({ month: '2026-12', fromHires: false })
  })

  it('says what no advertisement can mend any more, and then the first that can', () => {
    const plan = planHiring(input, months, needs(40))
    const [first] = plan.proposals
    expect(plan.outOfReach[0]).toMatchObject({ month: '2026-12' })
    expect(first!.late).toBe(true)
    expect(first!.advertiseBy).toBe(today)
    // 104 days from today are in March, so April is the first whole month.
    expect(first!.month).toBe('2027-04')
    expect(plan.proposals.slice(1).every(({ late, advertiseBy }) => !late && advertiseBy > today)).toBe(true)
  })

  it('mends with the fewest: one less would not do, and all are counted on in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 45 }), fc.integer({ min: 0, max: 6 }), (need, width) => {
        const wanted = new Map(
          months.map((month) => [month, { mean: need, low: need - width, high: need + width }]),
        )
        const plan = planHiring(input, months, wanted)
        const short = new Set(plan.outOfReach.map(({ month }) => month))
        for (const { month, withHires } of plan.months)
          if (!short.has(month)) expect(withHires!.gap.enough).toBeGreaterThanOrEqual(of.certainty - 1e-9)
        for (const one of plan.proposals.slice(0, 1)) {
          const fewer = planHiring(
            { ...input, hires: [{ startedOn: one.startBy, people: one.people - 1 }] },
            [one.month],
            wanted,
          )
          expect(fewer.months[0]!.gap!.enough).toBeLessThan(of.certainty)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('needs no fewer when more leave, and no later advertising when it takes longer', () => {
    const count = (assumptions: typeof of) =>
      planHiring({ ...input, assumptions }, months, needs(30)).proposals.reduce(
        (sum, { people }) => sum + people,
        0,
      )
    expect(count({ ...of, attritionLater: 0.33 })).toBeGreaterThan(count(of))
    const first = (assumptions: typeof of) =>
      planHiring({ ...input, assumptions }, months, needs(33)).proposals[0]!
    expect(first({ ...of, daysToFill: 20 }).advertiseBy > first(of).advertiseBy).toBe(true)
  })

  it('warns of a peak that leaves too many behind', () => {
    const peak = new Map(months.map((month) => [month, exactly(month === '2027-06' ? 45 : 25)]))
    const plan = planHiring(input, months, peak)
    expect(plan.proposals.length).toBeGreaterThan(0)
    expect(plan.surplus.some(({ fromHires, month }) => fromHires && month > '2027-06')).toBe(true)
  })
})
