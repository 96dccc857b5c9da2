import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, toEpochDay, weekdayOf } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import { workOnForecasts } from '../../../src/plan/traffic/index.ts'
import { createLog } from '../../../src/platform/log/index.ts'
import { exampleQueue } from '../../support/example-inputs/traffic.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let queueId: string
const today = toLocal(new Date()).date
const lastWorkingDay = [1, 2, 3]
  .map((back) => addDays(today, -back))
  .find((day) => weekdayOf(toEpochDay(day)) <= 5)!

/** Sixteen weeks of half hours, with a peak in the morning and more on Mondays. */
function sixteenWeeks(change: (day: string, slot: number) => number = () => 1): File {
  const lines = ['Tidspunkt;Tilbudt;Besvart;AHT']
  for (let back = 112; back >= 1; back--) {
    const day = addDays(today, -back)
    const weekday = weekdayOf(toEpochDay(day))
    if (weekday > 5) continue
    for (let slot = 16; slot < 32; slot++) {
      const calls = Math.round((weekday === 1 ? 30 : 20) * (slot < 22 ? 1.3 : 1) * change(day, slot))
      const clock = `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`
      lines.push(`${day} ${clock};${calls};${calls};301,5`)
    }
  }
  return new File([lines.join('\n')], 'trafikk.csv', { type: 'text/csv' })
}

beforeAll(async () => {
  server = await startTestServer()
  await workOnForecasts(server.jobs, { db: server.db, log: createLog('error') })
  const { client } = await server.signIn('planner')
  queueId = (await client.traffic.queues.create({ ...exampleQueue, intervalMinutes: 30, name: 'Telefon' }))
    .queueId
})
afterAll(() => server.close())

describe('a file of traffic', () => {
  test('comes in once however often it is brought, and a corrected one replaces what differs', async () => {
    const { client } = await server.signIn('planner')
    const first = await client.traffic.imports.run({ queueId, file: sixteenWeeks() })
    expect(first).toMatchObject({ added: 80 * 16, changed: 0, refused: 0 })
    expect(await client.traffic.imports.run({ queueId, file: sixteenWeeks() })).toMatchObject({
      added: 0,
      changed: 0,
      same: 80 * 16,
    })
    const corrected = sixteenWeeks((day, slot) => (day === lastWorkingDay && slot < 18 ? 2 : 1))
    expect(await client.traffic.imports.run({ queueId, file: corrected })).toMatchObject({
      added: 0,
      changed: 2,
    })
    expect((await client.traffic.imports.deliveries({ queueId })).items).toHaveLength(3)
  })

  test('with contacts while the queue is closed says so on trial, until the hours are set right', async () => {
    const { client } = await server.signIn('planner')
    const fields = { ...exampleQueue, intervalMinutes: 30 as const, name: 'Lang dag' }
    const { queueId: long } = await client.traffic.queues.create(fields)
    const rows = ['07:00', '07:30', '08:00', '08:30'].map((time) => `2026-03-02 ${time};10`)
    const file = new File([['Tidspunkt;Tilbudt', ...rows].join('\n')], 'trafikk.csv', { type: 'text/csv' })
    const outside = async () => (await client.traffic.imports.preview({ queueId: long, file })).outside
    const found = (await outside())!
    expect(found).toMatchObject({
      contacts: 20,
      share: 0.5,
      found: { 1: [{ from: '07:00', to: '09:00' }], 2: [] },
    })
    await client.traffic.queues.edit({ ...fields, queueId: long, opening: found.found })
    expect(await outside()).toBeNull()
  })

  test('with totals of days alone is refused whole, and nothing is kept', async () => {
    const { client } = await server.signIn('planner')
    const file = new File(['Dato;Antall\n2026-03-02;100\n2026-03-03;90\n'], 'dager.csv')
    expect(await client.traffic.imports.preview({ queueId, file })).toMatchObject({ problem: 'day-totals' })
    await expect(client.traffic.imports.run({ queueId, file })).rejects.toMatchObject({
      code: 'traffic-file',
    })
    const spread = await client.traffic.imports.preview({ queueId, file, totals: 'spread' })
    expect(spread).toMatchObject({ problem: null, contacts: 190 })
  })
})

