import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { expectedFactor } from '../../../src/plan/flow/index.ts'
import { leversAtRest } from '../../../src/plan/headcount/rules/scenario.ts'
import { type FlowWorld, makeFlowWorld } from '../../support/flow-world.ts'
import { makeOverviewWorld, type OverviewWorld } from '../../support/overview-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let queues: FlowWorld
let overview: OverviewWorld
let topicId: string

beforeAll(async () => {
  server = await startTestServer()
  queues = await makeFlowWorld(server, { days: 120 })
  overview = await makeOverviewWorld(server)
  topicId = await overview.addTopic('To fakturaer')
  const other = await overview.addTopic('Annet')
  await overview.add(
    Array.from({ length: 400 }, (_, at) => ({
      daysAgo: 1 + (at % 28),
      channel: 'phone' as const,
      topics: [{ topicId: at % 4 === 0 ? topicId : other }],
    })),
  )
})
afterAll(() => server.close())

const planner = async () => (await server.signIn('planner')).client

describe('the flow of contacts', () => {
  test('accounts for every contact of the weeks behind, by queue and in all', async () => {
    const { weeks } = await (await planner()).flow.get()
    const { all, queues: own } = weeks[0]!
    const phone = own.find(({ queueId }) => queueId === queues.phoneId)!
    expect(phone.ledger).toMatchObject({
      contactsIn: 1000,
      handled: 900,
      redialled: 50,
      abandonedForGood: 50,
    })
    expect(phone.unaccounted).toBe(0)
    expect(all.contactsIn).toBe(1250)
    expect(all.first + all.returned + all.redialledIn + all.shiftedIn + all.waitingAtOpen).toBe(
      all.contactsIn,
    )
    const file = await (await planner()).flow.export({})
    expect(await file.text()).toContain('Telefon,1000,0,')
  })

  test('expects the next month by the same ledger, with what people have said of returns', async () => {
    const client = await planner()
    const said = { pRedial: 0.4, shiftTo: queues.emailId, pShift: 0.2, pReturn: 0.2, queueId: queues.phoneId }
    await client.flow.save({ queues: [said], selfService: { tried: 0.5, settled: 0.4, givenUp: 0.1 } })
    const { expected, queues: views } = await client.flow.get()
    const phone = expected!.queues.find(({ queueId }) => queueId === queues.phoneId)!.ledger
    expect(phone.returned / phone.handled).toBeCloseTo(0.2, 2)
    expect(expected!.all.shifted).toBe(expected!.all.shiftedIn)
    const view = views.find(({ queueId }) => queueId === queues.phoneId)!
    expect(view).toMatchObject({ returns: 0.2, returnsFrom: 'own', said: true })
    expect(view.first!).toBeLessThan(view.offered)
  })

  test('refuses what would never settle, and queues that are not there', async () => {
    const client = await planner()
    const said = { queueId: queues.phoneId, pReturn: 0.5, pRedial: 0.8, shiftTo: queues.emailId, pShift: 0.5 }
    await expect(client.flow.save({ queues: [said], selfService: null })).rejects.toMatchObject({
      code: 'flow-impossible',
    })
    const foreign = await makeFlowWorld(server, { days: 7, organisation: server.organisations[1] })
    await expect(
      client.flow.save({ queues: [{ ...said, queueId: foreign.phoneId }], selfService: null }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('reckons with an improvement when somebody has said so, from its day on, and says why', async () => {
    const client = await planner()
    const { client: manager } = await server.signIn('manager')
    const dueOn = addDays(overview.today, 40)
    const span = { queueId: queues.phoneId, from: dueOn, to: addDays(dueOn, 6) }
    const fields = {
      title: 'Én faktura',
      cause: 'backend' as const,
      hypothesis: '',
      ownerId: null,
      dueOn,
      expectedDrop: 0.4,
      topicIds: [topicId],
    }
    const { improvementId } = await manager.improvements.create(fields)
    const before = (await client.flow.get()).improvements[0]!
    expect(before).toMatchObject({ counted: null, cannot: null, promised: 0.4 })
    expect(before.contacts!.mean).toBeGreaterThan(0)
    const tenant = { organisationId: server.organisations[0].organisationId }
    expect(await expectedFactor(tenant, server.db, span)).toMatchObject({ mean: 1, because: [] })
    await client.flow.count({ improvementId, counted: true })
    const factor = await expectedFactor(tenant, server.db, span)
    // A quarter of the calls, of which 40 % are promised and half of that believed: 1 − 0.25 · 0.2.
    expect(factor.mean).toBeCloseTo(0.95, 2)
    expect(factor.high).toBe(1)
    expect(factor.because[0]).toMatchObject({ title: 'Én faktura', countedFrom: dueOn })
    const early = { ...span, from: overview.today, to: addDays(overview.today, 6) }
    expect(await expectedFactor(tenant, server.db, early)).toMatchObject({ mean: 1, because: [] })
    const after = await client.flow.get()
    expect(after.improvements[0]!.counted).toMatchObject({ from: dueOn })
    expect(after.months.at(-1)!.with.mean).toBeLessThan(after.months.at(-1)!.without.mean)
    await manager.improvements.save({ ...fields, improvementId, dueOn: null })
    await client.flow.count({ improvementId, counted: false })
    await expect(client.flow.count({ improvementId, counted: true })).rejects.toMatchObject({
      code: 'flow-not-counted',
    })
  })
})

describe('headcount', () => {
  test('knows no need to hire before it knows who is here, and then the last day to advertise', async () => {
    const client = await planner()
    const empty = await client.headcount.get()
    expect(empty).toMatchObject({ proposals: [], peopleFrom: 'nothing', hasTraffic: true })
    const need = empty.months[0]!.need!
    // 21 weekdays · (18 h of calls + 8.3 h of letters), 0.8 of 114.8 h a person: about six people.
    expect(need.mean).toBeGreaterThan(5)
    expect(need.mean).toBeLessThan(7)
    await client.headcount.savePeople({
      cohorts: [{ startedOn: '2021-01-01', people: 12 }],
      hires: [{ startsOn: addDays(overview.today, 20), state: 'signed', people: 1 }],
    })
    const month = empty.months[9]!.month
    await client.headcount.saveNeeds({ needs: [{ month, people: 14, low: 13, high: 15 }] })
    const plan = await client.headcount.get()
    const [first] = plan.proposals
    expect(first).toMatchObject({ month, late: false })
    expect(first!.advertiseBy > overview.today).toBe(true)
    expect(plan.months[9]).toMatchObject({ needFrom: 'own' })
    expect(plan.months[9]!.withHires!.gap.enough).toBeGreaterThanOrEqual(0.8)
    const lost = plan.months[0]!
    expect(lost.start + lost.hires - lost.leavers).toBeCloseTo(lost.end, 6)
    const lines = (await (await client.headcount.export({})).text()).trim().split('\n')
    expect(lines).toHaveLength(15)
  })

  test('keeps what is assumed, refuses what cannot be', async () => {
    const client = await planner()
    const { assumptions, occupancy, usual } = await client.headcount.get()
    expect(usual).toContainEqual({ name: 'daysToFill', from: 'study' })
    await client.headcount.saveAssumptions({ assumptions: { ...assumptions, daysToFill: 50 }, occupancy })
    const changed = await client.headcount.get()
    expect(changed.assumptions.daysToFill).toBe(50)
    expect(changed.usual.map(({ name }) => name)).not.toContain('daysToFill')
    await expect(
      client.headcount.saveAssumptions({ assumptions: { ...assumptions, certainty: 1 }, occupancy }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(
      client.headcount.savePeople({
        cohorts: [{ startedOn: addDays(overview.today, 3), people: 1 }],
        hires: [],
      }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(
      client.headcount.saveNeeds({ needs: [{ month: '2027-02', people: 9, low: 10, high: 12 }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('lays scenarios side by side, in people and in money', async () => {
    const client = await planner()
    const growing = { ...leversAtRest, growth: 0.5 }
    const { scenarioId } = await client.headcount.scenarios.add({ name: 'Vekst', levers: growing })
    await client.headcount.scenarios.add({ name: 'Flere løst', levers: { ...leversAtRest, returns: -0.1 } })
    const { results } = await client.headcount.scenarios.list()
    const [asIs, more, settled] = results
    expect(more!.money!.total).toBeGreaterThan(asIs!.money!.total)
    expect(settled!.factor).toBeLessThan(1)
    expect(asIs).toMatchObject({ scenarioId: null, factor: 1 })
    expect(await (await client.headcount.scenarios.export({})).text()).toContain('Flere løst')
    const { client: other } = await server.signIn('planner', server.organisations[1])
    expect((await client.headcount.scenarios.list()).hasPeople).toBe(true)
    expect((await other.headcount.scenarios.list()).hasPeople).toBe(false)
    await expect(other.headcount.scenarios.remove({ scenarioId })).rejects.toMatchObject({
      code: 'not-found',
    })
    await client.headcount.scenarios.remove({ scenarioId })
    expect((await client.headcount.scenarios.list()).results).toHaveLength(2)
  })

  test('tells which advertisement gave whom, as counts', async () => {
    const client = await planner()
    const ad = {
      title: 'Kundebehandler',
      channel: 'jobBoard' as const,
      publishedOn: '2025-10-01',
      positions: 4,
      cost: 20_000,
      applicants: 40,
      interviewed: 10,
      offered: 5,
      hired: 4,
      here6: 3,
      here12: 2,
    }
    const { adId } = await client.headcount.recruitment.addAd(ad)
    await expect(client.headcount.recruitment.saveAd({ ...ad, adId, hired: 6 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await client.headcount.recruitment.saveProfile({ does: 'Svare', needs: 'Norsk', offers: 'Fast jobb' })
    await client.headcount.recruitment.setAttraction({
      attraction: 'mentor',
      state: 'underWay',
      note: 'I mars',
    })
    const seen = await client.headcount.recruitment.get()
    expect(seen.channels[0]).toMatchObject({ channel: 'jobBoard', costPerStay: 10_000, perHire: 10 })
    expect(seen.attractions.find(({ attraction }) => attraction === 'mentor')).toMatchObject({
      note: 'I mars',
    })
    expect(seen.profile.needs).toBe('Norsk')
    await client.headcount.recruitment.removeAd({ adId })
    await expect(client.headcount.recruitment.removeAd({ adId })).rejects.toMatchObject({ code: 'not-found' })
  })
})
