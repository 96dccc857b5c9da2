import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockOf } from '../../../kernel/clock.ts'
import type { DayQueue } from '../../staffing/rules/day-queue.ts'
import { comeEarlier, stayLonger } from './longer-shifts.ts'
import { at, madeQueue, madeShift, madeWorld, peopleOn, staffedBy } from './made-day.ts'
import { moveBreaks } from './move-breaks.ts'
import { helps, type Proposal } from './proposal.ts'
import { outlookOn, type Stretch, worstStretch } from './stretch.ts'
import { type DayShift, withPeople } from './today-world.ts'

/** Any day: shifts of four to ten hours with a break in each, and any load. */
const anyShift = fc
  .record({
    start: fc.integer({ min: 14, max: 24 }),
    length: fc.integer({ min: 8, max: 20 }),
    pause: fc.integer({ min: 3, max: 11 }),
    long: fc.constantFrom(15, 30, 45),
  })
  .filter(({ start, length, pause }) => pause + 3 <= length && start + length < 48)
const anyDay = fc.record({
  drawn: fc.array(anyShift, { minLength: 4, maxLength: 25 }),
  means: fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 16, maxLength: 16 }),
  now: fc.integer({ min: 480, max: 840 }),
})
type Drawn = {
  readonly start: number
  readonly length: number
  readonly pause: number
  readonly long: number
}

const shiftOf = ({ start, length, pause, long }: Drawn, index: number): DayShift => {
  const [from, begins] = [30 * start, 30 * (start + pause)]
  return madeShift(
    `agent ${index}`,
    [clockOf(from), clockOf(from + 30 * length)],
    [[clockOf(begins), clockOf(begins + long)]],
  )
}

type Change = (world: ReturnType<typeof madeWorld>['world'], stretch: Stretch) => Proposal | null
type Seen = {
  readonly queue: DayQueue
  readonly stretch: Stretch
  readonly proposal: Proposal
  readonly now: number
  readonly pairs: readonly (readonly [DayShift, DayShift])[]
}

/** @returns how many days of those drawn had a proposal to judge */
function judgeAny(change: Change, judge: (seen: Seen) => void): number {
  let judged = 0
  fc.assert(
    fc.property(anyDay, ({ drawn, means, now }) => {
      const shifts = drawn.map(shiftOf)
      const queue = staffedBy(
        madeQueue(means, () => 0),
        shifts,
      )
      const stretch = worstStretch(queue)
      const { world, asked } = madeWorld(queue, { shifts, now: clockOf(now) })
      const proposal = stretch && change(world, stretch)
      if (!stretch || !proposal) return
      const after = withPeople(queue, peopleOn([queue], asked()))
      expect(proposal.effect.before).toEqual(outlookOn(queue, stretch))
      expect(proposal.effect.after).toEqual(outlookOn(queue, stretch, after))
      if (!helps(proposal.effect)) return
      judged++
      const pairs = shifts.map((before, index) => [before, asked()[index]!] as const)
      const changed = pairs.filter(([before, own]) => before !== own)
      expect(changed).toHaveLength(proposal.people)
      expect(proposal.people).toBeLessThanOrEqual(stretch.missing)
      judge({ queue, stretch, proposal, now: world.now, pairs: changed })
    }),
    { numRuns: 200 },
  )
  return judged
}

test('whatever the shifts, a moved break is lawful, as long as before and heard of in time', () => {
  const judged = judgeAny(moveBreaks, ({ stretch, now, pairs }) => {
    for (const [before, after] of pairs) {
      const [old, pause] = [before.breaks[0]!, after.breaks[0]!]
      expect([after.from, after.to, after.breaks.length]).toEqual([before.from, before.to, 1])
      expect(pause.to - pause.from).toBe(old.to - old.from)
      expect(Math.abs(pause.from - old.from)).toBeLessThanOrEqual(150)
      expect(pause.from).toBeGreaterThanOrEqual(now + 10)
      expect(pause.to <= at(stretch.from) || pause.from >= at(stretch.to)).toBe(true)
      const [worked, left] = [pause.from - after.from, after.to - pause.to]
      expect(Math.min(worked, left)).toBeGreaterThanOrEqual(45)
      expect(Math.max(worked, left)).toBeLessThanOrEqual(330)
    }
  })
  expect(judged).toBeGreaterThan(5)
})

