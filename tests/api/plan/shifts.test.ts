/** Agents, plans of weeks, requests and own shifts over HTTP. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { workOnShifts } from '../../../src/plan/shifts/index.ts'
import { minuteAt } from '../../../src/plan/shifts/rules/local-days.ts'
import { createLog } from '../../../src/platform/log/index.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'
import { agentFields, makeShiftsWorld, type ShiftsWorld, shiftOn } from '../../support/shifts-world.ts'
import { makeStaffingWorld } from '../../support/staffing-world.ts'

let server: TestServer
let world: ShiftsWorld
let sara: SignedIn
let ola: SignedIn

beforeAll(async () => {
  server = await startTestServer()
  world = await makeShiftsWorld(server)
  sara = await server.signIn('agent')
  ola = await server.signIn('editor')
})
afterAll(() => server.close())

const unfolded = async (file: File) => (await file.text()).replaceAll('\r\n ', '').split('\r\n')
const csv = (...lines: string[]) => new File([lines.join('\n')], 'file.csv', { type: 'text/csv' })

describe('agents', () => {
  test('go out to a file and come in again unchanged; what is wrong is told by line, and nothing is saved', async () => {
    const { client } = world
    await client.shifts.agents.save({ ...agentFields, agentId: null, name: 'Per', number: '7' })
    const file = await client.shifts.agents.export({ format: 'csv' })
    expect(await client.shifts.agents.import({ file: file as File })).toMatchObject({ added: 0, changed: 0 })
    const bad = csv('number,name,weeklyHours', '7,Per,30', '8,,30', '9,Anne,mange')
    const preview = await client.shifts.agents.previewImport({ file: bad })
    expect(preview.issues.map(({ line, column }) => [line, column])).toEqual([
      [3, 'name'],
      [4, 'weeklyHours'],
    ])
    await expect(client.shifts.agents.import({ file: bad })).rejects.toMatchObject({ code: 'invalid-input' })
    const messy = csv('Ansattnr;Navn;Stilling %;Turnusønske', '9;Anne;80 %;helst sent')
    expect(await client.shifts.agents.previewImport({ file: messy })).toMatchObject({
      rows: [{ name: 'Anne', weeklyHours: 30 }],
      issues: [],
      unread: ['Turnusønske'],
    })
    const good = csv('number,name,weeklyHours', '7,Per,30', '9,Anne,20')
    expect(await client.shifts.agents.import({ file: good })).toEqual({ added: 1, changed: 1, unchanged: 0 })
    await expect(
      client.shifts.agents.save({ ...agentFields, agentId: null, name: 'Nok en', number: '7' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the plan of a week', () => {
  test('is a draft until it is published, keeps its versions, and is changed by nobody who has not seen it', async () => {
    const { client, weekStart, ola: agentId } = world
    const shift = shiftOn(weekStart, agentId)
    const { revision } = await world.put([shift])
    expect((await ola.client.shifts.own.get({})).shifts).toEqual([])
    await expect(
      client.shifts.week.save({ weekStart, revision: revision - 1, put: [], remove: [shift.id] }),
    ).rejects.toMatchObject({ code: 'plan-week-changed' })
    // Ola has 37.5 hours and one shift: less than agreed is a finding too.
    await expect(
      client.shifts.week.publish({ weekStart, revision, note: '', acceptFindings: false }),
    ).rejects.toMatchObject({ code: 'plan-week-findings' })
    const when = { from: shift.from, to: shift.to }
    expect(await client.shifts.week.changes({ weekStart })).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
      people: [{ agentId, name: 'Ola', changes: [{ kind: 'added', ...when }] }],
    })
    expect(await world.publish()).toEqual({ version: 1 })
    expect((await client.shifts.week.changes({ weekStart })).people).toEqual([])
    expect((await ola.client.shifts.own.get({})).shifts.map(({ shiftId }) => shiftId)).toEqual([shift.id])
    await expect(world.publish()).rejects.toMatchObject({ code: 'plan-week-same' })
    await world.put([{ ...shift, to: shift.to + 30 }])
    expect((await ola.client.shifts.own.get({})).shifts[0]?.to).toBe(shift.to)
    await world.publish()
    const { items } = await client.shifts.week.history({ weekStart })
    expect(items.map(({ version, added, changed }) => [version, added, changed])).toEqual([
      [2, 0, 1],
      [1, 1, 0],
    ])
    await client.shifts.week.restore({ weekStart, version: 1 })
    expect((await client.shifts.week.get({ weekStart })).shifts.map(({ to }) => to)).toEqual([shift.to])
    await world.publish()
  })

  test('refuses shifts of other weeks, of strangers, and with breaks outside, and takes only Mondays', async () => {
    const { client, weekStart, kari } = world
    const shift = shiftOn(weekStart, kari)
    const save = (put: readonly object[], week = weekStart) =>
      client.shifts.week.save({ weekStart: week, revision: 0, put: put as never, remove: [] })
    const outside = shiftOn(addDays(weekStart, 7), kari)
    const loose = { ...shift, breaks: [{ from: shift.from - 60, to: shift.from - 30 }] }
    for (const bad of [outside, loose, { ...shift, to: shift.from }])
      await expect(save([bad])).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(save([], addDays(weekStart, 1))).rejects.toMatchObject({ code: 'invalid-input' })
    const stranger = { ...shift, agentId: shift.id }
    await expect(world.put([stranger])).rejects.toMatchObject({ code: 'not-found' })
    const copy = addDays(weekStart, 7)
    await client.shifts.week.copy({ weekStart: copy, from: weekStart })
    const copied = (await client.shifts.week.get({ weekStart: copy })).shifts
    const own = (await client.shifts.week.get({ weekStart })).shifts
    expect(copied.map(({ from }) => from)).toEqual(
      own.map(({ from }) => minuteAt(copy, '00:00') + from - minuteAt(weekStart, '00:00')),
    )
  })
})

describe('absence', () => {
  test('that is reported sick holds at once and frees the shifts; leave waits for an answer', async () => {
    const { client, weekStart } = world
    const day = addDays(weekStart, 4)
    const [startsAt, endsAt] = [
      new Date(minuteAt(day, '00:00') * 60_000),
      new Date(minuteAt(day, '24:00') * 60_000),
    ]
    const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
    const shift = shiftOn(day, world.sara)
    await world.put([shift])
    const { absenceId } = await sara.client.shifts.own.reportAbsence({ kind: 'sick', ...span })
    const listed = (await client.shifts.absences.list({ from: world.today })).items.find(
      (each) => each.absenceId === absenceId,
    )
    expect(listed).toMatchObject({ state: 'approved', shifts: 1, byAgent: true })
    await client.shifts.absences.decide({ absenceId, state: 'approved', openShifts: true })
    const { shifts } = await client.shifts.week.get({ weekStart })
    expect(shifts.find(({ id }) => id === shift.id)?.agentId).toBeNull()
    const leave = await sara.client.shifts.own.reportAbsence({ kind: 'leave', ...span })
    const own = await sara.client.shifts.own.get({})
    expect(own.absences.find((each) => each.absenceId === leave.absenceId)?.state).toBe('asked')
    await expect(ola.client.shifts.own.withdrawAbsence({ absenceId: leave.absenceId })).rejects.toMatchObject(
      { code: 'not-found' },
    )
    await sara.client.shifts.own.withdrawAbsence({ absenceId: leave.absenceId })
    await expect(
      client.shifts.absences.decide({ absenceId: leave.absenceId, state: 'approved', openShifts: false }),
    ).rejects.toMatchObject({ code: 'absence-step' })
    await client.shifts.week.save({
      weekStart,
      revision: (await client.shifts.week.get({ weekStart })).revision,
      put: [],
      remove: [shift.id],
    })
  })
})

describe('a swap', () => {
  test('takes a yes from the other and from the planner, and is checked against the limits', async () => {
    const { client } = world
    const weekStart = addDays(world.weekStart, 14)
    const [mine, his] = [shiftOn(weekStart, world.sara), shiftOn(addDays(weekStart, 2), world.ola)]
    const before = shiftOn(addDays(weekStart, 1), world.kari, ['06:00', '12:00'])
    const late = shiftOn(weekStart, world.kari, ['16:00', '22:00'])
    await world.put([mine, his, before], weekStart)
    await world.publish(weekStart)
    await expect(ola.client.shifts.own.takers({ shiftId: mine.id })).rejects.toMatchObject({
      code: 'not-found',
    })
    const { items } = await sara.client.shifts.own.takers({ shiftId: mine.id })
    const taker = items.find(({ agentId }) => agentId === world.ola)
    expect(taker?.returns.map(({ shiftId }) => shiftId)).toEqual([his.id])
    const { swapId } = await sara.client.shifts.own.askSwap({
      shiftId: mine.id,
      toAgentId: world.ola,
      returnShiftId: his.id,
    })
    await expect(
      client.shifts.swaps.decide({ swapId, state: 'approved', acceptFindings: false }),
    ).rejects.toMatchObject({ code: 'swap-step' })
    await expect(sara.client.shifts.own.answerSwap({ swapId, accept: true })).rejects.toMatchObject({
      code: 'not-found',
    })
    await ola.client.shifts.own.answerSwap({ swapId, accept: true })
    const waiting = (await client.shifts.swaps.list({})).items.find((each) => each.swapId === swapId)
    expect(waiting).toMatchObject({ state: 'accepted', findings: [] })
    await client.shifts.swaps.decide({ swapId, state: 'approved', acceptFindings: false })
    const ofSara = (await sara.client.shifts.own.get({})).shifts.map(({ shiftId }) => shiftId)
    expect(ofSara).toContain(his.id)
    expect(ofSara).not.toContain(mine.id)
    const { shifts } = await client.shifts.week.get({ weekStart })
    expect(shifts.find(({ id }) => id === mine.id)?.agentId).toBe(world.ola)
    // Kari begins at six on Tuesday: whoever gives her Monday evening takes her eleven hours of rest.
    await world.put([{ ...late, agentId: world.sara }], weekStart)
    await world.publish(weekStart)
    const offered = await sara.client.shifts.own.takers({ shiftId: late.id })
    expect(offered.items.map(({ agentId }) => agentId)).not.toContain(world.kari)
  })

  test('of a shift that was changed meanwhile is refused', async () => {
    const { client } = world
    const weekStart = addDays(world.weekStart, 21)
    const shift = shiftOn(weekStart, world.sara)
    await world.put([shift], weekStart)
    await world.publish(weekStart)
    const { swapId } = await sara.client.shifts.own.askSwap({
      shiftId: shift.id,
      toAgentId: null,
      returnShiftId: null,
    })
    expect((await ola.client.shifts.own.get({})).offered.map((each) => each.swapId)).toEqual([swapId])
    await ola.client.shifts.own.answerSwap({ swapId, accept: true })
    await world.put([{ ...shift, agentId: world.kari }], weekStart)
    await world.publish(weekStart)
    await expect(
      client.shifts.swaps.decide({ swapId, state: 'approved', acceptFindings: true }),
    ).rejects.toMatchObject({ code: 'swap-outdated' })
    await client.shifts.swaps.decide({ swapId, state: 'refused', acceptFindings: false })
  })
})

describe('a calendar', () => {
  test('is read by its secret address, tells changes and cancellations, and ends when it is told to', async () => {
    const weekStart = addDays(world.weekStart, 28)
    const [kept, gone] = [shiftOn(weekStart, world.sara), shiftOn(addDays(weekStart, 1), world.sara)]
    await world.put([kept, gone], weekStart)
    await world.publish(weekStart)
    const revision = (await world.client.shifts.week.get({ weekStart })).revision
    const moved = { ...kept, to: kept.to + 30 }
    await world.client.shifts.week.save({ weekStart, revision, put: [moved], remove: [gone.id] })
    await world.publish(weekStart)
    const { address } = await sara.client.shifts.own.makeCalendar({})
    const path = new URL(address).pathname
    const response = await fetch(server.url + path)
    expect(response.headers.get('content-type')).toMatch(/^text\/calendar/)
    const text = (await response.text()).replaceAll('\r\n ', '')
    const event = (id: string) => text.split('BEGIN:VEVENT').find((each) => each.includes(id))
    expect(event(kept.id)).toMatch(/SEQUENCE:1[\s\S]*STATUS:CONFIRMED/)
    expect(event(gone.id)).toMatch(/SEQUENCE:1[\s\S]*STATUS:CANCELLED/)
    expect(text).not.toContain(world.ola)
    expect(await unfolded((await sara.client.shifts.own.file({})) as File)).toContain('BEGIN:VTIMEZONE')
    const again = await sara.client.shifts.own.makeCalendar({})
    expect((await fetch(server.url + path)).status).toBe(404)
    expect((await fetch(server.url + new URL(again.address).pathname)).status).toBe(200)
    await sara.client.shifts.own.endCalendar({})
    expect((await fetch(server.url + new URL(again.address).pathname)).status).toBe(404)
  })

  test('is nobody’s who is no agent', async () => {
    const { client } = await server.signIn('manager')
    expect((await client.shifts.own.get({})).agent).toBeNull()
    await expect(client.shifts.own.makeCalendar({})).rejects.toMatchObject({ code: 'no-agent' })
  })
})

describe('a search for shifts', () => {
  test('fills the draft within the limits, leaves what a person has placed, and never writes over what came after', async () => {
    const { client } = world
    await workOnShifts(server.jobs, { db: server.db, log: createLog('error') })
    const { monday: weekStart, ...staffing } = await makeStaffingWorld(server)
    await expect(client.shifts.week.solve({ weekStart, revision: 0, seconds: 5 })).rejects.toMatchObject({
      code: 'plan-week-nothing',
    })
    // A queue that asks for no skill: everybody can.
    await staffing.addQueue({ level: 20 })
    for (const name of ['En', 'To', 'Tre', 'Fire', 'Fem', 'Seks'])
      await client.shifts.agents.save({ ...agentFields, agentId: null, name: `Søk ${name}`, skills: [] })
    const mine = shiftOn(addDays(weekStart, 1), world.kari, ['09:00', '15:00'])
    await world.put([mine], weekStart)
    const before = await client.shifts.week.get({ weekStart })
    await expect(
      client.shifts.week.solve({ weekStart, revision: before.revision + 1, seconds: 5 }),
    ).rejects.toMatchObject({ code: 'plan-week-changed' })
    const search = async (revision: number) => {
      const { jobId } = await client.shifts.week.solve({ weekStart, revision, seconds: 20 })
      await vi.waitFor(async () => expect((await client.job.status({ jobId })).state).toBe('done'), {
        timeout: 60_000,
        interval: 100,
      })
      return client.shifts.week.get({ weekStart })
    }
    const after = await search(before.revision)
    expect(after.solved).toMatchObject({ gap: expect.any(Number) })
    expect(after.solved!.gap).toBeLessThan(0.05)
    expect(after.shifts.find(({ id }) => id === mine.id)).toEqual({ ...mine, skill: null })
    const found = after.shifts.filter(({ id }) => id !== mine.id)
    expect(found.length).toBeGreaterThan(20)
    expect(found.every(({ fixed, agentId }) => !fixed && agentId !== null)).toBe(true)
    // The same again is the same plan.
    const times = (shifts: typeof found) =>
      shifts.map(({ agentId, from, to }) => `${agentId} ${from} ${to}`).toSorted()
    const again = await search(after.revision)
    expect(times(again.shifts.filter(({ id }) => id !== mine.id))).toEqual(times(found))
    // Somebody changes the week while a search is on its way.
    const { jobId } = await client.shifts.week.solve({ weekStart, revision: again.revision, seconds: 20 })
    await world.put([{ ...mine, to: mine.to + 15 }], weekStart)
    await vi.waitFor(async () => expect((await client.job.status({ jobId })).state).toBe('done'), {
      timeout: 60_000,
      interval: 100,
    })
    const kept = await client.shifts.week.get({ weekStart })
    expect(kept.revision).toBe(again.revision + 1)
    expect(kept.solveJobId).toBeNull()
  })

  test('finds shifts without names for what is missing, anew each time, and leaves everybody as they are', async () => {
    const { client } = world
    const { monday: weekStart, ...staffing } = await makeStaffingWorld(server)
    await staffing.addQueue({ level: 60 })
    const { revision, shifts: named } = await client.shifts.week.get({ weekStart })
    const search = async (from: number) => {
      const { jobId } = await client.shifts.week.solve({
        weekStart,
        revision: from,
        seconds: 10,
        stage: 'cover',
      })
      await vi.waitFor(async () => expect((await client.job.status({ jobId })).state).toBe('done'), {
        timeout: 60_000,
        interval: 100,
      })
      return client.shifts.week.get({ weekStart })
    }
    const first = await search(revision)
    const open = first.shifts.filter(({ agentId }) => agentId === null)
    expect(open.length).toBeGreaterThan(5)
    expect(open.every(({ fixed, skill }) => !fixed && skill === null)).toBe(true)
    expect(first.shifts.filter(({ agentId }) => agentId !== null)).toEqual(
      named.filter(({ agentId }) => agentId !== null),
    )
    const again = await search(first.revision)
    expect(again.shifts.filter(({ agentId }) => agentId === null).length).toBe(open.length)
  })

  test('that is stopped leaves the best that it has found, and how far from the best of all it may be', async () => {
    const { client } = world
    const { monday: weekStart, ...staffing } = await makeStaffingWorld(server)
    // So many that it takes a while to find out who is to be on when.
    await staffing.addQueue({ level: 2000 })
    const many = Array.from({ length: 300 }, (_, at) => `Mange ${at},${[37.5, 22.5, 15, 30][at % 4]}`)
    await client.shifts.agents.import({ file: csv('name,weeklyHours', ...many) })
    const { revision, shifts } = await client.shifts.week.get({ weekStart })
    const placed = shifts.filter(({ fixed }) => fixed)
    expect(placed.length).toBeGreaterThan(0)
    const { jobId } = await client.shifts.week.solve({ weekStart, revision, seconds: 60 })
    const waiting = { timeout: 60_000, interval: 50 }
    await vi.waitFor(async () => expect((await client.job.status({ jobId })).state).toBe('running'), waiting)
    expect((await client.shifts.week.get({ weekStart })).solveJobId).toBe(jobId)
    await client.job.cancel({ jobId })
    const week = await vi.waitFor(async () => {
      const now = await client.shifts.week.get({ weekStart })
      expect(now.solveJobId).toBeNull()
      return now
    }, waiting)
    expect(week.solved!.ended).toBe('cancelled')
    expect(week.solved!.bound!).toBeLessThanOrEqual(week.solved!.cost)
    expect(week.shifts.filter(({ fixed }) => fixed)).toEqual(placed)
    const { state, progress } = await client.job.status({ jobId })
    expect([state, progress > 0]).toEqual(['cancelled', true])
  })
})