test('a forecast is made by itself, its parts multiply to the day, and an event moves it', async () => {
  const { client } = await server.signIn('planner')
  const forecast = () =>
    expect
      .poll(async () => (await client.traffic.get({ queueId })).forecast?.isStale, {
        timeout: 60_000,
        interval: 300,
      })
      .toBe(false)
  await forecast()
  const view = await client.traffic.get({ queueId })
  const open = view.forecast!.days.filter(({ mean }) => mean > 0)
  expect(open.length).toBeGreaterThan(15)
  for (const { mean, parts, lo95, hi95 } of open) {
    expect(parts.reduce((product, { factor }) => product * factor, 1)).toBeCloseTo(mean, 6)
    expect(lo95).toBeLessThan(mean)
    expect(hi95).toBeGreaterThan(mean)
  }
  const { kindId } = await client.traffic.events.createKind({
    name: 'Faktura',
    category: 'invoice',
    lagFrom: 0,
    queueIds: [],
  })
  const day = open[4]!.date
  const event = { kindId, day, size: 1, factor: 1.5, note: '' }
  const { eventId } = await client.traffic.events.add(event)
  // Twice the same would work twice.
  await expect(client.traffic.events.add({ ...event, size: 2 })).rejects.toMatchObject({
    code: 'event-exists',
  })
  const other = await client.traffic.events.add({ ...event, day: addDays(day, 1) })
  await expect(client.traffic.events.edit({ ...event, eventId: other.eventId })).rejects.toMatchObject({
    code: 'event-exists',
  })
  await client.traffic.events.remove({ eventId: other.eventId })
  await client.traffic.events.edit({ ...event, eventId, note: 'To dager senere enn i fjor' })
  await forecast()
  const moved = (await client.traffic.get({ queueId })).forecast!.days.find(({ date }) => date === day)!
  expect(moved.mean / open[4]!.mean).toBeGreaterThan(1.3)
})

test('a jump that is found is followed until it is rejected', async () => {
  const { client } = await server.signIn('planner')
  const fields = { ...exampleQueue, intervalMinutes: 30 as const, name: 'Hopp' }
  const { queueId: jumping } = await client.traffic.queues.create(fields)
  const since = addDays(today, -25)
  // Some unrest, that the jump stands out from.
  const file = sixteenWeeks(
    (day, slot) => (day >= since ? 1.6 : 1) * (1 + 0.1 * Math.sin(7 * toEpochDay(day) + 3 * slot)),
  )
  await client.traffic.imports.run({ queueId: jumping, file })
  const foretold = async () => {
    await expect
      .poll(async () => (await client.traffic.get({ queueId: jumping })).forecast?.isStale, {
        timeout: 60_000,
        interval: 300,
      })
      .toBe(false)
    const { forecast, shocks } = await client.traffic.get({ queueId: jumping })
    const sum = forecast!.days.slice(0, 14).reduce((all, { mean }) => all + mean, 0)
    return { sum, shocks: shocks.filter(({ origin }) => origin === 'found') }
  }
  const followed = await foretold()
  expect(followed.shocks).toMatchObject([{ state: 'proposed' }])
  const { shockId, name, multiplier, halfLifeDays } = followed.shocks[0]!
  await client.traffic.shocks.settle({ shockId, name, multiplier, halfLifeDays, state: 'dismissed' })
  const rejected = await foretold()
  expect(rejected.shocks).toMatchObject([{ shockId, state: 'dismissed' }])
  expect(rejected.sum).toBeLessThan(0.9 * followed.sum)
})

test('a day without counts is a gap, and one that was not normal is said to be so', async () => {
  const { client } = await server.signIn('planner')
  await client.traffic.markDay({ queueId, day: lastWorkingDay, reason: 'Streik' })
  const { seen } = await client.traffic.get({ queueId })
  expect(seen.find(({ day }) => day === lastWorkingDay)).toMatchObject({ state: 'marked', reason: 'Streik' })
})

test('a telephone system sends its counts with a key, and no other key may', async () => {
  const { client: admin } = await server.signIn('admin')
  const intervals = [{ startsAt: `${lastWorkingDay}T09:00:00.000Z`, offered: 77 }]
  const send = async (scopes: ('traffic:write' | 'answers:read')[]) => {
    const { key } = await admin.organisation.keys.create({ name: 'Sentralen', scopes })
    return fetch(`${server.url}/api/plan/queues/${queueId}/live`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ intervals }),
    })
  }
  expect((await send(['answers:read'])).status).toBe(403)
  const answer = await send(['traffic:write'])
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ added: 0, changed: 1 })
})

