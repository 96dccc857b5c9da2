import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../support/client.ts'
import {
  cookieOf,
  signInForCookie,
  startTestServer,
  type TestServer,
  testPassword,
} from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const post = (email: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  })

describe('signing in', () => {
  test('answers who I am, and sets a cookie that scripts and other sites cannot use', async () => {
    const { email } = await server.person('organiser')
    const response = await post(email, testPassword)
    expect(await response.json()).toMatchObject({
      person: { email, roles: ['organiser'], language: 'nb' },
      organisation: { name: 'Første', demo: false },
    })
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/HttpOnly.*SameSite=Strict/i)])
  })

  test('works whatever the case of the e-mail', async () => {
    const { email } = await server.person('organiser')
    expect((await post(email.toUpperCase(), testPassword)).status).toBe(200)
  })

  test('a cookie that was tampered with is nobody', async () => {
    const { cookie } = await server.signIn('organiser')
    const tampered = createClient({ url: server.url, headers: () => ({ cookie: cookie.replace(/.$/, 'x') }) })
    await expect(tampered.organisation.me()).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  test('a wrong password and an unknown e-mail get the same answer', async () => {
    const { email } = await server.signInAnew('agent')
    const [wrong, unknown] = await Promise.all([
      post(email, 'not the password'),
      post('nobody@example.no', 'not the password'),
    ])
    const strip = async (response: Response) => ({ ...((await response.json()) as object), requestId: '' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await strip(wrong)).toEqual(await strip(unknown))
  })

  test('an inactive person gets in nowhere, and the sessions that are open stop at once', async () => {
    const admin = await server.signIn('admin')
    const agent = await server.signInAnew('agent')
    await admin.client.organisation.people.edit({ personId: agent.personId, active: false })
    await expect(agent.client.organisation.me()).rejects.toMatchObject({ code: 'not-signed-in' })
    const response = await post(agent.email, testPassword)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      403,
      'no-organisation',
    ])
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

describe('guessing', () => {
  test.each(['existing', 'unknown'])(
    'five wrong passwords lock an %s account, and say for how long',
    async (kind) => {
      const email = kind === 'existing' ? (await server.signInAnew('editor')).email : 'stranger@example.no'
      for (let attempt = 0; attempt < 5; attempt++) expect((await post(email, 'wrong')).status).toBe(401)
      const locked = await post(email, testPassword)
      expect(locked.status).toBe(429)
      expect(await locked.json()).toMatchObject({ code: 'sign-in-locked', params: { seconds: 60 } })
      expect(locked.headers.get('retry-after')).toBe('60')
    },
  )

  test('many attempts at once do not slip past the count', async () => {
    const { email } = await server.signInAnew('planner')
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await post(email, 'wrong')).status),
    )
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  })

  test('the right password forgets the wrong ones', async () => {
    const { email } = await server.signInAnew('manager')
    for (let round = 0; round < 2; round++) {
      for (let attempt = 0; attempt < 4; attempt++) await post(email, 'wrong')
      expect((await post(email, testPassword)).status).toBe(200)
    }
  })
})

describe('sessions', () => {
  test('are listed, the current one marked, and a revoked one is over', async () => {
    const { client, email } = await server.signInAnew('organiser')
    const other = await signInForCookie(server.url, { email, password: testPassword })
    const { items } = await client.session.list()
    expect(items.map((session) => session.current)).toEqual([false, true])
    await client.session.revoke({ sessionId: items[0]!.sessionId })
    const gone = createClient({ url: server.url, headers: () => ({ cookie: other }) })
    await expect(gone.organisation.me()).rejects.toMatchObject({ code: 'not-signed-in' })
    expect((await client.session.list()).items).toHaveLength(1)
  })

  test('of somebody else cannot be revoked', async () => {
    const mine = await server.signInAnew('organiser')
    const theirs = await server.signInAnew('organiser')
    const [session] = (await theirs.client.session.list()).items
    await expect(mine.client.session.revoke({ sessionId: session!.sessionId })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await theirs.client.session.list()).items).toHaveLength(1)
  })

  test('signing out ends the session, not only the cookie', async () => {
    const { client, cookie } = await server.signInAnew('agent')
    const response = await fetch(`${server.url}/api/sign-out`, { method: 'POST', headers: { cookie } })
    expect(cookieOf(response)).toMatch(/session_token=;|session_token=$/)
    await expect(client.organisation.me()).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  test('a new password ends every other session and keeps this one', async () => {
    const { client, email } = await server.signInAnew('agent')
    const other = await signInForCookie(server.url, { email, password: testPassword })
    await client.session.changePassword({
      currentPassword: testPassword,
      newPassword: 'et helt nytt passord',
    })
    expect((await client.organisation.me()).person.email).toBe(email)
    const gone = createClient({ url: server.url, headers: () => ({ cookie: other }) })
    await expect(gone.organisation.me()).rejects.toMatchObject({ code: 'not-signed-in' })
    expect((await post(email, testPassword)).status).toBe(401)
    expect((await post(email, 'et helt nytt passord')).status).toBe(200)
  })

  test('the password is not changed by somebody who does not know it', async () => {
    const { client } = await server.signInAnew('agent')
    const change = { currentPassword: 'a guess', newPassword: 'et helt nytt passord' }
    await expect(client.session.changePassword(change)).rejects.toMatchObject({ code: 'sign-in-failed' })
  })
})

describe('another site', () => {
  test.each([
    ['an origin that is not ours', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a request that the browser marks as cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('cannot write: %s', async (_what, headers) => {
    const { email } = await server.person('organiser')
    const response = await post(email, testPassword, headers as unknown as Record<string, string>)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'foreign-origin' })
  })

  test('our own pages can', async () => {
    const { email } = await server.person('organiser')
    expect((await post(email, testPassword, { origin: server.url })).status).toBe(200)
    expect((await post(email, testPassword, { origin: 'http://localhost:4000' })).status).toBe(200)
  })

  test('no form of another site is taken for a request', async () => {
    const response = await fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a@b.no&password=x',
    })
    expect(response.status).toBe(415)
  })
})
