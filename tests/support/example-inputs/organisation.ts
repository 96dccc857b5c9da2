import { signInForCookie, testPassword } from '../server.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

export const organisationInputs: ExampleInputs = {
  'session.signIn': async ({ server }) => ({
    email: (await server.person('agent')).email,
    password: testPassword,
  }),
  'session.revoke': async ({ server, caller }) => ({
    sessionId: await spareSession(server.url, caller?.email),
  }),
  'session.switchOrganisation': ({ server }) => ({ organisationId: server.organisations[0].organisationId }),
  'session.changePassword': () => ({ currentPassword: testPassword, newPassword: testPassword }),
  'organisation.people.edit': async ({ server }) => ({
    personId: (await server.person('agent')).personId,
    name: 'Kari Nordmann',
  }),
  'organisation.invitations.create': ({ unique }) => ({
    name: 'Ola Nordmann',
    email: `ola${unique()}@example.no`,
    language: 'nn',
    roles: ['observer'],
  }),
  'organisation.invitations.revoke': async (world) => ({ invitationId: (await invited(world)).invitationId }),
  'organisation.invitations.look': async (world) => ({ token: (await invited(world)).token }),
  'organisation.invitations.accept': async (world) => ({
    token: (await invited(world)).token,
    name: 'Ola Nordmann',
    password: testPassword,
  }),
  'organisation.keys.revoke': async (world) => ({ apiKeyId: await aKey(world) }),
  'job.status': ({ server }) => aJob(server),
  'job.cancel': ({ server }) => aJob(server),
}

/** Another session of the one who calls; without one, of the agent of the first organisation. */
async function spareSession(url: string, email = 'agent@forste.example.no'): Promise<string> {
  const cookie = await signInForCookie(url, { email, password: testPassword })
  const response = await fetch(`${url}/api/sessions`, { headers: { cookie } })
  const { items } = (await response.json()) as { items: { sessionId: string; current: boolean }[] }
  return items.find((session) => session.current)!.sessionId
}

async function invited({ server, unique }: ExampleWorld) {
  const { client } = await server.signIn('admin')
  const { invitation, link } = await client.organisation.invitations.create({
    name: 'Ola Nordmann',
    email: `ola${unique()}@example.no`,
    language: 'nn',
    roles: ['observer'],
  })
  return { invitationId: invitation.invitationId, token: link.split('/').at(-1)! }
}

async function aKey({ server }: ExampleWorld): Promise<string> {
  const { client } = await server.signIn('admin')
  const { apiKey } = await client.organisation.keys.create({ name: 'Sentralen', scopes: ['enquiries:write'] })
  return apiKey.apiKeyId
}

async function aJob({ jobs, organisations }: ExampleWorld['server']) {
  const { organisationId } = organisations[0]
  return { jobId: await jobs.send('test-nothing', {}, { organisationId }) }
}
