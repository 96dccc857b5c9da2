import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { toInstant } from '../../../src/kernel/zone.ts'
import type { Context } from '../../../src/organisation/index.ts'
import { noteAction, readNeeds, readPlan, removeAction } from '../../../src/plan/today/actions/today.ts'
import { createLog } from '../../../src/platform/log/index.ts'
import { noted } from '../../support/example-inputs/today.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { makeShiftsWorld, shiftOn } from '../../support/shifts-world.ts'
import { makeStaffingWorld, type StaffingWorld } from '../../support/staffing-world.ts'
import { countDay, rememberDays } from '../../support/today-world.ts'

let server: TestServer
let world: StaffingWorld
let tuesday: string
let phone: string

const assumed = { callback: 0.3, message: 0.1 }
const planner = async () => (await server.signIn('planner')).client

/** As the planner, at a time of a day to come: the queues' forecasts reach four weeks ahead. */
async function contextAt(day: string, time: string, of = server): Promise<Context> {
  const { scope } = await of.person('planner')
  const { db, jobs } = of
  return { scope, db, jobs, now: toInstant(day, time), requestId: 'test', log: createLog('silent') }
}

async function typed(queueId: string, day: string, people: number) {
  const rows = world.startsOf(day).map((start) => ({ startsAt: start.toISOString(), people }))
  await (await planner()).staffing.scheduled.save({ queueId, rows })
}

beforeAll(async () => {
  server = await startTestServer()
  world = await makeStaffingWorld(server)
  tuesday = addDays(world.monday, 1)
  phone = await world.addQueue({ name: 'Telefon' })
  await typed(phone, tuesday, 15)
})
afterAll(() => server.close())

describe('before anything has come', () => {
  test('the rest of the day needs what the week says, from the interval that runs', async () => {
    const context = await contextAt(tuesday, '09:40')
    const plan = await readPlan(context, { queueId: phone, ...assumed })
    const { cells } = await (await planner()).staffing.week({ queueId: phone })
    const week = cells.filter(({ date, time }) => date === tuesday && time >= '09:30')
    expect(plan).toMatchObject({ today: tuesday, lacks: null, scheduledFrom: 'typed' })
    expect(plan.cells.map(({ time, needed, on }) => [time, needed, on])).toEqual(
      week.map(({ time, needed, scheduled }) => [time, needed, scheduled]),
    )
    for (const [at, { risk }] of plan.cells.entries()) expect(risk).toBeCloseTo(week[at]!.risk!, 9)
    expect(plan.worst).toMatchObject({ from: '10:00', to: '12:00' })
  })

  test('every queue is told of in one answer, with where most are missing', async () => {
    const context = await contextAt(tuesday, '09:40')
    const { queues } = await readNeeds(context)
    const { worst, cells } = await readPlan(context, { queueId: phone, ...assumed })
    expect(queues.find(({ queueId }) => queueId === phone)).toEqual({
      queueId: phone,
      name: 'Telefon',
      kind: 'calls',
      lacks: null,
      now: { needed: cells[0]!.needed, on: 15 },
      worst,
    })
  })

  test('a queue without a forecast, and one that nobody knows the handling time of, say so', async () => {
    const unforeseen = await world.addQueue({ forecast: false })
    const uncounted = await world.addQueue({ counted: false })
    const context = await contextAt(tuesday, '09:40')
    const lacks = async (queueId: string) => (await readPlan(context, { queueId, ...assumed })).lacks
    expect(await lacks(unforeseen)).toBe('forecast')
    expect(await lacks(uncounted)).toBe('handle-time')
  })

  test('a day that nobody has set up lacks nobody, and nothing is proposed', async () => {
    const queueId = await world.addQueue()
    const plan = await readPlan(await contextAt(tuesday, '09:40'), { queueId, ...assumed })
    expect(plan).toMatchObject({ scheduledFrom: 'none', worst: null, proposed: [] })
    expect(plan.cells[0]).toMatchObject({ on: null, missing: 0, risk: null, waitSeconds: null })
  })
})

