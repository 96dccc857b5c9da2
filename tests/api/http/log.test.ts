import { expect, test, vi } from 'vitest'
import { createLog } from '../../../src/platform/log/index.ts'
import { startTestServer, testPassword } from '../../support/server.ts'

// Tests here start servers of their own, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 90_000 })

test('the log has one line for each request, and nobody in it', async () => {
  const lines: string[] = []
  const server = await startTestServer({ log: createLog('info', { write: (line) => lines.push(line) }) })
  const { client, email, personId, cookie } = await server.signIn('admin')
  lines.length = 0
  await client.organisation.me()
  await client.organisation.people.edit({ personId, name: 'Hemmelig Navn' })
  await server.anonymous.session.signIn({ email, password: 'wrong' }).catch(() => undefined)
  await fetch(`${server.url}/api/people/${personId}?token=hush`)
  await server.close()

  const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request')
  expect(requests.map(({ endpoint, status }) => `${endpoint} ${status}`)).toEqual([
    'organisation.me 200',
    'organisation.people.edit 200',
    'session.signIn 401',
    'none 404',
  ])
  expect(requests[0]).toMatchObject({ level: 'info', method: 'GET', requestId: expect.any(String) })
  const everything = lines.join('')
  for (const secret of [email, personId, cookie, testPassword, 'Hemmelig', 'wrong', 'hush', '127.0.0.1']) {
    expect(everything).not.toContain(secret)
  }
})

test('a fault is in the log with its place, but without the row that the database names', async () => {
  const lines: string[] = []
  const server = await startTestServer({ log: createLog('info', { write: (line) => lines.push(line) }) })
  await server.database.pool.query("alter table sign_in_guard add check (guard_key not like 'a%')")
  await server.anonymous.session.signIn({ email: 'kari@example.no', password: 'hush' }).catch(() => undefined)
  await server.close()
  const fault = lines.map((line) => JSON.parse(line)).find((line) => line.msg === 'fault')
  expect(fault).toMatchObject({
    level: 'error',
    endpoint: 'session.signIn',
    err: { code: '23514', table: 'sign_in_guard' },
  })
  expect(fault.err.stack).toContain('guard-store.ts')
  expect(JSON.stringify(fault)).not.toContain('address:')
})
