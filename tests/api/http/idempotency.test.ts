import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let admin: SignedIn
beforeAll(async () => {
  server = await startTestServer()
  admin = await server.signIn('admin')
})
afterAll(() => server.close())

let number = 0
const invitation = () => ({
  name: 'Ola',
  email: `ola${++number}@example.no`,
  language: 'nb',
  roles: ['observer'],
})

const invite = (body: object, key: string, cookie = admin.cookie) =>
  fetch(`${server.url}/api/invitations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify(body),
  })
const invitations = async () => (await admin.client.organisation.invitations.list()).items.length

test('a write that is sent twice is done once and answered twice the same', async () => {
  const body = invitation()
  const before = await invitations()
  const first = await invite(body, 'key-sent-twice')
  const second = await invite(body, 'key-sent-twice')
  expect([first.status, second.status]).toEqual([201, 201])
  expect(await second.text()).toBe(await first.text())
  expect([first, second].map((answer) => answer.headers.get('idempotent-replayed'))).toEqual([null, 'true'])
  expect(await invitations()).toBe(before + 1)
})

test('sent ten times at once it is done once; the others get the answer or are told to wait', async () => {
  const body = invitation()
  const before = await invitations()
  const answers = await Promise.all(Array.from({ length: 10 }, () => invite(body, 'key-sent-at-once')))
  expect(answers.filter((answer) => answer.status !== 201 && answer.status !== 409)).toEqual([])
  expect(answers.some((answer) => answer.status === 201)).toBe(true)
  expect(await invitations()).toBe(before + 1)
  expect((await invite(body, 'key-sent-at-once')).status).toBe(201)
})

test('the same key for something else is refused', async () => {
  await invite(invitation(), 'key-for-two-things')
  const answer = await invite(invitation(), 'key-for-two-things')
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
    422,
    'idempotency-key-reused',
  ])
})

test('a refusal is repeated too, for it would be refused again', async () => {
  const body = { ...invitation(), email: admin.email }
  expect((await invite(body, 'key-of-a-refusal')).status).toBe(409)
  const again = await invite(body, 'key-of-a-refusal')
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([409, 'true'])
  expect(again.headers.get('content-type')).toBe('application/problem+json')
})

test('two people may use the same key', async () => {
  const other = await server.signIn('admin', server.organisations[1])
  const body = invitation()
  expect((await invite(body, 'key-of-two-people')).headers.get('idempotent-replayed')).toBeNull()
  expect(
    (await invite(body, 'key-of-two-people', other.cookie)).headers.get('idempotent-replayed'),
  ).toBeNull()
})

test('after a day the key is free again, and after a minute without an answer too', async () => {
  const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)
  const age = (key: string, to: { started_at: Date; status?: null }) =>
    server.db.updateTable('idempotency_key').set(to).where('idempotency_key', '=', key).execute()
  await invite(invitation(), 'key-of-yesterday')
  await age('key-of-yesterday', { started_at: ago(25 * 3600 * 1000) })
  expect((await invite(invitation(), 'key-of-yesterday')).status).toBe(201)
  const body = invitation()
  await invite({ ...body, email: admin.email }, 'key-of-the-dead')
  await age('key-of-the-dead', { started_at: ago(10_000), status: null })
  expect((await invite({ ...body, email: admin.email }, 'key-of-the-dead')).status).toBe(409)
  await age('key-of-the-dead', { started_at: ago(61_000), status: null })
  expect((await invite(body, 'key-of-the-dead')).status).toBe(201)
})

test('a key that is no plain word is refused', async () => {
  expect((await invite(invitation(), 'short')).status).toBe(422)
})
