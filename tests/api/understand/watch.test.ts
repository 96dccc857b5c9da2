import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { createLog } from '../../../src/platform/log/index.ts'
import { createMail } from '../../../src/platform/mail/index.ts'
import { createSeals } from '../../../src/platform/seal/index.ts'
import { workOnWatch } from '../../../src/understand/watch/index.ts'
import { makeOverviewWorld, type OverviewWorld } from '../../support/overview-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: OverviewWorld
let storm: string
let receiver: Server
const received: { headers: IncomingHttpHeaders; body: string }[] = []
let answer = 200

beforeAll(async () => {
  server = await startTestServer({ webhookHosts: ['localhost'] })
  world = await makeOverviewWorld(server)
  storm = await world.addTopic('Strømbrudd')
  const other = await world.addTopic('Faktura')
  const young = await world.addTopic('Hjemmebatteri')
  const days = Array.from({ length: 120 }, (_, at) => 121 - at)
  await world.add(
    days.flatMap((daysAgo) => [
      ...Array.from({ length: daysAgo === 3 ? 30 : 4 }, () => ({ daysAgo, topics: [{ topicId: storm }] })),
      ...Array.from({ length: 5 }, () => ({ daysAgo, topics: [{ topicId: other }] })),
      ...(daysAgo <= 12 ? [{ daysAgo, topics: [{ topicId: young }] }] : []),
    ]),
  )
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  receiver.close()
  await server.close()
})

const outbox = () => readdirSync(join(server.dataFolder, 'outbox'))
const hook = (host = 'localhost') => `http://${host}:${(receiver.address() as AddressInfo).port}/varsel`

describe('the watch', () => {
  test('raises the spike and the new topic once, however often it looks', async () => {
    const { client } = await server.signIn('manager')
    await client.watch.alerts.subscribe({ way: 'email', url: null, kinds: ['spike', 'emerging'] })
    const first = await client.watch.run({})
    expect(first).toMatchObject({ days: 28 })
    const { items, open, lastDay, falseAlarmsAMonth } = await client.watch.get({})
    expect(lastDay).toBe(addDays(world.today, -2))
    expect(falseAlarmsAMonth).toBe(2)
    const spike = items.find(({ kind }) => kind === 'spike')
    expect(spike).toMatchObject({
      topic: { id: storm },
      channel: 'phone',
      firstDay: addDays(world.today, -3),
    })
    expect(spike!.figures).toMatchObject({ count: 30 })
    expect(items.find(({ kind }) => kind === 'emerging')).toMatchObject({ topic: { name: 'Hjemmebatteri' } })
    expect(await client.watch.run({})).toMatchObject({ raised: 0 })
    expect((await client.watch.get({})).open).toBe(open)
  })

  test('is seen, closed with a reason only, and opened again', async () => {
    const { client } = await server.signIn('editor')
    const { alarmId } = (await client.watch.get({ kind: 'spike' })).items[0]!
    await client.watch.settle({ alarmId, state: 'seen', note: '' })
    await expect(client.watch.settle({ alarmId, state: 'closed', note: '' })).rejects.toMatchObject({
      code: 'note-missing',
    })
    await client.watch.settle({ alarmId, state: 'closed', note: 'Storm' })
    const [closed] = (await client.watch.get({ state: 'closed' })).items
    expect(closed).toMatchObject({ alarmId, note: 'Storm', state: 'closed' })
    expect((await client.watch.get({})).items.some((alarm) => alarm.alarmId === alarmId)).toBe(false)
  })

  test('finds unrecognised texts that hang together, with their records', async () => {
    const questions = [
      'Kan jeg leie solskjerming?',
      'Hva koster solskjermingen',
      'Solskjerming til huset?',
      'Tilbyr dere solskjerming',
    ]
    const ids = await world.add(
      questions.map((text, at) => ({ daysAgo: 5 - at, topics: [{ topicId: storm }], text })),
    )
    for (const id of ids)
      await server.database.pool.query(
        `insert into enquiry_text (organisation_id, text_key, text, contacts, channels, first_at, last_at, familiarity)
         select organisation_id, text_key, text, 1, array[channel], started_at, started_at, 0.01 from enquiry where enquiry_id = $1`,
        [id],
      )
    const { client } = await server.signIn('manager')
    await client.watch.run({})
    const found = (await client.watch.get({ kind: 'emerging' })).items.find(({ topic }) => topic === null)
    expect(found!.figures).toMatchObject({ count: 4 })
    expect([...found!.records].sort()).toEqual([...ids].sort())
  })
})

