/** What is expected of first-contact resolution, self-service and improvements changes the staffing by that much. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { makeOverviewWorld, type OverviewWorld } from '../../support/overview-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { makeStaffingWorld, type StaffingWorld } from '../../support/staffing-world.ts'

let server: TestServer
let world: StaffingWorld
let overview: OverviewWorld
let queueId: string
let topicId: string

beforeAll(async () => {
  server = await startTestServer()
  world = await makeStaffingWorld(server)
  overview = await makeOverviewWorld(server)
  queueId = await world.addQueue({ name: 'Telefon' })
  topicId = await overview.addTopic('To fakturaer')
  const other = await overview.addTopic('Annet')
  await overview.add(
    Array.from({ length: 400 }, (_, at) => ({
      daysAgo: 1 + (at % 28),
      channel: 'phone' as const,
      topics: [{ topicId: at % 4 === 0 ? topicId : other }],
    })),
  )
  const client = await planner()
  const said = { queueId, pReturn: 0.2, pRedial: 0, shiftTo: null, pShift: 0 }
  await client.flow.save({ queues: [said], selfService: { tried: 0.5, settled: 0.4, givenUp: 0.1 } })
})
afterAll(() => server.close())

const planner = async () => (await server.signIn('planner')).client

async function weekOf(from = world.monday) {
  const { cells } = await (await planner()).staffing.week({ queueId, from })
  const sum = (value: (cell: (typeof cells)[number]) => number) =>
    cells.reduce((all, cell) => all + value(cell), 0)
  return { contacts: sum(({ mean }) => mean), hours: sum(({ needed }) => needed) / 2, cv: cells[0]!.cv }
}

/** Reckons with a change, tells what it makes of the week, and drops it. */
async function withChange(change: {
  readonly queueId: string | null
  readonly difference: number
  readonly from?: string
}) {
  const client = await planner()
  const { changeId } = await client.flow.expect({ from: world.monday, ...change })
  const week = await weekOf()
  const { months, changes } = await client.flow.get()
  await client.flow.drop({ changeId })
  return { week, months, changes }
}

describe('the staffing', () => {
  test('is less by the returns that do not come, and more by those that do', async () => {
    const before = await weekOf()
    // 3 % give up and dial no more: of the handled 0.2 return, then 0.1.
    const factor = (1 - 0.97 * 0.2) / (1 - 0.97 * 0.1)
    const { week, months, changes } = await withChange({ queueId, difference: -0.1 })
    expect(week.contacts / before.contacts).toBeCloseTo(factor, 6)
    expect(week.hours).toBeLessThan(before.hours)
    // Fewer contacts pool less well, so that hours fall a little less than contacts do.
    expect(week.hours / before.hours).toBeGreaterThan(factor)
    expect(week.cv).toBeGreaterThan(before.cv)
    expect(changes[0]).toMatchObject({ queueId, difference: -0.1, from: world.monday })
    const last = months.at(-1)!
    expect(last.with.mean / last.without.mean).toBeCloseTo(factor, 6)
    expect(last.hoursWith / last.hoursWithout).toBeCloseTo(factor, 6)
    expect((await withChange({ queueId, difference: 0.1 })).week.hours).toBeGreaterThan(before.hours)
    expect(await weekOf()).toEqual(before)
  })

  test('is less by what self-service settles, from the day on which it does', async () => {
    const before = await weekOf()
    const { week } = await withChange({ queueId: null, difference: 0.1 })
    expect(week.contacts / before.contacts).toBeCloseTo(0.7 / 0.75, 6)
    expect(week.hours).toBeLessThan(before.hours)
    const late = await withChange({ queueId: null, difference: 0.1, from: addDays(world.monday, 7) })
    expect(late.week).toEqual(before)
  })

  test('is less by what an improvement is expected to take away', async () => {
    const before = await weekOf()
    const { client: manager } = await server.signIn('manager')
    const { improvementId } = await manager.improvements.create({
      title: 'Én faktura',
      cause: 'backend',
      hypothesis: '',
      ownerId: null,
      dueOn: world.monday,
      expectedDrop: 0.8,
      topicIds: [topicId],
    })
    await manager.flow.count({ improvementId, counted: true })
    const { improvements } = await manager.flow.get()
    const counted = improvements.find((each) => each.improvementId === improvementId)!
    const after = await weekOf()
    // A quarter of the calls, of which 80 % are promised and half of that believed: 1 − 0.25 · 0.4.
    expect(after.contacts / before.contacts).toBeCloseTo(0.9, 2)
    expect(after.hours).toBeLessThan(before.hours)
    expect(counted.counted!.drop.mean).toBeCloseTo(0.4, 9)
    await manager.flow.count({ improvementId, counted: false })
    expect(await weekOf()).toEqual(before)
  })

  test('says why a change cannot be reckoned with', async () => {
    const client = await planner()
    const from = world.monday
    await expect(client.flow.expect({ queueId, difference: 0.8, from })).rejects.toMatchObject({
      code: 'flow-impossible',
    })
    await expect(
      client.flow.expect({ queueId, difference: -0.1, from: addDays(world.today, -1) }),
    ).rejects.toMatchObject({ code: 'flow-not-counted' })
    const { client: other } = await server.signIn('planner', server.organisations[1])
    await expect(other.flow.expect({ queueId, difference: -0.1, from })).rejects.toMatchObject({
      code: 'not-found',
    })
    const { changeId } = await client.flow.expect({ queueId, difference: -0.1, from })
    await expect(other.flow.drop({ changeId })).rejects.toMatchObject({ code: 'not-found' })
    await client.flow.drop({ changeId })
  })
})
