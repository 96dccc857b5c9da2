import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFromMachine } from '../../../src/organisation/index.ts'
import { createClient } from '../../support/client.ts'
import { signInForCookie, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const password = 'et langt passord'
const add = async (organisation: string, email: string) => {
  const passwordHash = await server.app.auth.hashPassword(password)
  const person = {
    organisation,
    email,
    name: 'Kari',
    language: 'nb',
    roles: ['admin'],
    passwordHash,
  } as const
  return addFromMachine({ db: server.db, now: new Date() }, person)
}

test('the first person founds the organisation, signs in, and is in its audit log', async () => {
  expect(await add('Ny AS', 'kari@example.no')).toMatchObject({ founded: true })
  const cookie = await signInForCookie(server.url, { email: 'kari@example.no', password })
  const client = createClient({ url: server.url, headers: () => ({ cookie }) })
  expect(await client.organisation.me()).toMatchObject({ organisation: { name: 'Ny AS', demo: false } })
  expect((await client.organisation.audit({})).items).toMatchObject([{ action: 'person.added' }])
})

test('the second joins it; the same one twice does not', async () => {
  const first = await add('Annen AS', 'en@example.no')
  const second = await add('Annen AS', 'to@example.no')
  expect(second).toMatchObject({ founded: false, organisationId: first.organisationId })
  await expect(add('Annen AS', 'EN@example.no')).rejects.toMatchObject({ code: 'already-member' })
})