test('what a kept forecast said of a day a week before stands beside what came, and not what was said the day before', async () => {
  const { client } = await server.signIn('planner')
  const { db } = server
  const organisation_id = server.organisations[0].organisationId
  const { forecast, seen } = await client.traffic.get({ queueId })
  expect(forecast!.past.kept).toMatchObject({ days: 0, wape: null })
  const came = seen.find(({ day }) => day === lastWorkingDay)!.offered!
  const latest = await db
    .selectFrom('plan_forecast')
    .selectAll()
    .where('queue_id', '=', queueId)
    .executeTakeFirstOrThrow()
  const keep = async (daysBefore: number, mean: number) => {
    const forecast_id = randomUUID()
    const from_day = addDays(lastWorkingDay, -daysBefore)
    const report = JSON.stringify(latest.report)
    const made_at = new Date(`${from_day}T03:00:00Z`)
    await db
      .insertInto('plan_forecast')
      .values({ ...latest, forecast_id, from_day, made_at, report })
      .execute()
    const figures = { mean, lo95: mean * 0.9, hi95: mean * 1.1, cv: 0.05 }
    const parts = JSON.stringify({ parts: [], marks: [] })
    await db
      .insertInto('plan_forecast_day')
      .values({ organisation_id, forecast_id, day: lastWorkingDay, ...figures, parts })
      .execute()
  }
  await keep(12, came * 1.05)
  await keep(9, came * 1.2)
  await keep(1, came)
  const view = await client.traffic.get({ queueId })
  expect(view.told).toMatchObject([{ day: lastWorkingDay, madeOn: addDays(lastWorkingDay, -9) }])
  expect(view.told[0]!.mean).toBeCloseTo(came * 1.2, 6)
  expect(view.forecast!.past.kept).toMatchObject({ days: 1, inside: 0 })
  expect(view.forecast!.past.kept.wape).toBeCloseTo(0.2, 6)
  const { told } = await client.traffic.day({ queueId, day: lastWorkingDay })
  expect(told?.mean).toBeCloseTo(came * 1.2, 6)
})

test('a value from outside that may go low or high is told as two paths beside the forecast', async () => {
  const { client } = await server.signIn('planner')
  const driven = await client.traffic.queues.create({ ...exampleQueue, intervalMinutes: 30, name: 'Strøm' })
  /** Every third week the price is high, and half as many more call. */
  const priceOf = (day: string) => (Math.floor(toEpochDay(day) / 7) % 3 === 0 ? 90 : 30)
  const file = sixteenWeeks((day) => (priceOf(day) === 90 ? 1.5 : 1))
  await client.traffic.imports.run({ queueId: driven.queueId, file })
  const past = Array.from({ length: 112 }, (_, at) => addDays(today, at - 112))
  const ahead = Array.from({ length: 28 }, (_, at) => addDays(today, at))
  const lines = [
    'Dato;Pris;Lav;Middels;Høy',
    ...past.map((day) => `${day};${priceOf(day)};;;`),
    ...ahead.map((day) => `${day};;30;60;90`),
  ]
  const prices = new File([lines.join('\n')], 'pris.csv', { type: 'text/csv' })
  await client.traffic.drivers.import({ file: prices, name: 'Pris', unit: 'øre' })
  const forecast = async () => {
    const view = await client.traffic.get({ queueId: driven.queueId })
    return view.forecast?.isStale === false ? view.forecast : undefined
  }
  await expect.poll(async () => (await forecast())?.paths.length, { timeout: 60_000, interval: 300 }).toBe(2)
  const { paths, days } = (await forecast())!
  const [low, high] = (['low', 'high'] as const).map(
    (name) => paths.find(({ path }) => path === name)!.factors,
  )
  const open = days.filter(({ mean, date }) => mean > 0 && date <= addDays(today, 20))
  for (const { date } of open) {
    expect(low!.find((each) => each.date === date)!.factor).toBeLessThan(0.95)
    expect(high!.find((each) => each.date === date)!.factor).toBeGreaterThan(1.05)
  }
})
