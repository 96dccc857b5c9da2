import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { toInstant } from '../../../src/kernel/zone.ts'
import { readSchedule } from '../../../src/plan/shifts/schedule/index.ts'
import { readRequirement, readTargets } from '../../../src/plan/staffing/index.ts'
import { usualSettings } from '../../../src/plan/staffing/rules/settings.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { makeShiftsWorld, shiftOn } from '../../support/shifts-world.ts'
import { makeStaffingWorld, type StaffingWorld } from '../../support/staffing-world.ts'

let server: TestServer
let world: StaffingWorld
let phone: string
let tuesday: string

beforeAll(async () => {
  server = await startTestServer()
  world = await makeStaffingWorld(server)
  tuesday = addDays(world.monday, 1)
  phone = await world.addQueue({ name: 'Telefon' })
})
afterAll(() => server.close())

const planner = async () => (await server.signIn('planner')).client
const usual = usualSettings('calls')

describe('the requirement', () => {
  test('follows from the forecast, with handling time and patience from what was counted', async () => {
    const client = await planner()
    const week = await client.staffing.week({ queueId: phone })
    expect(week).toMatchObject({ from: world.monday, lacks: null, scheduledFrom: 'none' })
    expect(week.handle.seconds).toBeCloseTo(180, 9)
    // 9 s of waiting for each of which 3 % gave up.
    expect(week.patienceSeconds).toBeCloseTo(300, 6)
    expect(week.cells).toHaveLength(5 * 16)
    const cell = week.cells.find(({ date, time }) => date === tuesday && time === '08:00')!
    expect(cell).toMatchObject({
      mean: 100,
      cv: 0.1,
      netLoad: expect.closeTo(10, 6),
      scheduled: null,
      risk: null,
    })
    expect(cell.p10).toBeLessThan(cell.p90)
    expect(cell.needed).toBeGreaterThanOrEqual(13)
  })

  test('is worked out anew when the forecast, the target or shrinkage changes, and not otherwise', async () => {
    const client = await planner()
    const queueId = await world.addQueue()
    const at = async () =>
      (
        await readRequirement((await server.person('planner')).scope, server.db, {
          queueId,
          from: tuesday,
          to: tuesday,
        })
      )[0]!
    const computed = () =>
      server.db
        .selectFrom('plan_requirement_basis')
        .select('computed_at')
        .where('queue_id', '=', queueId)
        .executeTakeFirstOrThrow()
    const first = await at()
    const made = await computed()
    expect(await at()).toEqual(first)
    expect(await computed()).toEqual(made)
    await world.foretell(queueId, 150)
    expect((await at()).needed).toBeGreaterThan(first.needed)
    await world.foretell(queueId, 100)
    const strict = { ...usual, target: { ...usual.target, maxOccupancy: 0.5 } }
    await client.staffing.rules.save({ queueId, validFrom: tuesday, settings: strict })
    expect((await at()).needed).toBeGreaterThan(first.needed + 4)
    // The day before still has the target of before.
    const [monday] = await readRequirement((await server.person('planner')).scope, server.db, {
      queueId,
      from: world.monday,
      to: world.monday,
    })
    expect(monday!.needed).toBeLessThan((await at()).needed)
  })

  test('keeps its history of targets, and answers other features', async () => {
    const client = await planner()
    await client.staffing.rules.save({
      queueId: phone,
      validFrom: world.today,
      settings: { ...usual, fewest: 3 },
    })
    await client.staffing.rules.save({ queueId: phone, validFrom: addDays(world.today, 60), settings: usual })
    const { items } = await client.staffing.rules.list({ queueId: phone })
    expect(items.map(({ validFrom }) => validFrom)).toEqual([addDays(world.today, 60), world.today])
    const { scope } = await server.person('planner')
    const [mine] = await readTargets(scope, server.db, { day: tuesday })
    expect(mine).toMatchObject({
      queueId: phone,
      patienceSeconds: expect.closeTo(300, 6),
      settings: { fewest: 3 },
    })
  })

  test('is tried with other settings before they hold, and then is what was told', async () => {
    const client = await planner()
    const queueId = await world.addQueue()
    const from = world.monday
    const trap = {
      ...usual,
      patience: 30,
      target: { ...usual.target, maxAbandon: null },
    }
    const { before, after } = await client.staffing.rules.preview({ queueId, from, settings: trap })
    const hoursOf = async () =>
      (await client.staffing.week({ queueId, from })).cells.reduce((sum, { needed }) => sum + needed, 0) / 2
    expect(before).toMatchObject({ hours: await hoursOf(), intervals: 5 * 16, belowLoad: 0 })
    expect(after.hours).toBeLessThan(before.hours)
    expect(after.manyGiveUp).toBeGreaterThan(0)
    expect(after.bound).toEqual([{ part: 'serviceLevel', intervals: 5 * 16 }])
    expect(await hoursOf()).toBe(before.hours)
    await client.staffing.rules.save({ queueId, validFrom: from, settings: trap })
    expect(await hoursOf()).toBe(after.hours)
  })

  test('says what it lacks', async () => {
    const client = await planner()
    const blank = await world.addQueue({ counted: false })
    expect(await client.staffing.week({ queueId: blank })).toMatchObject({ lacks: 'handle-time', cells: [] })
    const settings = { ...usual, handleSeconds: 240 }
    await client.staffing.rules.save({ queueId: blank, validFrom: world.today, settings })
    expect((await client.staffing.week({ queueId: blank })).cells[0]!.handleSeconds).toBe(240)
    const unseen = await world.addQueue({ forecast: false })
    // There is traffic enough: nobody has to do anything but wait.
    const lacks = 'forecast-coming'
    expect(await client.staffing.week({ queueId: unseen })).toMatchObject({ lacks, cells: [] })
    expect((await client.staffing.overview({ queueId: unseen })).lacks).toBe(lacks)
    expect((await client.traffic.get({ queueId: unseen })).forecastComing).toBe(true)
    const empty = await world.addQueue({ forecast: false, counted: false })
    expect((await client.staffing.week({ queueId: empty })).lacks).toBe('forecast')
    expect((await client.traffic.get({ queueId: empty })).forecastComing).toBe(false)
    // Days on which nobody came are no traffic: no forecast is made of them, and none is on its way.
    const silent = await world.addQueue({ forecast: false, level: 0 })
    expect((await client.traffic.get({ queueId: silent })).forecastComing).toBe(false)
  })
})