describe('a day with a third more than expected', () => {
  let busy: string
  beforeAll(async () => {
    busy = await world.addQueue({ name: 'Faktura' })
    await typed(busy, tuesday, 20)
    await rememberDays(server, { queueId: busy, today: world.today })
    await countDay(server, { queueId: busy, day: tuesday }, [
      ['08:00', 133, 40],
      ['08:30', 133, 80],
      ['09:00', 133, 60],
      ['09:30', 133, 60],
    ])
  })

  test('needs more for its rest than the morning said', async () => {
    const plan = await readPlan(await contextAt(tuesday, '10:10'), { queueId: busy, ...assumed })
    const { cells } = await (await planner()).staffing.week({ queueId: busy })
    const morning = new Map(
      cells.filter(({ date }) => date === tuesday).map(({ time, mean, needed }) => [time, { mean, needed }]),
    )
    expect(plan.cells[0]!.time).toBe('10:00')
    for (const { time, mean, needed } of plan.cells) {
      expect(mean).toBeGreaterThan(1.1 * morning.get(time)!.mean)
      expect(needed).toBeGreaterThanOrEqual(morning.get(time)!.needed)
    }
    expect(plan.worst!.missing).toBeGreaterThan(0)
  })

  test('is answered with things to do, each with what it changes in that stretch', async () => {
    const asked = { queueId: busy, callback: 0.5, message: 0.2 }
    const { proposed, worst } = await readPlan(await contextAt(tuesday, '10:10'), asked)
    const [{ stretch, proposals }] = proposed as [(typeof proposed)[number]]
    expect(stretch).toEqual(worst)
    expect(proposals.map(({ kind }) => kind)).toEqual(['callback', 'message', 'callIn'])
    expect(proposals[0]).toMatchObject({ share: 0.5 })
    expect(proposals[1]).toMatchObject({ share: 0.2 })
    for (const { effect } of proposals.slice(0, 2))
      expect(effect).toMatchObject({ from: worst!.from, to: worst!.to })
    for (const { effect } of proposals) {
      expect(effect.after.risk).toBeLessThanOrEqual(effect.before.risk)
      expect(effect.after.waitSeconds!).toBeLessThan(effect.before.waitSeconds!)
    }
  })

  test('what was done stands with what came of it, until it is taken back', async () => {
    const early = await contextAt(tuesday, '08:10')
    const action = { queueId: busy, ...noted, from: '08:30', to: '09:30' }
    const { actionId } = await noteAction(early, action)
    const other = await noteAction(early, {
      ...action,
      kind: 'other',
      note: 'Ringte leverandøren',
      from: '14:00',
      to: '15:00',
      riskBefore: null,
      riskAfter: null,
      waitBefore: null,
      waitAfter: null,
    })
    const later = await contextAt(tuesday, '10:10')
    const done = async () => (await readPlan(later, { queueId: busy, ...assumed })).done
    const { name } = await server.db
      .selectFrom('person')
      .select('name')
      .where('person_id', '=', early.scope.personId)
      .executeTakeFirstOrThrow()
    const list = await done()
    expect(list).toHaveLength(2)
    expect(list.find((each) => each.actionId === actionId)).toMatchObject({
      kind: 'callIn',
      people: 2,
      riskBefore: 0.8,
      riskAfter: 0.2,
      doneBy: name,
      doneAt: early.now.toISOString(),
      came: { offered: 266, planned: 200, low: 140, high: 260, waitSeconds: 70, whole: true },
    })
    expect(list.find((each) => each.actionId === other.actionId)).toMatchObject({
      kind: 'other',
      note: 'Ringte leverandøren',
      came: null,
    })
    await removeAction(later, { actionId })
    expect((await done()).map((each) => each.actionId)).toEqual([other.actionId])
    await expect(removeAction(later, { actionId })).rejects.toMatchObject({ code: 'not-found' })
    const audit = await server.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'like', 'today.%')
      .orderBy('audit_id')
      .execute()
    expect(audit.map(({ action: what }) => what)).toEqual([
      'today.action-noted',
      'today.action-noted',
      'today.action-removed',
    ])
  })

  test('what is noted of one day is not told of another', async () => {
    const { done } = await readPlan(await contextAt(addDays(tuesday, 1), '10:10'), {
      queueId: busy,
      ...assumed,
    })
    expect(done).toEqual([])
  })
})

test('with a published plan the day is the shifts’, and their breaks and ends can be moved', async () => {
  // People of a shift plan are shared by every queue that they can serve: this one is to be alone.
  const alone = await startTestServer()
  onTestFinished(() => alone.close())
  const shifts = await makeShiftsWorld(alone)
  const { weekStart, sara, ola, kari, put, publish } = shifts
  const day = addDays(weekStart, 1)
  await put(
    [sara, ola, kari].map((agentId) => shiftOn(day, agentId, ['08:00', '14:00'])),
    weekStart,
  )
  await publish(weekStart)
  const small = await (await makeStaffingWorld(alone)).addQueue({ level: 8 })
  // Of a day's middle, at eleven, all three have their break.
  const plan = await readPlan(await contextAt(day, '08:05', alone), { queueId: small, ...assumed })
  expect(plan.scheduledFrom).toBe('shifts')
  const on = (time: string) => plan.cells.find((cell) => cell.time === time)!.on
  expect(['08:00', '11:00', '13:30', '14:00'].map(on)).toEqual([3, 0, 3, 0])
  expect(plan.worst).toMatchObject({ from: '11:00', to: '11:30' })
  const moved = plan.proposed[0]!.proposals.find(({ kind }) => kind === 'moveBreaks')!
  expect(moved).toMatchObject({ minutes: 30, effect: { before: { risk: 1 } } })
  expect(moved.effect.after.risk).toBeLessThan(1)
  // Whose breaks they are is not for everybody: no name leaves in the answer.
  expect(JSON.stringify(plan)).not.toMatch(/Sara|Ola|Kari/)
})

describe('over the wire', () => {
  test('what ends before it begins, or says nothing, is refused and named', async () => {
    const client = await planner()
    const note = (more: object) => client.today.note({ queueId: phone, ...noted, ...more })
    await expect(note({ to: '10:00' })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { issues: [{ code: 'backwards', path: 'to', value: '10:00' }] },
    })
    await expect(note({ kind: 'other' })).rejects.toMatchObject({
      data: { issues: [{ code: 'empty', path: 'note' }] },
    })
    await expect(note({ from: '25:00' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(note({ riskAfter: 1.5 })).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await client.today.plan({ queueId: phone })).done).toEqual([])
  })

  test('another organisation sees neither queues nor actions', async () => {
    const { client } = await server.signIn('planner', server.organisations[1])
    expect(await client.today.needs({})).toEqual({ queues: [] })
    await expect(client.today.plan({ queueId: phone })).rejects.toMatchObject({ code: 'not-found' })
    await expect(client.today.note({ queueId: phone, ...noted })).rejects.toMatchObject({ code: 'not-found' })
    const { actionId } = await (await planner()).today.note({ queueId: phone, ...noted })
    await expect(client.today.remove({ actionId })).rejects.toMatchObject({ code: 'not-found' })
  })
})
