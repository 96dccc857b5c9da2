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

describe('with a plan of shifts', () => {
  // People of a shift plan are shared by every queue that they can serve: this one is to be alone.
  let alone: TestServer
  let shifts: Awaited<ReturnType<typeof makeShiftsWorld>>
  let small: string
  let day: string
  let made: ReturnType<typeof shiftOn>[]

  beforeAll(async () => {
    alone = await startTestServer()
    shifts = await makeShiftsWorld(alone)
    small = await (await makeStaffingWorld(alone)).addQueue({ level: 8 })
    day = addDays(shifts.weekStart, 1)
  })
  afterAll(() => alone.close())

  /** The week as it is drawn up, with three people who all have their break at eleven. */
  async function drawUp() {
    made = [shifts.sara, shifts.ola, shifts.kari].map((agentId) => shiftOn(day, agentId, ['08:00', '14:00']))
    const { revision, shifts: old } = await shifts.client.shifts.week.get({ weekStart: shifts.weekStart })
    const remove = old.map(({ id }) => id)
    await shifts.client.shifts.week.save({ weekStart: shifts.weekStart, revision, put: made, remove })
  }
  const read = async (time = '08:05') =>
    readPlan(await contextAt(day, time, alone), { queueId: small, ...assumed })
  const proposed = async (kind: string, time?: string) => {
    const { proposed: all } = await read(time)
    const found = all.flatMap(({ proposals }) => proposals).find((each) => each.kind === kind)
    if (!found) throw new Error(`${kind} is not proposed`)
    return found
  }
  type Found = Awaited<ReturnType<typeof proposed>>
  const asked = ({ kind, people, minutes, effect, changes }: Found) => ({
    ...noted,
    queueId: small,
    kind,
    people,
    minutes,
    from: effect.from,
    to: effect.to,
    changes: changes.map(({ agent: _, ...change }) => change),
  })
  const draft = async () =>
    new Map(
      (await shifts.client.shifts.week.get({ weekStart: shifts.weekStart })).shifts.map((one) => [
        one.id,
        one,
      ]),
    )
  const seenBySara = async () => {
    const { client } = await alone.signIn('agent')
    const { shifts: own } = await client.shifts.own.get({})
    return own.find(({ shiftId }) => shiftId === made[0]!.id)!
  }

  test('the day is the shifts’, and whose breaks can be moved where is told', async () => {
    await drawUp()
    await shifts.publish()
    const plan = await read()
    expect(plan.scheduledFrom).toBe('shifts')
    const on = (time: string) => plan.cells.find((cell) => cell.time === time)!.on
    expect(['08:00', '11:00', '13:30', '14:00'].map(on)).toEqual([3, 0, 3, 0])
    expect(plan.worst).toMatchObject({ from: '11:00', to: '11:30' })
    const moved = await proposed('moveBreaks')
    expect(moved).toMatchObject({ minutes: 30, effect: { before: { risk: 1 } } })
    expect(moved.effect.after.risk).toBeLessThan(1)
    expect(moved.changes).toHaveLength(moved.people)
    const names = new Map([
      [shifts.sara, 'Sara'],
      [shifts.ola, 'Ola'],
      [shifts.kari, 'Kari'],
    ])
    for (const { shiftId, agentId, agent, before, after } of moved.changes) {
      const shift = made.find(({ id }) => id === shiftId)!
      expect({ agentId, agent }).toEqual({ agentId: shift.agentId, agent: names.get(agentId) })
      expect(before).toEqual({ from: shift.from, to: shift.to, breaks: shift.breaks })
      expect(after).toMatchObject({ from: shift.from, to: shift.to })
      expect(after.breaks).not.toEqual(before.breaks)
    }
  })

  test('done, the plan is as proposed for everybody, and taken back it is as before', async () => {
    await drawUp()
    await shifts.publish()
    const moved = await proposed('moveBreaks')
    const { actionId } = await noteAction(await contextAt(day, '08:06', alone), asked(moved))
    const plan = await read()
    expect(plan.cells.find(({ time }) => time === '11:00')!.on).toBe(moved.people)
    const { before, after } = moved.effect
    expect(plan.cells.find(({ time }) => time === '11:00')!.risk).toBeCloseTo(after.risk, 6)
    expect(after.risk).toBeLessThan(before.risk)
    const done = plan.done.find((each) => each.actionId === actionId)
    expect(done).toMatchObject({ kind: 'moveBreaks', changed: moved.people })
    const now = await draft()
    for (const change of moved.changes) expect(now.get(change.shiftId)).toMatchObject(change.after)
    const own = moved.changes.find(({ agentId }) => agentId === shifts.sara)!
    expect((await seenBySara()).breaks).toEqual(own.after.breaks)
    const taken = await removeAction(await contextAt(day, '08:07', alone), { actionId })
    expect(taken).toEqual({ restored: moved.people, left: 0 })
    const again = await draft()
    for (const shift of made) expect(again.get(shift.id)).toMatchObject(shift)
    expect((await seenBySara()).breaks).toEqual(own.before.breaks)
    // Nothing else of the week waits to be published.
    const week = await shifts.client.shifts.week.get({ weekStart: shifts.weekStart })
    expect(week.publishedRevision).toBe(week.revision)
  })

  test('a shift that has been changed meanwhile is not changed again, neither by doing nor by taking back', async () => {
    await drawUp()
    await shifts.publish()
    const moved = await proposed('moveBreaks')
    const context = await contextAt(day, '08:06', alone)
    const { actionId } = await noteAction(context, asked(moved))
    const { done } = await read()
    await expect(noteAction(context, asked(moved))).rejects.toMatchObject({ code: 'shift-changed' })
    expect((await read()).done).toEqual(done)
    const first = (await draft()).get(moved.changes[0]!.shiftId)!
    await shifts.put([{ ...first, skill: null, breaks: [{ from: first.from + 60, to: first.from + 90 }] }])
    await shifts.publish()
    const taken = await removeAction(context, { actionId })
    expect(taken).toEqual({ restored: moved.people - 1, left: 1 })
    expect((await draft()).get(first.id)!.breaks).toEqual([{ from: first.from + 60, to: first.from + 90 }])
  })

  test('what the planner is still drawing up stays as it is, and unpublished', async () => {
    await drawUp()
    await shifts.publish()
    const moved = await proposed('moveBreaks')
    const { shiftId } = moved.changes[0]!
    const other = made.find(({ id }) => id === shiftId)!
    await shifts.put([{ ...other, to: other.to + 60 }])
    await noteAction(await contextAt(day, '08:06', alone), asked(moved))
    expect((await draft()).get(shiftId)).toMatchObject({ to: other.to + 60, breaks: other.breaks })
    const changes = await shifts.client.shifts.week.changes({ weekStart: shifts.weekStart })
    expect(changes).toMatchObject({ added: 0, changed: 1, removed: 0 })
  })

  test('to stay longer is overtime, and a limit that it passes is asked about first', async () => {
    await drawUp()
    await shifts.publish()
    const stay = await proposed('stay', '13:00')
    const change = stay.changes[0]!
    expect(change.after.to).toBeGreaterThan(change.before.to)
    const context = await contextAt(day, '13:05', alone)
    const { done } = await read('13:05')
    const tooLong = { ...change, after: { ...change.after, to: change.before.from + 15 * 60 } }
    const long = { ...asked(stay), changes: [{ ...tooLong, agent: undefined }] }
    await expect(noteAction(context, long)).rejects.toMatchObject({ code: 'plan-week-findings' })
    expect((await draft()).get(change.shiftId)).toMatchObject({ to: change.before.to, overtimeMinutes: 0 })
    expect((await read('13:05')).done).toEqual(done)
    await noteAction(context, { ...asked(stay), acceptFindings: true })
    expect((await draft()).get(change.shiftId)).toMatchObject({
      to: change.after.to,
      overtimeMinutes: change.after.to - change.before.to,
    })
  })

  test('a proposal that changes no shift does not change one, and times that make no shift are refused', async () => {
    await drawUp()
    await shifts.publish()
    const moved = await proposed('moveBreaks')
    const context = await contextAt(day, '08:06', alone)
    await expect(noteAction(context, { ...asked(moved), kind: 'message' })).rejects.toMatchObject({
      issues: [{ code: 'not-of-shifts', path: 'kind', value: 'message' }],
    })
    const [change] = asked(moved).changes
    const backwards = { ...change!, after: { ...change!.after, to: change!.after.from } }
    await expect(noteAction(context, { ...asked(moved), changes: [backwards] })).rejects.toMatchObject({
      issues: [{ code: 'not-a-length', path: 'changes.0' }],
    })
  })
})

test('a week that nobody has published is changed in its draft', async () => {
  const alone = await startTestServer()
  onTestFinished(() => alone.close())
  const { weekStart, sara, ola, kari, put, client } = await makeShiftsWorld(alone)
  const day = addDays(weekStart, 1)
  await put([sara, ola, kari].map((agentId) => shiftOn(day, agentId, ['08:00', '14:00'])))
  const queueId = await (await makeStaffingWorld(alone)).addQueue({ level: 8 })
  const context = await contextAt(day, '08:05', alone)
  const { proposed } = await readPlan(context, { queueId, ...assumed })
  const moved = proposed[0]!.proposals.find(({ kind }) => kind === 'moveBreaks')!
  const changes = moved.changes.map(({ agent: _, ...change }) => change)
  await noteAction(context, { ...noted, queueId, kind: 'moveBreaks', changes })
  const week = await client.shifts.week.get({ weekStart })
  expect(week.version).toBe(0)
  for (const { shiftId, after } of changes)
    expect(week.shifts.find(({ id }) => id === shiftId)!.breaks).toEqual(after.breaks)
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
