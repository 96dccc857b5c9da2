import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createClient } from '../../support/client.ts'
import { signInForCookie, startTestServer, type TestServer, testPassword } from '../../support/server.ts'

// One test here starts a server of its own, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 90_000 })

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

let number = 0
const ola = () => ({
  name: 'Ola Nordmann',
  email: `ola${++number}@example.no`,
  language: 'nn' as const,
  roles: ['observer' as const],
})
const tokenOf = (link: string) => link.split('/').at(-1)!

describe('an invitation', () => {
  test('leads from a letter to a signed-in person with the roles that were given', async () => {
    const { client } = await server.signIn('admin')
    const invited = ola()
    const { invitation, link } = await client.organisation.invitations.create(invited)
    expect(invitation).toMatchObject({ ...invited, state: 'open' })
    const token = tokenOf(link)
    expect(await server.anonymous.organisation.invitations.look({ token })).toEqual({
      ...invited,
      organisation: 'Første',
      hasAccount: false,
    })
    const me = await server.anonymous.organisation.invitations.accept({
      token,
      name: 'Ola',
      password: testPassword,
    })
    expect(me.person).toMatchObject({
      name: 'Ola',
      email: invited.email,
      language: 'nn',
      roles: ['observer'],
    })
    await signInForCookie(server.url, { email: invited.email, password: testPassword })
    const { items } = await client.organisation.invitations.list()
    expect(items.find((one) => one.invitationId === invitation.invitationId)?.state).toBe('accepted')
  })

  test('is written as a letter in the language of the one invited', async () => {
    const { client } = await server.signIn('admin')
    const { link } = await client.organisation.invitations.create(ola())
    const outbox = join(server.dataFolder, 'outbox')
    const letters = readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'utf8'))
    const bodies = letters.map((letter) =>
      Buffer.from(letter.split('\r\n\r\n')[1]!, 'base64').toString('utf8'),
    )
    expect(bodies.filter((body) => body.includes(link) && body.includes('Opne lenkja'))).toHaveLength(1)
  })

  test('works once', async () => {
    const { client } = await server.signIn('admin')
    const token = tokenOf((await client.organisation.invitations.create(ola())).link)
    const accept = () =>
      server.anonymous.organisation.invitations.accept({ token, name: 'Ola', password: testPassword })
    const outcomes = await Promise.allSettled([accept(), accept(), accept()])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    const codes = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
    expect(codes).toEqual(['invitation-closed', 'invitation-closed'])
    await expect(accept()).rejects.toMatchObject({
      code: 'invitation-closed',
      data: { params: { state: 'accepted' } },
    })
  })

  test('that is withdrawn or too old is closed, and says which', async () => {
    const { client } = await server.signIn('admin')
    const withdrawn = await client.organisation.invitations.create(ola())
    const old = await client.organisation.invitations.create(ola())
    const { invitationId } = withdrawn.invitation
    expect(await client.organisation.invitations.revoke({ invitationId })).toMatchObject({ state: 'revoked' })
    await server.db
      .updateTable('invitation')
      .set({ expires_at: new Date(0) })
      .where('invitation_id', '=', old.invitation.invitationId)
      .execute()
    const look = (link: string) => server.anonymous.organisation.invitations.look({ token: tokenOf(link) })
    await expect(look(withdrawn.link)).rejects.toMatchObject({ data: { params: { state: 'revoked' } } })
    await expect(look(old.link)).rejects.toMatchObject({ data: { params: { state: 'expired' } } })
    await expect(client.organisation.invitations.revoke({ invitationId })).rejects.toMatchObject({
      code: 'invitation-closed',
    })
  })

  test('with a token that nobody made is unknown', async () => {
    const { organisationId } = server.organisations[0]
    for (const token of ['x', `${organisationId}.${'a'.repeat(43)}`]) {
      await expect(server.anonymous.organisation.invitations.look({ token })).rejects.toMatchObject({
        code: 'invitation-unknown',
      })
    }
  })

  test('is not made for somebody who is in already', async () => {
    const { client, email } = await server.signIn('admin')
    await expect(client.organisation.invitations.create({ ...ola(), email })).rejects.toMatchObject({
      code: 'already-member',
    })
  })

  test('to a second organisation is accepted with the password one has, and then one can switch', async () => {
    const { client } = await server.signIn('admin', server.organisations[1])
    const agent = await server.signInAnew('agent')
    const { link } = await client.organisation.invitations.create({ ...ola(), email: agent.email })
    const token = tokenOf(link)
    expect(await server.anonymous.organisation.invitations.look({ token })).toMatchObject({
      hasAccount: true,
    })
    const accept = (password: string) =>
      server.anonymous.organisation.invitations.accept({ token, name: 'Kari', password })
    await expect(accept('not her password')).rejects.toMatchObject({ code: 'sign-in-failed' })
    expect((await accept(testPassword)).organisation.name).toBe('Andre')

    const { organisationId } = server.organisations[1]
    expect((await agent.client.organisation.me()).organisation.name).toBe('Første')
    const there = await agent.client.session.switchOrganisation({ organisationId })
    expect(there).toMatchObject({
      organisation: { name: 'Andre' },
      person: { roles: ['observer'], name: 'Kari' },
    })
    const me = await agent.client.organisation.me()
    expect([me.organisation.name, me.organisations.map(({ name }) => name)]).toEqual([
      'Andre',
      ['Første', 'Andre'],
    ])
  })
})

