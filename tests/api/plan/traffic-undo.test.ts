/** Files of traffic taken back. Nobody makes forecasts here: dozens of queues would keep them waiting. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant, toLocal } from '../../../src/kernel/zone.ts'
import { exampleQueue } from '../../support/example-inputs/traffic.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const counted = (rows: ReadonlyMap<string, number>) =>
  new File([['Tidspunkt;Tilbudt', ...[...rows].map(([at, n]) => `${at};${n}`)].join('\n')], 'trafikk.csv', {
    type: 'text/csv',
  })
const moments = ['08:00', '08:30', '09:00', '09:30'].map((time) => `2026-03-02 ${time}`)

async function newQueue() {
  const { client } = await server.signIn('planner')
  const fields = { ...exampleQueue, intervalMinutes: 30 as const, name: `Kø ${randomUUID().slice(0, 8)}` }
  const { queueId: own } = await client.traffic.queues.create(fields)
  const bring = async (rows: ReadonlyMap<string, number>) =>
    (await client.traffic.imports.run({ queueId: own, file: counted(rows) })).deliveryId
  const there = async () => {
    const { seen } = await client.traffic.day({ queueId: own, day: '2026-03-02' })
    return new Map(
      seen.map(({ startsAt, offered }) => [
        `2026-03-02 ${toLocal(new Date(startsAt)).time.slice(0, 5)}`,
        offered,
      ]),
    )
  }
  const deliveries = async () => (await client.traffic.imports.deliveries({ queueId: own })).items
  return { client, own, bring, there, deliveries }
}

test('whatever files come and go, what is there is what those that stand have said, the last one first', async () => {
  // Half hours in a row: with holes between them a file would be one of hours.
  const file = fc
    .record({
      start: fc.integer({ min: 0, max: 3 }),
      counts: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
    })
    .map(({ start, counts }) =>
      moments
        .slice(start)
        .flatMap((at, index) => (index < counts.length ? [[at, counts[index]!] as const] : [])),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(file), { minLength: 1, maxLength: 8 }), async (steps) => {
      const { client, bring, there, deliveries } = await newQueue()
      const standing: { readonly id: string; readonly rows: ReadonlyMap<string, number> }[] = []
      for (const step of steps) {
        if (step === null) {
          const last = standing.pop()
          if (last) await client.traffic.imports.undo({ deliveryId: last.id })
          continue
        }
        const rows = new Map(step)
        standing.push({ id: await bring(rows), rows })
      }
      const expected = new Map(standing.flatMap(({ rows }) => [...rows]))
      expect(await there()).toEqual(new Map([...expected].toSorted()))
      const lasts = (await deliveries()).filter(({ canUndo }) => canUndo).map(({ deliveryId }) => deliveryId)
      expect(lasts).toEqual(standing.slice(-1).map(({ id }) => id))
      while (standing.length > 0) await client.traffic.imports.undo({ deliveryId: standing.pop()!.id })
      expect(await there()).toEqual(new Map())
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('only the last one can be, once; a trial tells what would be new, corrected and as before', async () => {
  const { client, own, bring, there, deliveries } = await newQueue()
  const first = await bring(
    new Map([
      [moments[0]!, 5],
      [moments[1]!, 6],
    ]),
  )
  const corrected = new Map([
    [moments[0]!, 5],
    [moments[1]!, 60],
    [moments[2]!, 7],
  ])
  const preview = await client.traffic.imports.preview({ queueId: own, file: counted(corrected) })
  expect(preview.counts).toMatchObject({ added: 1, changed: 1, same: 1, refused: 0 })
  const second = await bring(corrected)
  await expect(client.traffic.imports.undo({ deliveryId: first })).rejects.toMatchObject({
    code: 'delivery-not-last',
  })
  expect(await client.traffic.imports.undo({ deliveryId: second })).toEqual({ removed: 1, restored: 1 })
  expect(await there()).toEqual(
    new Map([
      [moments[0]!, 5],
      [moments[1]!, 6],
    ]),
  )
  await expect(client.traffic.imports.undo({ deliveryId: second })).rejects.toMatchObject({
    code: 'delivery-not-last',
  })
  expect(await deliveries()).toMatchObject([
    { deliveryId: second, canUndo: false, undoneAt: expect.any(String) },
    { deliveryId: first, canUndo: true, undoneAt: null },
  ])
})

test('what a system has sent since stays', async () => {
  const { client, own, bring, there } = await newQueue()
  const deliveryId = await bring(
    new Map([
      [moments[0]!, 5],
      [moments[1]!, 6],
    ]),
  )
  const startsAt = toInstant('2026-03-02', '08:30').toISOString()
  const { client: admin } = await server.signIn('admin')
  const { key } = await admin.organisation.keys.create({ name: 'Sentralen', scopes: ['traffic:write'] })
  const sent = await fetch(`${server.url}/api/plan/queues/${own}/live`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ intervals: [{ startsAt, offered: 9 }] }),
  })
  expect(sent.status).toBe(200)
  expect(await client.traffic.imports.undo({ deliveryId })).toEqual({ removed: 1, restored: 0 })
  expect(await there()).toEqual(new Map([[moments[1]!, 9]]))
})
