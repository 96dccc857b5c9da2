/** What a yes leads to, what has changed in an agent's shifts, and plan against actual, over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, mondayOf } from '../../../src/kernel/calendar.ts'
import { minuteAt } from '../../../src/plan/shifts/rules/local-days.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'
import { makeShiftsWorld, type ShiftsWorld, shiftOn } from '../../support/shifts-world.ts'
import { makeStaffingWorld, type StaffingWorld } from '../../support/staffing-world.ts'

let server: TestServer
let world: ShiftsWorld
let staffing: StaffingWorld
let queueId: string
let sara: SignedIn
let ola: SignedIn

beforeAll(async () => {
  server = await startTestServer()
  world = await makeShiftsWorld(server)
  staffing = await makeStaffingWorld(server)
  queueId = await staffing.addQueue({ name: 'Telefon', level: 5 })
  sara = await server.signIn('agent')
  ola = await server.signIn('editor')
})
afterAll(() => server.close())

const instant = (minute: number) => new Date(minute * 60_000).toISOString()
const wholeDay = (day: string) => ({
  startsAt: instant(minuteAt(day, '00:00')),
  endsAt: instant(minuteAt(day, '24:00')),
})

describe('requests', () => {
  test('tell who is short after a yes, and only then; the answer reaches the one who asked', async () => {
    const { client } = world
    const day = staffing.monday
    const shifts = [world.sara, world.ola, world.kari].map((agentId) => shiftOn(day, agentId))
    await world.put(shifts, day)
    await world.publish(day)
    const { absenceId } = await sara.client.shifts.own.reportAbsence({ kind: 'leave', ...wholeDay(day) })
    await client.shifts.absences.report({ kind: 'course', agentId: world.kari, ...wholeDay(day) })
    expect(await client.shifts.requests.count({})).toEqual({ absences: 1, uncovered: 0, swaps: 0 })
    const told = await client.shifts.requests.absence({ absenceId })
    expect(told).toMatchObject({ known: true, away: ['Kari'] })
    expect(told.shifts).toEqual([{ from: shifts[0]!.from, to: shifts[0]!.to }])
    expect(told.short.length).toBeGreaterThan(0)
    for (const { queueId: id, missing, missingNow, from, to } of told.short) {
      expect([id, missing]).toEqual([queueId, missingNow + 1])
      expect(from >= shifts[0]!.from && to <= shifts[0]!.to).toBe(true)
    }
    // In Sara's own break nobody is missed who was not missed before.
    const [pause] = shifts[0]!.breaks
    expect(told.short.some(({ from, to }) => from < pause!.to && to > pause!.from)).toBe(false)
    await client.shifts.absences.decide({
      absenceId,
      state: 'refused',
      openShifts: false,
      answer: 'Vi er for få.',
    })
    const own = (await sara.client.shifts.own.get({})).absences.find((each) => each.absenceId === absenceId)
    expect(own).toMatchObject({ state: 'refused', answer: 'Vi er for få.' })
    expect((await client.shifts.requests.count({})).absences).toBe(0)
  })

  test('are also the shifts of somebody who is sick, until these are open', async () => {
    const { client, weekStart } = world
    await world.put([shiftOn(weekStart, world.sara)])
    const { absenceId } = await sara.client.shifts.own.reportAbsence({ kind: 'sick', ...wholeDay(weekStart) })
    expect((await client.shifts.requests.count({})).uncovered).toBe(1)
    await client.shifts.absences.decide({ absenceId, state: 'approved', openShifts: true })
    expect((await client.shifts.requests.count({})).uncovered).toBe(0)
  })

  test('of a swap tell whom the queues lose when the other lacks the skill, and are nothing for other roles', async () => {
    const { client } = world
    await server.db
      .updateTable('plan_queue')
      .set({ skill: 'telefon' })
      .where('queue_id', '=', queueId)
      .execute()
    const { items } = await client.shifts.agents.list({})
    const { person: _, ...fields } = items.find(({ agentId }) => agentId === world.ola)!
    await client.shifts.agents.save({ ...fields, skills: ['chat'] })
    const weekStart = staffing.monday
    const shift = shiftOn(addDays(weekStart, 2), world.sara)
    await world.put([shift], weekStart)
    await world.publish(weekStart)
    const asked = { shiftId: shift.id, toAgentId: world.ola, returnShiftId: null }
    const { swapId } = await sara.client.shifts.own.askSwap(asked)
    await ola.client.shifts.own.answerSwap({ swapId, accept: true })
    const told = await client.shifts.requests.swap({ swapId })
    expect(told).toMatchObject({ known: true, shifts: [{ from: shift.from, to: shift.to }] })
    expect(told.short.map(({ missing, missingNow }) => missing - missingNow)).toEqual(told.short.map(() => 1))
    expect(told.short.length).toBeGreaterThan(0)
    expect((await client.shifts.requests.count({})).swaps).toBe(1)
    await expect(sara.client.shifts.requests.swap({ swapId })).rejects.toMatchObject({ code: 'not-allowed' })
    await client.shifts.swaps.decide({ swapId, state: 'refused', acceptFindings: false, answer: 'Nei.' })
    const own = (await ola.client.shifts.own.get({})).swaps.find((each) => each.swapId === swapId)
    expect(own).toMatchObject({ state: 'refused', answer: 'Nei.' })
  })
})

describe('an agent’s own shifts', () => {
  test('say what has become of each since the week was first published', async () => {
    const { client } = world
    const weekStart = addDays(world.weekStart, 14)
    const days = [0, 1, 2].map((at) => shiftOn(addDays(weekStart, at), world.sara))
    await world.put(days, weekStart)
    await world.publish(weekStart)
    const ownOf = async () => {
      const { shifts, cancelled } = await sara.client.shifts.own.get({})
      return [...shifts, ...cancelled]
        .filter(
          ({ from }) => from >= minuteAt(weekStart, '00:00') && from < minuteAt(weekStart, '00:00') + 10_080,
        )
        .map(({ shiftId, change, was }) => ({ shiftId, change, was }))
    }
    expect((await ownOf()).map(({ change }) => change)).toEqual([null, null, null])
    const { revision } = await client.shifts.week.get({ weekStart })
    const added = shiftOn(addDays(weekStart, 4), world.sara)
    const [kept, moved, gone] = days
    const put = [{ ...moved!, to: moved!.to - 60 }, added]
    await client.shifts.week.save({ weekStart, revision, put, remove: [gone!.id] })
    await world.publish(weekStart)
    expect(await ownOf()).toEqual([
      { shiftId: kept!.id, change: null, was: null },
      { shiftId: moved!.id, change: 'changed', was: { from: moved!.from, to: moved!.to } },
      { shiftId: added.id, change: 'added', was: null },
      { shiftId: gone!.id, change: 'cancelled', was: null },
    ])
  })
})

describe('plan against actual', () => {
  test('is read on trial by day and line, then brought in, over as many days as are asked for', async () => {
    const { client } = world
    const monday = mondayOf(addDays(staffing.today, -7))
    const tuesday = addDays(monday, 1)
    const file = (...rows: string[]) => new File([['timestamp;present', ...rows].join('\n')], 'her.csv')
    const bad = file(`${monday} 08:00;3`, `${monday} 08:30;mange`, `${monday} 08:00;2`)
    const trial = await client.shifts.actual.previewImport({ queueId, file: bad })
    expect(trial.issues.map(({ line, code }) => [line, code])).toEqual([
      [3, 'not-a-number'],
      [4, 'doubled'],
    ])
    const good = () => file(`${monday} 08:00;3`, `${monday} 08:30;4,5`, `${tuesday} 08:00;2`)
    expect(await client.shifts.actual.previewImport({ queueId, file: good() })).toEqual({
      days: [
        { date: monday, intervals: 2, lowest: 3, highest: 4.5 },
        { date: tuesday, intervals: 1, lowest: 2, highest: 2 },
      ],
      replaced: 0,
      issues: [],
    })
    await client.shifts.actual.import({ queueId, file: good() })
    expect((await client.shifts.actual.previewImport({ queueId, file: good() })).replaced).toBe(3)
    const { rows, reportedTo } = await client.shifts.actual.get({ day: monday, days: 2, queueId })
    expect(reportedTo).toBe(tuesday)
    expect(rows).toHaveLength(32)
    const at = (day: string, time: string) => rows.find(({ from }) => from === minuteAt(day, time))
    expect(at(monday, '08:30')?.present).toBe(4.5)
    expect(at(tuesday, '08:00')?.present).toBe(2)
    // Mondays between ten and twelve bring most, and so would have taken most.
    expect(at(monday, '10:00')!.neededFor!).toBeGreaterThan(at(tuesday, '08:00')!.neededFor!)
    expect((await client.shifts.actual.get({ day: monday, queueId })).rows).toHaveLength(16)
  })

  test('has no hindsight for tasks, which may be done later', async () => {
    const tasks = await staffing.addQueue({ kind: 'tasks', name: 'E-post' })
    const { rows } = await world.client.shifts.actual.get({
      day: mondayOf(addDays(staffing.today, -7)),
      queueId: tasks,
    })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ neededFor }) => neededFor === null)).toBe(true)
  })
})