describe('alerts', () => {
  test('a letter of the alarms is written by the job, once', async () => {
    const parts = {
      db: server.db,
      log: createLog('silent'),
      mail: createMail({ dataFolder: server.dataFolder }, createLog('silent')),
      seals: createSeals('a-secret-for-tests-of-32-characters-or-more'),
      publicUrl: 'http://localhost:4000',
      webhookHosts: [],
    }
    await workOnWatch(server.jobs, parts)
    const rows = await server.db.selectFrom('alert_delivery').select(['delivery_id', 'state']).execute()
    expect(rows.map(({ state }) => state)).toContain('waiting')
    for (const { delivery_id: deliveryId } of rows)
      await server.jobs.send('watch.deliver', { organisationId: world.organisationId, deliveryId })
    await expect.poll(() => outbox().length, { timeout: 20_000 }).toBe(rows.length)
    const raw = readFileSync(join(server.dataFolder, 'outbox', outbox()[0]!), 'utf8')
    expect(Buffer.from(raw.split('\r\n\r\n')[1]!, 'base64').toString('utf8')).toContain('Strømbrudd')
  })

  test('a webhook is signed with the secret that was shown once', async () => {
    const { client } = await server.signIn('manager')
    const { subscriptionId, secret } = await client.watch.alerts.subscribe({
      way: 'webhook',
      url: hook(),
      kinds: ['spike'],
    })
    expect(await client.watch.alerts.test({ subscriptionId })).toMatchObject({
      state: 'sent',
      outcome: 'HTTP 200',
      test: true,
    })
    const { headers, body } = received.at(-1)!
    const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['lyttepost-signature']))!
    expect(createHmac('sha256', secret!).update(`${seconds}.${body}`).digest('hex')).toBe(mac)
    expect(JSON.parse(body)).toMatchObject({ organisationId: world.organisationId, test: true, alarms: [] })
    expect(JSON.stringify(await client.watch.alerts.list({}))).not.toContain(secret)
    const stored = await server.db.selectFrom('alert_subscription').select('secret').execute()
    expect(stored.every((row) => !row.secret?.includes(Buffer.from(secret!)))).toBe(true)
  })

  test('what is not taken waits for its next turn', async () => {
    const { client } = await server.signIn('manager')
    answer = 500
    const { subscriptionId } = await client.watch.alerts.subscribe({
      way: 'webhook',
      url: hook(),
      kinds: ['spike'],
    })
    const sent = await client.watch.alerts.test({ subscriptionId })
    expect(sent).toMatchObject({ state: 'waiting', attempts: 1, outcome: 'HTTP 500' })
    answer = 200
    await client.watch.alerts.end({ subscriptionId })
  })

  test('closed networks are not called unless the settings name them', async () => {
    const { client } = await server.signIn('manager')
    const before = received.length
    for (const url of [hook('127.0.0.1'), hook('[::1]'), 'http://169.254.169.254/latest']) {
      const added = client.watch.alerts.subscribe({ way: 'webhook', url, kinds: ['spike'] })
      await expect(added).rejects.toMatchObject({ code: 'webhook-private' })
    }
    const withPassword = hook().replace('//', '//kari:hemmelig@')
    const added = client.watch.alerts.subscribe({ way: 'webhook', url: withPassword, kinds: ['spike'] })
    await expect(added).rejects.toMatchObject({ code: 'webhook-credentials' })
    // One that was added before it was refused, or whose name has moved since, is judged again at delivery.
    const { subscriptionId } = await client.watch.alerts.subscribe({
      way: 'webhook',
      url: hook(),
      kinds: ['spike'],
    })
    await server.database.pool.query('update alert_subscription set url = $1 where subscription_id = $2', [
      hook('127.0.0.1'),
      subscriptionId,
    ])
    expect(await client.watch.alerts.test({ subscriptionId })).toMatchObject({ outcome: 'private-address' })
    await client.watch.alerts.end({ subscriptionId })
    expect(received).toHaveLength(before)
  })

  test('a planner has letters and no webhooks, and sees nobody else’s', async () => {
    const { client } = await server.signIn('planner')
    await expect(
      client.watch.alerts.subscribe({ way: 'webhook', url: hook(), kinds: ['spike'] }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await client.watch.alerts.list({})).subscriptions).toEqual([])
  })
})