describe('who is set up', () => {
  test('gives the risk; what would help is told with the risk after it', async () => {
    const client = await planner()
    const queueId = await world.addQueue({ name: 'Kundetelefon' })
    const week = await client.staffing.week({ queueId })
    const rows = week.cells.map(({ startsAt, needed, date, time }) => ({
      startsAt,
      people:
        date === tuesday && (time === '10:00' || time === '10:30')
          ? needed - 5
          : needed + (time === '12:00' ? 2 : 0),
    }))
    expect(await client.staffing.scheduled.save({ queueId, rows })).toEqual({ saved: 80 })
    const after = await client.staffing.week({ queueId })
    expect(after.scheduledFrom).toBe('typed')
    for (const cell of after.cells)
      if (cell.scheduled! >= cell.needed) expect(cell.risk).toBeLessThanOrEqual(0.2)
    const overview = await client.staffing.overview({ queueId })
    expect(overview.worst).toMatchObject({ date: tuesday, from: '10:00', to: '11:00', missing: 5 })
    expect(overview.worst!.risk).toBeGreaterThan(0.9)
    expect(overview.remedies[0]).toMatchObject({ kind: 'move', people: 2, from: '12:00' })
    expect(overview.remedies.at(-1)!.riskAfter).toBeLessThanOrEqual(0.2)
    expect(overview.cause).toMatchObject({ expected: expect.closeTo(overview.cause!.usual, 6), weeks: 8 })
    expect(overview.stepMinutes).toBe(30)
    // Without a queue, the one that lacks most is shown.
    expect((await client.staffing.overview({})).queue?.id).toBe(queueId)
    const day = overview.days.find(({ date }) => date === tuesday)!
    expect(day.risk).toBeGreaterThan(overview.days.find(({ date }) => date === world.monday)!.risk!)
  })

  test('is read from a file; what cannot be read is told by line, and nothing of it is kept', async () => {
    const client = await planner()
    const queueId = await world.addQueue()
    const file = (rows: string) => new File([`tid;antall\n${rows}`], 'vakter.csv')
    const good = file(`${world.monday} 08:00;12,5\n${world.monday} 08:30;13\n`)
    expect(await client.staffing.scheduled.import({ queueId, file: good })).toEqual({ saved: 2 })
    expect((await client.staffing.week({ queueId })).cells[0]!.scheduled).toBe(12.5)
    const bad = file(
      `${world.monday} 08:30;9\n${world.monday} 08:10;9\nyesterday;9\n${world.monday} 09:00;many\n`,
    )
    await expect(client.staffing.scheduled.import({ queueId, file: bad })).rejects.toMatchObject({
      code: 'invalid-input',
      data: {
        issues: [
          { code: 'not-an-interval', line: 3 },
          { code: 'not-a-time', line: 4 },
          { code: 'not-a-number', line: 5 },
        ],
      },
    })
    expect((await client.staffing.week({ queueId })).cells[1]!.scheduled).toBe(13)
    const startsAt = new Date(new Date(`${world.monday}T08:07:00Z`)).toISOString()
    await expect(
      client.staffing.scheduled.save({ queueId, rows: [{ startsAt, people: 1 }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('tasks and chats', () => {
  test('tasks are spread over the deadline and done in others’ idle time', async () => {
    const client = await planner()
    const mail = await world.addQueue({ kind: 'tasks', level: 40 })
    const alone = await client.staffing.week({ queueId: mail })
    expect(alone.cells.some(({ binding }) => binding === 'deadline')).toBe(true)
    const sum = (week: typeof alone) => week.cells.reduce((all, { needed }) => all + needed, 0)
    const settings = { ...usualSettings('tasks'), fewest: 0, blendWith: [phone] }
    await client.staffing.rules.save({ queueId: mail, validFrom: world.today, settings })
    const blended = await client.staffing.week({ queueId: mail })
    expect(sum(blended)).toBeLessThan(0.6 * sum(alone))
    const enough = blended.cells.map(({ startsAt, needed }) => ({ startsAt, people: needed }))
    await client.staffing.scheduled.save({ queueId: mail, rows: enough })
    const judged = (await client.staffing.week({ queueId: mail })).cells.filter(({ risk }) => risk !== null)
    expect(judged.filter(({ risk }) => risk! > 0.35)).toEqual([])
    const rows = blended.cells.map(({ startsAt }) => ({ startsAt, people: 0 }))
    await client.staffing.scheduled.save({ queueId: mail, rows })
    const overview = await client.staffing.overview({ queueId: mail })
    // Without anybody of its own, the idle time of others is not enough for what comes.
    expect(Math.max(...overview.cells.map(({ risk }) => risk ?? 0))).toBeGreaterThan(0.5)
  })

  test('chats several at once need fewer', async () => {
    const client = await planner()
    const chat = await world.addQueue({ kind: 'chats' })
    const needed = async () => (await client.staffing.week({ queueId: chat })).cells[0]!.needed
    const three = await needed()
    const one = { ...usualSettings('chats'), parallel: 1 }
    await client.staffing.rules.save({ queueId: chat, validFrom: world.today, settings: one })
    expect(await needed()).toBeGreaterThan(three)
  })
})

describe('shrinkage', () => {
  test('raises the requirement, and all of the time is refused', async () => {
    const client = await planner()
    const before = await client.staffing.shrinkage.get({})
    expect(before.own).toBe(false)
    const needed = async () => (await client.staffing.week({ queueId: phone })).cells[0]!.needed
    const first = await needed()
    const parts = [{ name: 'Pauser', share: 0.3, place: 'at-work' as const, planned: false }]
    expect(await client.staffing.shrinkage.save({ parts })).toEqual({ parts, own: true })
    expect(await needed()).toBeGreaterThan(first)
    const all = [...parts, { name: 'Møter', share: 0.8, place: 'at-work' as const, planned: true }]
    await expect(client.staffing.shrinkage.save({ parts: all })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await client.staffing.shrinkage.save({ parts: [] })
    expect(await needed()).toBe(first)
  })
})

test('a queue of another organisation is not there', async () => {
  const { client } = await server.signIn('planner', server.organisations[1])
  await expect(client.staffing.week({ queueId: phone })).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    client.staffing.rules.save({ queueId: phone, validFrom: world.today, settings: usual }),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(await client.staffing.overview({})).toMatchObject({ queue: null, queues: [] })
})

test('people with several skills count where they are needed, and alike where no need is known', async () => {
  const alone = await startTestServer()
  onTestFinished(() => alone.close())
  const { client, sara, ola, kari, put } = await makeShiftsWorld(alone)
  const { scope } = await alone.person('planner')
  const made = await makeStaffingWorld(alone)
  const tuesday = addDays(made.monday, 1)
  await put(
    [sara, ola, kari].map((agentId) => shiftOn(tuesday, agentId, ['08:00', '14:00'])),
    made.monday,
  )
  const onAt = async (queueId: string) => {
    const cells = await readSchedule(scope, alone.db, { queueId, from: tuesday, to: tuesday })
    return cells.find(({ startsAt }) => startsAt.getTime() === toInstant(tuesday, '09:00').getTime())!
      .scheduled
  }
  const unforeseen = [await made.addQueue({ forecast: false }), await made.addQueue({ forecast: false })]
  for (const queueId of unforeseen) expect(await onAt(queueId)).toBeCloseTo(1.5, 6)
  const busy = await made.addQueue({ level: 30 })
  const calm = await made.addQueue({ level: 6 })
  const at = async (queueId: string) => {
    const { cells } = await client.staffing.week({ queueId, from: made.monday })
    const cell = cells.find(({ date, time }) => date === tuesday && time === '09:00')!
    return { needed: cell.needed, scheduled: cell.scheduled! }
  }
  const [first, second] = [await at(busy), await at(calm)]
  expect(first.needed).toBeGreaterThan(second.needed)
  expect(first.scheduled + second.scheduled).toBeCloseTo(3, 6)
  // As evenly covered as twentieths of three people allow.
  expect(first.scheduled / first.needed).toBeCloseTo(second.scheduled / second.needed, 1)
  for (const queueId of unforeseen) expect(await onAt(queueId)).toBe(0)
})
