import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { workOnSimulations } from '../../../src/plan/simulation/index.ts'
import { createLog } from '../../../src/platform/log/index.ts'
import { startTestServer } from '../../support/server.ts'
import { makeStaffingWorld, type StaffingWorld } from '../../support/staffing-world.ts'

const server = await startTestServer({ jobs: true })
afterAll(() => server.close())

let world: StaffingWorld
let queueId: string
let whatIfId: string
beforeAll(async () => {
  await workOnSimulations(server.jobs, { db: server.db, log: createLog('error') })
  world = await makeStaffingWorld(server)
  queueId = await world.addQueue({ level: 40 })
  const { client } = await server.signIn('planner')
  ;({ whatIfId } = await client.simulation.create({ name: 'Uka', from: world.monday, days: 2 }))
})

async function run() {
  const { client } = await server.signIn('planner')
  const { jobId } = await client.simulation.run({ whatIfId })
  await vi.waitFor(async () => expect((await client.job.status({ jobId })).state).toBe('done'), {
    timeout: 20_000,
    interval: 100,
  })
  return client.simulation.get({ whatIfId })
}

describe('a what-if', () => {
  it('begins with things as planned and one more person, and says where everything is from', async () => {
    const { plans, result } = await (await server.signIn('planner')).client.simulation.get({ whatIfId })
    expect(plans.map(({ people }) => people)).toEqual([{}, { [queueId]: 1 }])
    expect(result).toBeNull()
    const ran = await run()
    const [queue] = ran.result!.basis.queues
    expect(queue).toMatchObject({ id: queueId, trafficFrom: 'forecast', peopleFrom: 'requirement' })
    // Level 40, half as many again for four of sixteen half hours: 720 on a Tuesday, a quarter more on a Monday.
    expect(queue!.offered).toBeCloseTo(720 * 2.25, 0)
    const { plans: results, differences } = ran.result!.comparison
    // What the forecast says to come is what comes, repeats and all.
    const offered = results[0]!.queues[0]!.figures.offered!
    expect(Math.abs(offered.mean / queue!.offered - 1)).toBeLessThan(0.06)
    const change = differences[0]!.queues[0]!.figures
    expect(change.serviceLevel!.lo!).toBeGreaterThan(0)
    expect(change.abandonShare!.hi!).toBeLessThan(0)
    expect(differences[0]!.centre.hours!.mean).toBeCloseTo(16, 6)
    expect(differences[0]!.centre.cost!.mean).toBeCloseTo(16 * 400, 4)
    for (const { ledger } of results[0]!.queues)
      expect(ledger.contactsIn).toBe(
        ledger.handled + ledger.abandonedForGood + ledger.redialled + ledger.shifted + ledger.waitingAtClose,
      )
  })

  it('gives the same figures for the same seed, and tells when it has been changed since', async () => {
    const { client } = await server.signIn('planner')
    const before = await client.simulation.get({ whatIfId })
    const again = await run()
    expect(again.result!.comparison).toEqual(before.result!.comparison)
    const { whatIfId: _, changedAt: __, jobId: ___, result: ____, ...fields } = again
    const plans = [fields.plans[0]!, { ...fields.plans[1]!, people: {}, selfService: 0.2, firstContact: 0.1 }]
    await client.simulation.save({ whatIfId, ...fields, plans })
    expect((await client.simulation.get({ whatIfId })).result!.isOld).toBe(true)
    const { result } = await run()
    expect(result!.isOld).toBe(false)
    const change = result!.comparison.differences[0]!
    expect(change.queues[0]!.figures.offered!.hi!).toBeLessThan(0)
    expect(change.queues[0]!.figures.avoided!.lo!).toBeGreaterThan(0)
    expect(change.centre.cost!.mean).toBe(0)
  })

  it('starts from the people who are set up, when somebody has set them up', async () => {
    const { client } = await server.signIn('planner')
    const rows = [...world.startsOf(world.monday)].map((startsAt) => ({
      startsAt: startsAt.toISOString(),
      people: 3,
    }))
    await client.staffing.scheduled.save({ queueId, rows })
    const { result } = await run()
    expect(result!.basis.queues[0]).toMatchObject({ peopleFrom: 'set-up' })
    expect(result!.comparison.plans[0]!.queues[0]!.figures.serviceLevel!.mean).toBeLessThan(0.3)
  })

  it('expects the usual of a queue without a forecast, also when the days that lead in have been counted', async () => {
    const other = await makeStaffingWorld(server, server.organisations[1])
    const unforeseen = await other.addQueue({ level: 40, forecast: false })
    const { client } = await server.signIn('planner', server.organisations[1])
    // The three days before today always hold an open one.
    const made = await client.simulation.create({ name: 'Uka', from: other.today, days: 7 })
    const { jobId } = await client.simulation.run(made)
    await vi.waitFor(async () => expect((await client.job.status({ jobId })).state).toBe('done'), {
      timeout: 20_000,
      interval: 100,
    })
    const { result } = await client.simulation.get(made)
    const [queue] = result!.basis.queues
    expect(queue).toMatchObject({ id: unforeseen, trafficFrom: 'weeks' })
    // Five ordinary days of 720, a quarter more on the Monday.
    expect(queue!.offered).toBeCloseTo(720 * 5.25, 0)
  })

  it('refuses days without traffic, curves that go back, and other organisations', async () => {
    const { client } = await server.signIn('planner')
    const empty = await client.simulation.create({ name: 'Helga', from: addDays(world.monday, 5), days: 2 })
    await expect(client.simulation.run(empty)).rejects.toMatchObject({ code: 'what-if-empty' })
    const {
      whatIfId: _,
      changedAt: __,
      jobId: ___,
      result: ____,
      ...fields
    } = await client.simulation.get({
      whatIfId,
    })
    const satisfaction = {
      source: 'egne tall',
      unanswered: 10,
      points: [
        { seconds: 60, score: 80 },
        { seconds: 60, score: 70 },
      ],
    }
    const wrong = { ...fields, whatIfId, assumptions: { ...fields.assumptions, satisfaction } }
    await expect(client.simulation.save(wrong)).rejects.toMatchObject({ code: 'invalid-input' })
    const other = (await server.signIn('planner', server.organisations[1])).client
    for (const call of [() => other.simulation.get({ whatIfId }), () => other.simulation.run({ whatIfId })])
      await expect(call()).rejects.toMatchObject({ code: 'not-found' })
    await client.simulation.remove(empty)
    expect((await client.simulation.list({})).items.map(({ name }) => name)).toEqual(['Uka'])
  })
})
