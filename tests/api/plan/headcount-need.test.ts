import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { makeStaffingWorld, type StaffingWorld } from '../../support/staffing-world.ts'

let server: TestServer
let world: StaffingWorld

beforeAll(async () => {
  server = await startTestServer()
  world = await makeStaffingWorld(server)
})
afterAll(() => server.close())

test('the need follows the requirement of the weeks, names the queues it is without, and ends doing so when told', async () => {
  const { client } = await server.signIn('planner')
  const queueId = await world.addQueue({ name: 'Telefon', level: 12 })
  const blank = await world.addQueue({ name: 'Chat', kind: 'chats', counted: false })
  await client.traffic.receive({
    queueId: blank,
    intervals: [{ startsAt: world.startsOf(addDays(world.monday, -14))[0]!.toISOString(), offered: 20 }],
  })
  const plan = await client.headcount.get()
  expect(plan).toMatchObject({ occupancyFrom: 'requirement', uncounted: ['Chat'] })
  const week = await client.staffing.week({ queueId, from: addDays(world.monday, 7) })
  const atQueue = week.cells.reduce((sum, { needed }) => sum + needed / 2, 0) * week.onQueue
  const work = week.cells.reduce((sum, { mean, handleSeconds }) => sum + (mean * handleSeconds) / 3600, 0)
  // A small group that is to answer at once is free much of the time.
  expect(plan.occupancy).toBeLessThan(0.75)
  expect(plan.occupancy).toBeCloseTo(work / atQueue, 1)
  const { assumptions } = plan
  await client.headcount.saveAssumptions({ assumptions: { ...assumptions, daysToFill: 40 }, occupancy: null })
  const kept = await client.headcount.get()
  expect(kept.occupancyFrom).toBe('requirement')
  expect(kept.usual).toContainEqual({ name: 'shrinkageInside', from: 'shrinkage' })
  await client.headcount.saveAssumptions({ assumptions, occupancy: 0.8 })
  expect(await client.headcount.get()).toMatchObject({ occupancyFrom: 'own', occupancy: 0.8 })
  await client.staffing.rules.save({
    queueId: blank,
    validFrom: world.today,
    settings: { ...(await client.staffing.week({ queueId: blank })).rule.settings, handleSeconds: 600 },
  })
  expect((await client.headcount.get()).uncounted).toEqual([])
})
