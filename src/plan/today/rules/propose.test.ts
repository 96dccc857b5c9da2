import { describe, expect, test } from 'vitest'
import type { DayQueue } from '../../staffing/rules/day-queue.ts'
import { madeQueue, madeShift, madeWorld } from './made-day.ts'
import { proposeFor } from './propose.ts'
import { isWithin, outlookOn } from './stretch.ts'
import type { TodayWorld } from './today-world.ts'
import type { ActionKind } from './words.ts'

const flat = Array.from({ length: 16 }, () => 60)
/** Short of three from ten to half past eleven, and one to spare at other times. */
const short = madeQueue(flat, (index, needed) => (index >= 4 && index < 7 ? needed - 3 : needed + 1))
const ten = { from: '10:00', to: '11:30' }
/** Of what is proposed about the worst stretch. */
const find = (world: TodayWorld, kind: ActionKind) =>
  proposeFor(world)[0]?.proposals.find((each) => each.kind === kind)
const adding =
  (people: number, stretch: { readonly from: string; readonly to: string } = ten) =>
  (cell: { readonly time: string }) =>
    isWithin(cell, stretch) ? people : 0

test('what is proposed is about the stretch where most are missing, and comes in order of its cost', () => {
  const proposed = proposeFor(madeWorld(short).world)
  expect(proposed.map(({ stretch }) => stretch)).toEqual([{ ...ten, missing: 3 }])
  expect(proposed[0]!.proposals.map(({ kind }) => kind)).toEqual(['callback', 'message', 'callIn'])
})

describe('called in', () => {
  test('are as few as bring the chance of a miss down to what is low enough', () => {
    const { world } = madeWorld(short)
    const proposal = find(world, 'callIn')!
    const { people, effect } = proposal
    expect(effect).toMatchObject({ ...ten, queueId: 'phone', queue: 'Telefon' })
    expect(effect.before).toEqual(outlookOn(short, ten))
    expect(effect.after).toEqual(outlookOn(short, ten, { people: adding(people) }))
    expect(effect.after.risk).toBeLessThanOrEqual(world.enough)
    expect(outlookOn(short, ten, { people: adding(people - 1) }).risk).toBeGreaterThan(world.enough)
    expect(proposal.minutes).toBe(90)
  })

  test('help from an hour from now at the earliest, and not at all when that is too late', () => {
    expect(find(madeWorld(short, { now: '09:40' }).world, 'callIn')).toMatchObject({
      minutes: 30,
      effect: { from: '11:00', to: '11:30' },
    })
    expect(find(madeWorld(short, { now: '10:40' }).world, 'callIn')).toBeUndefined()
  })
})

describe('fewer who wait', () => {
  test('who are called back are called later, and none of them is lost', () => {
    const { world } = madeWorld(short, { assumed: { callback: 0.4, message: 0.1 } })
    const { effect, cost, share } = find(world, 'callback')!
    const quiet = { from: cost[0]!.from, to: cost[0]!.to }
    expect(share).toBe(0.4)
    expect(effect.after).toEqual(outlookOn(short, ten, { load: (cell) => (isWithin(cell, ten) ? 0.6 : 1) }))
    // As long and as busy a stretch later: what leaves the one is what comes to the other.
    expect(quiet.from >= ten.to).toBe(true)
    expect(cost[0]!.after).toEqual(
      outlookOn(short, quiet, { load: (cell) => (isWithin(cell, quiet) ? 1.4 : 1) }),
    )
    expect(cost[0]!.after.risk).toBeGreaterThan(cost[0]!.before.risk)
  })

  test('is nothing for chats to be called back, nor for tasks to be told', () => {
    const chat = madeQueue(flat, (_, needed) => needed - 2, { kind: 'chats' })
    expect(find(madeWorld(chat).world, 'callback')).toBeUndefined()
    expect(find(madeWorld(chat).world, 'message')).toMatchObject({ share: 0.1 })
  })

  test('a message takes its share of the contacts away', () => {
    const { effect } = find(madeWorld(short).world, 'message')!
    expect(effect.after).toEqual(outlookOn(short, ten, { load: (cell) => (isWithin(cell, ten) ? 0.9 : 1) }))
  })
})