describe('people', () => {
  test('are listed as Norwegians sort: Aasen and Åsen after Zahl', async () => {
    const { client } = await server.signInAnew('admin', server.organisations[1])
    const names = ['Åse Åsen', 'Zahra Zahl', 'Arne Berg']
    for (const name of names) {
      const { link } = await client.organisation.invitations.create({ ...ola(), name })
      await server.anonymous.organisation.invitations.accept({
        token: tokenOf(link),
        name,
        password: testPassword,
      })
    }
    const { items } = await client.organisation.people.list()
    expect(items.map(({ name }) => name).filter((name) => names.includes(name))).toEqual([
      'Arne Berg',
      'Zahra Zahl',
      'Åse Åsen',
    ])
  })

  test('can be given other roles, at once', async () => {
    const admin = await server.signIn('admin')
    const agent = await server.signInAnew('agent')
    await expect(agent.client.organisation.people.list()).rejects.toMatchObject({ code: 'not-allowed' })
    await admin.client.organisation.people.edit({ personId: agent.personId, roles: ['agent', 'organiser'] })
    expect((await agent.client.organisation.people.list()).items.length).toBeGreaterThan(0)
  })

  test('the last admin stays, even when two step down at the same moment', async () => {
    const one = await startTestServer()
    try {
      const [first, second] = [await one.signInAnew('admin'), await one.signInAnew('admin')]
      const outcomes = await Promise.allSettled([
        first.client.organisation.people.edit({ personId: first.personId, roles: ['agent'] }),
        second.client.organisation.people.edit({ personId: second.personId, active: false }),
      ])
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    } finally {
      await one.close()
    }
  })

  test('choose their own language', async () => {
    const { client } = await server.signInAnew('agent')
    expect(await client.organisation.setLanguage({ language: 'nn' })).toMatchObject({ language: 'nn' })
    expect((await client.organisation.me()).person.language).toBe('nn')
  })
})

describe('the audit log', () => {
  test('tells who changed what, from what to what, newest first and page by page', async () => {
    const admin = await server.signInAnew('admin')
    const agent = await server.signInAnew('agent')
    await admin.client.organisation.people.edit({ personId: agent.personId, name: 'Nytt Navn' })
    await admin.client.organisation.people.edit({ personId: agent.personId, roles: ['agent', 'editor'] })
    const subject = { subjectKind: 'person', subjectId: agent.personId, limit: 1 }
    const first = await admin.client.organisation.audit(subject)
    expect(first.items).toMatchObject([
      {
        action: 'person.edited',
        person: { personId: admin.personId },
        detail: { roles: [['agent'], ['agent', 'editor']] },
      },
    ])
    const second = await admin.client.organisation.audit({ ...subject, cursor: first.next! })
    expect(second.items).toMatchObject([{ detail: { name: ['agent i Første', 'Nytt Navn'] } }])
    expect(second.next).toBeUndefined()
  })

  test('is written with the change or not at all', async () => {
    const admin = await server.signInAnew('admin', server.organisations[1])
    const count = async () => (await admin.client.organisation.audit({ limit: 200 })).items.length
    const before = await count()
    const nobody = '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d'
    await expect(
      admin.client.organisation.people.edit({ personId: nobody, name: 'x' }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await count()).toBe(before)
  })
})

test('the sign-in page of a world without a demo offers no password', async () => {
  expect(await createClient({ url: server.url }).session.welcome()).toEqual({ demo: false, signIns: [] })
})
