import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDemoUnderstand } from '../../../src/demo/understand/index.ts'
import { demoTruth } from '../../../src/demo/understand/truth.ts'
import { addDays } from '../../../src/kernel/calendar.ts'
import { seedDemoOrganisation } from '../../../src/organisation/index.ts'
import type { Overview } from '../../../src/understand/overview/contract.ts'
import { casesOf, countCases } from '../../../src/understand/overview/rules/cases.ts'
import { hopsOf } from '../../../src/understand/overview/rules/hops.ts'
import { makeOverviewWorld, type OverviewWorld } from '../../support/overview-world.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let manager: SignedIn
let world: OverviewWorld
beforeAll(async () => {
  server = await startTestServer()
  manager = await server.signIn('manager')
  world = await makeOverviewWorld(server)
})
afterAll(() => server.close())

const lineOf = ({ topics }: Overview, name: string) => topics.find((line) => line.name === name)!
const sum = (overview: Overview) => overview.topics.reduce((total, { contacts }) => total + contacts, 0)

describe('the overview', () => {
  test('of nothing says so', async () => {
    const other = await server.signIn('manager', server.organisations[1])
    expect(await other.client.overview.get({})).toMatchObject({ period: null, topics: [] })
    expect((await other.client.overview.priority.get({})).rows).toEqual([])
    expect((await other.client.overview.channels.get({})).rows).toEqual([])
  })

  test('counts every enquiry in exactly one line, whatever is known of it', async () => {
    const [bill, moving] = [await world.addTopic('Regning'), await world.addTopic('Flytting')]
    const gone = await world.addTopic('Gammelt', { state: 'gone', gone_into: bill })
    await server.db
      .insertInto('code_topic')
      .values(
        [
          { topicId: bill, share: 0.75 },
          { topicId: moving, share: 0.25 },
        ].map(({ topicId, share }) => ({
          organisation_id: world.organisationId,
          source_id: world.sourceId,
          reason_code: 'FAKTURA',
          topic_id: topicId,
          share,
          origin: 'estimate' as const,
          assigned_at: new Date(),
        })),
      )
      .execute()
    await world.add([
      { daysAgo: 3, topics: [{ topicId: bill }] },
      {
        daysAgo: 3,
        topics: [
          { topicId: bill, share: 0.5 },
          { topicId: moving, share: 0.5 },
        ],
        channel: 'email',
      },
      { daysAgo: 2, topics: [{ topicId: gone }] },
      { daysAgo: 2, topics: [{ topicId: moving, unsure: true }], channel: 'chat' },
      { daysAgo: 4, text: 'Ingen har sett meg ennå' },
      { daysAgo: 4, reason_code: 'FAKTURA', weight: 8, channel: 'inPerson' },
      { daysAgo: 4, reason_code: 'UKJENT' },
      { daysAgo: 4 },
      { daysAgo: 4, direction: 'out' },
    ])
    const overview = await manager.client.overview.get({})
    expect(overview.totals.contacts).toBeCloseTo(15, 9)
    expect(sum(overview)).toBeCloseTo(15, 9)
    expect(overview.totals.mix.reduce((total, { contacts }) => total + contacts, 0)).toBeCloseTo(15, 9)
    expect(lineOf(overview, 'Regning')).toMatchObject({ contacts: 8.5, estimated: 6 })
    expect(lineOf(overview, 'Flytting')).toMatchObject({ contacts: 3.5, estimated: 2, unsure: 1 })
    expect(overview.topics.find(({ state }) => state === 'awaiting')!.contacts).toBe(1)
    expect(overview.topics.find(({ state }) => state === 'unexplained')!.contacts).toBe(2)
    expect(overview.tray).toEqual({ texts: 1 })
  })

  test('filters by channel and days, and sums still reconcile', async () => {
    const all = await manager.client.overview.get({})
    const parts = await Promise.all(
      all.totals.mix.map(({ channel }) => manager.client.overview.get({ channel })),
    )
    expect(parts.reduce((total, part) => total + sum(part), 0)).toBeCloseTo(all.totals.contacts, 9)
    const day = addDays(world.today, -2)
    expect((await manager.client.overview.get({ from: day, to: day })).totals.contacts).toBe(2)
  })

  test('refuses days the wrong way round', async () => {
    const wrong = { from: '2026-02-02', to: '2026-02-01' }
    await expect(manager.client.overview.get(wrong)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('takes one conversation with five legs for one contact, and adds up their handling', async () => {
    const topicId = await world.addTopic('Ett i fem')
    const legs = [0, 1, 2, 3, 4].map((minute) => ({
      daysAgo: 5,
      minute,
      contact_id: 'samtale-1',
      leg_of: minute === 0 ? null : 'x',
      handle_seconds: 60,
      wait_seconds: 30,
      ...(minute === 0 ? { topics: [{ topicId }] } : {}),
    }))
    await world.add(legs)
    const line = lineOf(await manager.client.overview.get({}), 'Ett i fem')
    expect(line).toMatchObject({ contacts: 1, handleSeconds: 300, waitSeconds: 30 })
  })

  test('counts each contact of a count-only row', async () => {
    const before = await manager.client.overview.get({})
    await world.add([{ daysAgo: 6, weight: 40, channel: 'inPerson' }])
    const after = await manager.client.overview.get({})
    expect(after.totals.contacts - before.totals.contacts).toBeCloseTo(40, 9)
  })

  test("is never another organisation's", async () => {
    const other = await server.signIn('manager', server.organisations[1])
    const topicId = await world.addTopic('Vårt')
    await expect(other.client.overview.topic({ topicId })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('cases and hops', () => {
  test('are those of the rules, contact by contact', async () => {
    const own = await startTestServer()
    const made = await makeOverviewWorld(own)
    const topics = [await made.addTopic('A'), await made.addTopic('B')]
    let state = 7
    const random = () => {
      state = (state * 48271) % 2147483647
      return state / 2147483647
    }
    const channels = ['phone', 'chat', 'chatbot', 'email'] as const
    const contacts = Array.from({ length: 400 }, (_, at) => ({
      daysAgo: 1 + Math.floor(random() * 60),
      minute: at,
      customer_key: `kunde-${Math.floor(random() * 40)}`,
      channel: channels[Math.floor(random() * 4)]!,
      topics: [{ topicId: topics[Math.floor(random() * 2)]! }],
    }))
    await made.add(contacts)
    const { client } = await own.signIn('manager')
    await client.overview.get({})
    const told = contacts.map(({ customer_key, channel, daysAgo, minute, topics: [topic] }) => ({
      customer: customer_key,
      topic: topic!.topicId,
      channel,
      at: Date.parse(`${addDays(made.today, -daysAgo)}T08:00:00Z`) + minute * 60_000,
    }))
    const lastDay = addDays(made.today, -Math.min(...contacts.map(({ daysAgo }) => daysAgo)))
    const {
      rows: [end],
    } = await own.database.pool.query(
      `select extract(epoch from ((($1::date + 1)::timestamp) at time zone 'Europe/Oslo')) * 1000 as until`,
      [lastDay],
    )
    const {
      rows: [kept],
    } = await own.database.pool.query(
      `select ${[1, 3, 7, 30].flatMap((gap) => [`sum(cases_${gap}) as cases_${gap}`, `sum(once_${gap}) as once_${gap}`]).join(', ')},
        sum(contacts_7) as contacts_7, sum(censored_7) as censored_7, sum(to_people_7) as to_people_7 from case_day`,
    )
    for (const gap of [1, 3, 7, 30]) {
      const counts = countCases(casesOf(told, gap, Number(end.until)))
      expect([gap, kept[`cases_${gap}`], kept[`once_${gap}`]]).toEqual([gap, counts.cases, counts.once])
      if (gap === 7) expect([kept.contacts_7, kept.censored_7]).toEqual([counts.contacts, counts.censored])
    }
    const cases = casesOf(told, 7, Number(end.until))
    const wentOn = cases.filter(
      ({ contacts: [first, ...more], observed }) =>
        observed && first!.channel === 'chatbot' && more.some(({ channel }) => channel !== 'chatbot'),
    )
    expect(kept.to_people_7).toBe(wentOn.length)
    const { rows: hops } = await own.database.pool.query(
      `select from_channel as "from", to_channel as "to", sum(steps) as steps, sum(bounces) as bounces from case_hop group by 1, 2`,
    )
    const sorted = (each: readonly { from: string; to: string }[]) =>
      each.toSorted((a, b) => `${a.from}${a.to}`.localeCompare(`${b.from}${b.to}`))
    expect(sorted(hops)).toEqual(sorted(hopsOf(cases).map((hop) => ({ ...hop }))))
    await own.close()
  })
})

describe('priority', () => {
  test('is for topics that somebody answers for', async () => {
    const topicId = await world.addTopic('Uten eier')
    const { client, personId } = manager
    await expect(
      client.overview.priority.prioritise({ topicId, prioritised: true, reason: '' }),
    ).rejects.toMatchObject({ code: 'owner-first' })
    const profile = {
      topicId,
      need: 'Et behov',
      task: '',
      goal: 'Rett første gang',
      ownerId: personId,
      strategicWeight: 2,
      mustStay: '',
    }
    await client.overview.saveProfile(profile)
    const taken = await client.overview.priority.prioritise({ topicId, prioritised: true, reason: 'Nå' })
    expect(taken).toMatchObject({ prioritised: true, ownerId: personId, strategicWeight: 2 })
    await expect(client.overview.saveProfile({ ...profile, ownerId: null })).rejects.toMatchObject({
      code: 'owner-first',
    })
  })

  test('may be overruled with a reason, and the log tells by whom', async () => {
    const topicId = await world.addTopic('Først')
    await world.add([{ daysAgo: 2, topics: [{ topicId }] }])
    const { client } = manager
    await expect(client.overview.priority.place({ topicId, place: 1, reason: '' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await client.overview.priority.place({ topicId, place: 1, reason: 'Lovet i media' })
    const view = await client.overview.priority.get({})
    expect(view.rows.find((row) => row.topicId === topicId)).toMatchObject({
      place: 1,
      placeReason: 'Lovet i media',
    })
    expect(view.decisions[0]).toMatchObject({ topicId, kind: 'placed', reason: 'Lovet i media' })
    await client.overview.priority.place({ topicId, place: null, reason: 'Gått over' })
    const after = await client.overview.priority.get({})
    expect(after.rows.find((row) => row.topicId === topicId)).toMatchObject({ place: null, placeReason: '' })
  })

  test("keeps its weights, and the channels' costs beside them", async () => {
    const weights = { volume: 1, handling: 0.5, repeat: 0, selfService: 2, strategic: 1 }
    await manager.client.overview.priority.saveWeights(weights)
    await manager.client.overview.channels.saveCosts({ costs: { phone: 90, chatbot: 4 } })
    expect((await manager.client.overview.priority.get({})).weights).toEqual(weights)
    expect((await manager.client.overview.channels.get({})).costs).toEqual({ phone: 90, chatbot: 4 })
  })
})

describe('value and failure demand', () => {
  test('is coded blind by two, and told with agreement', async () => {
    const topicId = await world.addTopic('Kodes')
    await world.add(Array.from({ length: 20 }, () => ({ daysAgo: 8, topics: [{ topicId }] })))
    const { client } = manager
    const editor = await server.signIn('editor')
    const day = addDays(world.today, -8)
    const { sampleId, size } = await client.overview.demand.draw({ from: day, to: day, topicId, size: 100 })
    expect(size).toBe(20)
    for (let itemNumber = 1; itemNumber <= 20; itemNumber++) {
      const code = itemNumber <= 10 ? 'failure' : 'value'
      await client.overview.demand.code({ sampleId, itemNumber, code })
      await editor.client.overview.demand.code({
        sampleId,
        itemNumber,
        code: itemNumber === 1 ? 'value' : code,
      })
    }
    const { items } = await editor.client.overview.demand.items({ sampleId })
    expect(items[0]!.own).toBe('value')
    const view = await client.overview.demand.list()
    expect(view.kappa).toMatchObject({ n: 20 })
    expect(view.kappa!.kappa).toBeCloseTo(0.9, 10)
    expect(view.topics.find((each) => each.topicId === topicId)!.failure).toMatchObject({
      n: 20,
      value: 0.475,
    })
  })

  test('needs records with text, and a topic that is there', async () => {
    const { client } = manager
    const empty = { from: '2020-01-01', to: '2020-01-02', topicId: null, size: 10 }
    await expect(client.overview.demand.draw(empty)).rejects.toMatchObject({ code: 'nothing-to-code' })
    const unknown = { ...empty, topicId: '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d' }
    await expect(client.overview.demand.draw(unknown)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what codes stand for', () => {
  test("is estimated from noted records, and a person's word is left alone", async () => {
    const own = await startTestServer()
    const made = await makeOverviewWorld(own)
    const [a, b] = [await made.addTopic('A'), await made.addTopic('B')]
    const noted = (topicId: string, count: number) =>
      Array.from({ length: count }, () => ({ daysAgo: 4, reason_code: 'X', topics: [{ topicId }] }))
    await made.add([
      ...noted(a, 60),
      ...noted(b, 20),
      { daysAgo: 4, reason_code: 'X', weight: 100 },
      { daysAgo: 4, reason_code: 'Y', weight: 10 },
    ])
    const { client } = await own.signIn('editor')
    await client.overview.codes.set({
      sourceId: made.sourceId,
      code: 'Y',
      shares: [{ topicId: b, share: 1 }],
    })
    const { rows } = await client.overview.codes.estimate()
    const x = rows.find(({ code }) => code === 'X')!
    expect(x).toMatchObject({ origin: 'estimate', way: 'records', contacts: 100, n: 80 })
    expect(x.shares.map(({ name, share }) => [name, share])).toEqual([
      ['A', 0.75],
      ['B', 0.25],
    ])
    expect(rows.find(({ code }) => code === 'Y')).toMatchObject({
      origin: 'person',
      shares: [{ name: 'B', share: 1, low: null }],
    })
    const overview = await client.overview.get({})
    expect(lineOf(overview, 'A')).toMatchObject({ contacts: 135, estimated: 75 })
    await expect(
      client.overview.codes.set({ sourceId: made.sourceId, code: 'Y', shares: [{ topicId: b, share: 0.4 }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    await own.close()
  })
})

describe('the demo world', () => {
  test('tells its new question as the one that rises, and reconciles to all enquiries', async () => {
    const own = await startTestServer()
    const now = new Date()
    await seedDemoOrganisation({ db: own.db, auth: own.app.auth, now }, (trx, organisation) =>
      buildDemoUnderstand({ trx, organisation, now }),
    )
    const {
      rows: [row],
    } = await own.database.pool.query(
      `select organisation_id from person where email = 'manager@demo.lyttepost.no'`,
    )
    const { client } = await own.signIn('manager', {
      organisationId: row.organisation_id,
      name: 'Demo',
    })
    const all = await client.overview.get({
      from: addDays(demoTruth(now).newQuestion.from, -400),
      to: demoTruth(now).newQuestion.from,
    })
    expect(all.totals.contacts).toBeGreaterThan(15_000)
    const overview = await client.overview.get({})
    expect(sum(overview)).toBeCloseTo(overview.totals.contacts, 6)
    const rises = overview.topics.filter(({ rise }) => rise !== null)
    expect(rises.map(({ name }) => name)).toContain(demoTruth(now).newQuestion.name)
    expect(rises.find(({ isNew }) => isNew)!.name).toBe(demoTruth(now).newQuestion.name)
    expect(overview.cards.kappa!.kappa).toBeGreaterThan(0.6)
    // Satisfaction is asked of few: four weeks tell a difference of a tenth only by luck, half a year always does.
    expect(all.cards.gap!.high).toBeLessThan(0)
    await own.close()
    // A whole year is made and counted: some seconds on an idle machine.
  }, 300_000)
})
