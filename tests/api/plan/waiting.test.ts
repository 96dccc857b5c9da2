import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { comeBack, makeWaitingWorld } from '../../support/waiting-world.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof makeWaitingWorld>>
beforeAll(async () => {
  server = await startTestServer()
  world = await makeWaitingWorld(server)
})
afterAll(() => server.close())

const planner = async () => (await server.signIn('planner')).client

describe('waits and who gives up', () => {
  test('by hour, with the worst stretch of the week, and weeks that add up to the whole', async () => {
    const view = await (await planner()).waiting.get({ queueId: world.queueId, weeks: 4 })
    expect(view).toMatchObject({ countsFrom: 'traffic', logIs: 'channel', weeks: 4 })
    expect(view.worst).toMatchObject({ weekday: 1, fromHour: 8, toHour: 10, share: expect.closeTo(0.2, 9) })
    expect(view.hours).toHaveLength(5 * 8)
    const tuesday = view.hours.find(({ weekday, hour }) => weekday === 2 && hour === 9)!
    expect(tuesday).toMatchObject({ meanWait: 9, gaveUp: { share: expect.closeTo(0.03, 9) } })
    const offered = view.hours.reduce((sum, hour) => sum + hour.offered, 0)
    expect(view.trend.reduce((sum, week) => sum + week.offered, 0)).toBeCloseTo(offered, 6)
    expect(view.total.offered).toBeCloseTo(offered, 6)
    expect(view.total.p50).toBe(20)
  })

  test('without counts the log itself is counted', async () => {
    const queueId = await world.addQueue({ name: 'Ikke talt', counted: false, forecast: false })
    const view = await (await planner()).waiting.get({ queueId, weeks: 4 })
    expect(view).toMatchObject({ countsFrom: 'log', total: { lost: 121 } })
    // 121 + 420 + 60 whose end is known, and one of whom nothing is.
    expect(view.total).toMatchObject({ offered: 602, told: 601 })
  })

  test('nothing is made up where there is nothing', async () => {
    const { client } = await server.signIn('planner', server.organisations[1])
    expect(await client.waiting.get({})).toMatchObject({ queue: null, hours: [], worst: null })
    await expect(client.waiting.patience({})).rejects.toMatchObject({ code: 'not-found' })
    await expect(client.waiting.get({ queueId: world.queueId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await client.waiting.measured({})).toEqual({ measurement: null, computedAt: null })
  })
})

describe('patience', () => {
  test('from single waits, beside that of the counts, with what it does to the requirement', async () => {
    const client = await planner()
    const view = await client.waiting.patience({ queueId: world.queueId, weeks: 4 })
    // 121 × 40 s and 480 × 20 s, of which 121 gave up.
    expect(view).toMatchObject({ source: 'log', lost: 121, seen: 601, unknown: 1 })
    expect(view.exponential!.mean).toBeCloseTo((121 * 40 + 480 * 20) / 121, 6)
    expect(view.counts!.mean).toBeGreaterThan(view.exponential!.mean)
    expect(view.staffing.set).toBe('counted')
    // Who gives up sooner leaves fewer to answer, for the same target.
    expect(view.requirement!.estimated.hours).toBeLessThanOrEqual(view.requirement!.now.hours)
  })

  test('is taken over by staffing from today on, with everything else of the target as it was', async () => {
    const client = await planner()
    const { queueId } = world
    const before = await client.staffing.rules.list({ queueId })
    expect(before.items).toEqual([])
    await client.waiting.takePatience({ queueId, seconds: 119.6 })
    const { items } = await client.staffing.rules.list({ queueId })
    expect(items).toMatchObject([{ validFrom: world.today, settings: { patience: 120, confidence: 0.8 } }])
    const view = await client.waiting.patience({ queueId, weeks: 4 })
    expect(view.staffing).toEqual({ set: 'own', seconds: 120 })
    const tasks = await world.addQueue({ kind: 'tasks' })
    await expect(client.waiting.takePatience({ queueId: tasks, seconds: 60 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('after giving up', () => {
  test('who comes back, where, how it ends, and about what', async () => {
    const view = await (await planner()).waiting.after({ queueId: world.queueId, weeks: 4, days: 7 })
    expect(view).toMatchObject({ lost: 121, known: 120, days: 7 })
    expect(view.back!.share).toBeCloseTo((comeBack.byPhone + comeBack.byChat) / 120, 6)
    expect(view.backThrough!.share).toBeCloseTo(0, 6)
    expect(view.halfBackHours).toBeCloseTo(10 / 60, 6)
    expect(view.channels).toEqual([
      { channel: 'phone', share: expect.closeTo(0.5, 6) },
      { channel: 'chat', share: expect.closeTo(0.25, 6) },
    ])
    expect(view.next).toEqual({ through: 90, lost: 0, unknown: 0 })
    expect(view.topics).toMatchObject([
      {
        topicId: world.topicId,
        contacts: 90,
        own: 0,
        gaveUp: { share: 1 },
        usual: expect.closeTo(60 / 480, 6),
      },
    ])
    expect(view.topicsFrom).toEqual({ own: 0, next: 90, none: 31 })
  })

  test('an hour is not a week: within a day those who come later are not back', async () => {
    const client = await planner()
    const day = await client.waiting.after({ queueId: world.queueId, weeks: 4, days: 1 })
    expect(day.curve.at(-1)!.hours).toBe(24)
    await expect(client.waiting.after({ queueId: world.queueId, weeks: 4, days: 5 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})