describe('lent', () => {
  const other = (spare: number) =>
    madeQueue(flat, (_, needed) => needed + spare, { queueId: 'chat', name: 'Chat' })

  test('are those whom the other queue can do without, with what it costs there', () => {
    const chat = other(2)
    const { world } = madeWorld(short, { others: [chat] })
    const { people, effect, cost } = find(world, 'borrow')!
    expect(people).toBe(2)
    expect(effect.after).toEqual(outlookOn(short, ten, { people: adding(2) }))
    expect(cost).toEqual([
      {
        queueId: 'chat',
        queue: 'Chat',
        ...ten,
        before: outlookOn(chat, ten),
        after: outlookOn(chat, ten, { people: adding(-2) }),
      },
    ])
  })

  test('are none from where none is to spare, or from where nobody knows who is there', () => {
    expect(find(madeWorld(short, { others: [other(0)] }).world, 'borrow')).toBeUndefined()
    const unknown = madeQueue(flat, () => null, { queueId: 'chat' })
    expect(find(madeWorld(short, { others: [unknown] }).world, 'borrow')).toBeUndefined()
  })

  test('can do both, all the while', () => {
    const shifts = [
      madeShift('both', ['08:00', '16:00'], [], ['chat', 'phone']),
      madeShift('one', ['08:00', '16:00'], [], ['chat']),
      madeShift('late', ['10:30', '16:00'], [], ['chat', 'phone']),
      madeShift('pause', ['08:00', '16:00'], [['11:00', '11:30']], ['chat', 'phone']),
    ]
    const chat: DayQueue = { ...other(3), skill: 'chat', scheduledFrom: 'shifts' }
    const { world } = madeWorld({ ...short, skill: 'phone' }, { others: [chat], shifts })
    expect(find(world, 'borrow')).toMatchObject({ people: 1 })
  })

  test('from tasks leave so many tasks that wait longer', () => {
    const intervals = flat.map(() => ({ arrivals: 4, open: true, idleSeconds: 0 }))
    const work = { intervalMinutes: 30, intervals, backlog: [], handleSeconds: 240, deadlineMinutes: 240 }
    const mail = madeQueue(flat, () => 4, {
      queueId: 'mail',
      name: 'E-post',
      kind: 'tasks',
      tasks: { work, people: flat.map(() => 4), share: 0.9, cv: 0.1 },
    })
    const { people, minutes, tasksLater } = find(madeWorld(short, { others: [mail] }).world, 'borrow')!
    expect([people, minutes]).toEqual([3, 90])
    expect(tasksLater).toBeCloseTo((3 * 90 * 60 * mail.rule.onQueue) / 240, 9)
  })
})

test('meetings that can wait give their time back to the queue', () => {
  const queue = { ...short, postponable: 0.1 }
  const { effect, share } = find(madeWorld(queue).world, 'postpone')!
  expect(share).toBe(0.1)
  expect(effect.after).toEqual(
    outlookOn(queue, ten, {
      onQueue: (cell) => (isWithin(cell, ten) ? queue.rule.onQueue + 0.1 : queue.rule.onQueue),
    }),
  )
  expect(find(madeWorld(short).world, 'postpone')).toBeUndefined()
})

describe('with nobody missing', () => {
  test('as many may go, from when it frees most hours, as can be done without all the while', () => {
    const queue = madeQueue(flat, (index, needed) => needed + (index < 8 ? 1 : index < 12 ? 3 : 4))
    const { world } = madeWorld(queue)
    const { people, minutes, effect } = find(world, 'release')!
    // 1 from eight: 8 h at most; 3 from noon: 12 h; 4 from two: 8 h.
    expect([people, minutes, effect.from, effect.to]).toEqual([3, 240, '12:00', '16:00'])
    const end = { from: '12:00', to: '16:00' }
    expect(effect.after).toEqual(outlookOn(queue, end, { people: adding(-3, end) }))
    expect(effect.after.risk).toBeLessThanOrEqual(world.enough)
  })

  test('nobody is sent home for less than an hour, nor when one is missing', () => {
    const queue = madeQueue(flat, (index, needed) => needed + (index < 15 ? 0 : 5))
    expect(proposeFor(madeWorld(queue).world)).toEqual([])
    expect(find(madeWorld(short).world, 'release')).toBeUndefined()
  })

  test('nothing is proposed of a day that nobody has set up', () => {
    expect(proposeFor(madeWorld(madeQueue(flat, () => null)).world)).toEqual([])
  })
})
