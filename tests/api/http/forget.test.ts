import { expect, test, vi } from 'vitest'
import { startTestServer } from '../../support/server.ts'

// Tests here start servers of their own, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 90_000 })

test('what is kept for a time is removed when it is over, and not before', async () => {
  const server = await startTestServer()
  const { client } = await server.signIn('admin')
  await server.anonymous.session
    .signIn({ email: 'nobody@example.no', password: 'wrong' })
    .catch(() => undefined)
  const { organisationId } = server.organisations[0]
  const { personId } = await server.person('admin')
  const key = {
    organisation_id: organisationId,
    person_id: personId,
    fingerprint: 'f',
    started_at: new Date(),
  }
  await server.db
    .insertInto('idempotency_key')
    .values({ ...key, idempotency_key: 'k', status: null, content_type: null, body: null })
    .execute()
  const left = async () => {
    const counts = ['sign_in_session', 'sign_in_guard', 'idempotency_key'].map(async (table) => {
      const { rows } = await server.database.pool.query(`select count(*)::int as n from ${table}`)
      return rows[0].n as number
    })
    return Promise.all(counts)
  }
  const now = Date.now()
  const days = (count: number) => new Date(now + count * 24 * 60 * 60 * 1000)
  const before = await left()
  expect(Math.min(...before)).toBeGreaterThan(0)
  await server.app.forgetOld(days(0.9))
  expect(await left()).toEqual(before)
  await server.app.forgetOld(days(1.1))
  expect(await left()).toEqual([1, 0, 0])
  expect((await client.organisation.me()).person.personId).toBe(personId)
  await server.app.forgetOld(days(15))
  expect(await left()).toEqual([0, 0, 0])
  await server.close()
})
