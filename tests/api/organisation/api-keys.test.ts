import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../support/client.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function makeKey(organisation = server.organisations[0]) {
  const { client } = await server.signIn('admin', organisation)
  const made = await client.organisation.keys.create({ name: 'Sentralen', scopes: ['enquiries:write'] })
  return { ...made, client }
}

const asProgram = (key: string) =>
  createClient({ url: server.url, headers: () => ({ authorization: `Bearer ${key}` }) })

describe('an API key', () => {
  test('opens what it is for, and is kept as a hash', async () => {
    const { apiKey, key } = await makeKey()
    expect(await asProgram(key).organisation.keys.own()).toEqual({
      apiKeyId: apiKey.apiKeyId,
      name: 'Sentralen',
      scopes: ['enquiries:write'],
    })
    const row = await server.db
      .selectFrom('api_key')
      .selectAll()
      .where('api_key_id', '=', apiKey.apiKeyId)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(key.split('.')[1])
    expect(key.endsWith(apiKey.hint)).toBe(true)
  })

  test('opens nothing that a person does', async () => {
    const program = asProgram((await makeKey()).key)
    await expect(program.organisation.me()).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(program.session.list()).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(program.organisation.people.list()).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('opens nothing once it is revoked, and revoking again changes nothing', async () => {
    const { apiKey, key, client } = await makeKey()
    const { revokedAt } = await client.organisation.keys.revoke({ apiKeyId: apiKey.apiKeyId })
    expect(revokedAt).not.toBeNull()
    expect(await client.organisation.keys.revoke({ apiKeyId: apiKey.apiKeyId })).toMatchObject({ revokedAt })
    await expect(asProgram(key).organisation.keys.own()).rejects.toMatchObject({
      code: 'api-key-unknown',
      status: 401,
    })
  })

  test('that is mistyped is refused even beside the cookie of somebody who is signed in', async () => {
    const { cookie } = await server.signIn('admin')
    for (const authorization of [
      'Bearer x',
      'Basic abc',
      '',
      `Bearer lyttepost_${'0'.repeat(36)}.${'a'.repeat(43)}`,
    ]) {
      const response = await fetch(`${server.url}/api/me`, { headers: { cookie, authorization } })
      expect([authorization, response.status]).toEqual([authorization, 401])
    }
  })

  test('tells when it was last used', async () => {
    const { apiKey, key, client } = await makeKey()
    const lastUsed = async () =>
      (await client.organisation.keys.list()).items.find((one) => one.apiKeyId === apiKey.apiKeyId)
        ?.lastUsedAt
    expect(await lastUsed()).toBeNull()
    await asProgram(key).organisation.keys.own()
    const first = await lastUsed()
    expect(first).not.toBeNull()
    await asProgram(key).organisation.keys.own()
    expect(await lastUsed()).toBe(first)
  })

  test('is in the log when it is made and when it is revoked, without the key itself', async () => {
    const { apiKey, key, client } = await makeKey()
    await client.organisation.keys.revoke({ apiKeyId: apiKey.apiKeyId })
    const { items } = await client.organisation.audit({ subjectKind: 'apiKey', subjectId: apiKey.apiKeyId })
    expect(items.map(({ action }) => action)).toEqual(['apiKey.revoked', 'apiKey.created'])
    expect(JSON.stringify(items)).not.toContain(key.split('.')[1])
  })

  test('is nothing to another organisation', async () => {
    const { apiKey } = await makeKey()
    const { client } = await server.signIn('admin', server.organisations[1])
    await expect(client.organisation.keys.revoke({ apiKeyId: apiKey.apiKeyId })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await client.organisation.keys.list()).items).toEqual([])
  })
})