test('nobody stays more than two hours, nor longer than ten hours in all, nor past the stretch', () => {
  const judged = judgeAny(stayLonger, ({ stretch, now, proposal, pairs }) => {
    for (const [before, after] of pairs) {
      expect(after).toMatchObject({ from: before.from, breaks: before.breaks })
      expect(after.to - before.to).toBeGreaterThan(0)
      expect(after.to - before.to).toBeLessThanOrEqual(Math.min(120, proposal.minutes))
      expect(after.to - after.from).toBeLessThanOrEqual(600)
      expect(after.to).toBeLessThanOrEqual(at(stretch.to))
      expect(before.to).toBeGreaterThan(now)
    }
  })
  expect(judged).toBeGreaterThan(5)
})

test('nobody comes more than two hours before, nor sooner than an hour from now', () => {
  const judged = judgeAny(comeEarlier, ({ stretch, now, proposal, pairs }) => {
    for (const [before, after] of pairs) {
      expect(after).toMatchObject({ to: before.to, breaks: before.breaks })
      expect(before.from - after.from).toBeLessThanOrEqual(Math.min(120, proposal.minutes))
      expect(after.from).toBeGreaterThanOrEqual(Math.max(now + 60, at(stretch.from)))
      expect(after.to - after.from).toBeLessThanOrEqual(600)
    }
  })
  expect(judged).toBeGreaterThan(5)
})

describe('a day by hand', () => {
  // Ten people whose lunches are all at eleven, when most call.
  const shifts = Array.from({ length: 10 }, (_, index) =>
    madeShift(`agent ${index}`, ['08:00', '15:30'], [['11:00', '11:30']]),
  )
  const means = Array.from({ length: 16 }, (_, index) => (index === 6 ? 40 : 20))
  const queue = staffedBy(
    madeQueue(means, () => 0),
    shifts,
  )
  const stretch = worstStretch(queue)!

  test('everybody at lunch at once is mended by moving as many lunches as people are missing', () => {
    const { world, asked } = madeWorld(queue, { shifts })
    expect(stretch).toEqual({ from: '11:00', to: '11:30', missing: queue.cells[6]!.needed })
    const proposal = moveBreaks(world, stretch)!
    expect(proposal).toMatchObject({ people: stretch.missing, minutes: 30 })
    expect(proposal.effect.before.risk).toBe(1)
    expect(proposal.effect.after.risk).toBeLessThanOrEqual(world.enough)
    // The cost is where they go, and the first of them is this queue's own.
    expect(proposal.cost[0]).toMatchObject({ queueId: 'phone' })
    expect(proposal.cost[0]!.after).toEqual(
      outlookOn(queue, proposal.cost[0]!, withPeople(queue, peopleOn([queue], asked()))),
    )
  })

  test('those who are at lunch already are left in peace, and typed numbers have no lunches', () => {
    expect(moveBreaks(madeWorld(queue, { shifts, now: '10:55' }).world, stretch)).toBeNull()
    expect(moveBreaks(madeWorld({ ...queue, scheduledFrom: 'typed' }, { shifts }).world, stretch)).toBeNull()
  })

  test('a queue that loses people by it is told of as a cost', () => {
    // The same ten are just enough for it all day, so that any lunch that comes elsewhere is felt there.
    const chat: DayQueue = {
      ...staffedBy(
        madeQueue(
          means.map(() => 39),
          () => 0,
        ),
        shifts,
      ),
      queueId: 'chat',
    }
    expect(chat.cells[0]).toMatchObject({ needed: 10, scheduled: 10 })
    const { world, asked } = madeWorld(queue, { shifts, others: [chat] })
    const { cost } = moveBreaks(world, stretch)!
    const felt = cost.filter(({ queueId }) => queueId === 'chat')
    const own = cost.filter(({ queueId }) => queueId === 'phone')
    expect(felt.map(({ from, to }) => [from, to])).toEqual(own.map(({ from, to }) => [from, to]))
    expect(felt.length).toBeGreaterThan(0)
    for (const { from, to, before, after } of felt) {
      // The lunch hour itself, when nobody is on the chat either, is no part of it.
      expect(to <= stretch.from || from >= stretch.to).toBe(true)
      expect(after).toEqual(outlookOn(chat, { from, to }, withPeople(chat, peopleOn([chat], asked()))))
      expect(after.risk - before.risk).toBeGreaterThanOrEqual(0.01)
    }
  })
})
