/**
 * Calls every endpoint of the contract as every role, as nobody, and as a person of another organisation who
 * names this organisation's things, and compares what happens with the one table of rights.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiKeyScopes } from '../../src/organisation/rules/api-key-scopes.ts'
import { type Role, roles } from '../../src/organisation/rules/roles.ts'
import { type EndpointName, keyMayCall, mayCall, rights } from '../../src/rights.ts'
import { type Client, createClient, problemOf } from '../support/client.ts'
import { type Endpoint, endpoints } from '../support/endpoints.ts'
import { type ExampleWorld, exampleInputs } from '../support/example-inputs/index.ts'
import { rowsOf, uuidsIn } from '../support/rows-of.ts'
import { type SignedIn, startTestServer, type TestOrganisation, type TestServer } from '../support/server.ts'

let server: TestServer
let count = 0
const unique = () => ++count

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('the table has a line for every endpoint and for nothing else', () => {
  expect(Object.keys(rights).sort()).toEqual(endpoints.map((endpoint) => endpoint.name).sort())
})

test('an endpoint that is not in the table is refused for everybody', () => {
  expect(mayCall('organisation.unheardOf', [...roles])).toBe(false)
  expect(mayCall('toString', [...roles])).toBe(false)
})

test('every endpoint that names a thing in its path has an input that names a real one', () => {
  const lacking = endpoints.filter(({ path, name }) => path.includes('{') && !exampleInputs[name])
  expect(lacking.map(({ name }) => name)).toEqual([])
})

describe.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (name, endpoint) => {
  let made: { readonly input: unknown } | undefined
  /** Made for the first who may call it: the next ones may find the thing done or gone, but no closed door. */
  const sharedInput = async (caller: SignedIn) => {
    if (!made || takesOnlyOnce.includes(name)) made = { input: await inputFor(endpoint, caller) }
    return made.input
  }

  test.each(roles)('as %s', async (role) => {
    const caller = await callerFor(endpoint, role)
    if (mayCall(name, [role])) {
      const outcome = await call(caller.client, endpoint, await sharedInput(caller))
      expect(refusedFor(outcome)).toBeUndefined()
    } else {
      const outcome = await call(caller.client, endpoint, endpoint.example())
      expect(outcome).toMatchObject({ status: 403, code: 'not-allowed' })
    }
  })

  test('as nobody', async () => {
    if (mayCall(name, undefined)) {
      const outcome = await call(server.anonymous, endpoint, await inputFor(endpoint, undefined))
      expect(refusedFor(outcome)).toBeUndefined()
    } else {
      const outcome = await call(server.anonymous, endpoint, endpoint.example())
      expect(outcome).toMatchObject({ status: 401, code: 'not-signed-in' })
    }
  })

  test('as a person of another organisation', async () => {
    if (mayCall(name, undefined)) return
    const role = roles.find((one) => mayCall(name, [one]))
    // Only programs call it.
    if (!role) return
    const caller = await callerFor(endpoint, role, server.organisations[1])
    const input = await inputFor(endpoint, caller)
    const before = await rowsOf(server.database, server.organisations[0].organisationId)
    const outcome = await call(caller.client, endpoint, input)
    const after = await rowsOf(server.database, server.organisations[0].organisationId)
    expect(outcome.status).toBeLessThan(500)
    expect(after).toEqual(before)
    expect(known(uuidsIn(before), outcome.body, input)).toEqual([])
  })
})

describe.each(apiKeyScopes)('a program with a key for %s', (scope) => {
  let program: Client
  let stranger: Client
  const keyOf = async (organisation: TestOrganisation): Promise<Client> => {
    const { client } = await server.signIn('admin', organisation)
    const { key } = await client.organisation.keys.create({ name: scope, scopes: [scope] })
    return createClient({ url: server.url, headers: () => ({ authorization: `Bearer ${key}` }) })
  }
  beforeAll(async () => {
    program = await keyOf(server.organisations[0])
    stranger = await keyOf(server.organisations[1])
  })

  test('is refused by every endpoint that is not for it', async () => {
    for (const endpoint of endpoints.filter(({ name }) => !keyMayCall(name, [scope]))) {
      const outcome = await call(program, endpoint, endpoint.example())
      expect([endpoint.name, outcome.status, outcome.code]).toEqual([endpoint.name, 403, 'not-allowed'])
    }
  })

  const open = endpoints.filter(({ name }) => keyMayCall(name, [scope]) && !mayCall(name, undefined))
  test.each(open.map((endpoint) => [endpoint.name, endpoint] as const))(
    'may call %s',
    async (_, endpoint) => {
      const input = await inputFor(endpoint, undefined)
      expect(refusedFor(await call(program, endpoint, input))).toBeUndefined()
      const { organisationId } = server.organisations[0]
      const before = await rowsOf(server.database, organisationId)
      const outcome = await call(stranger, endpoint, input)
      expect(outcome.status).toBeLessThan(500)
      expect(await rowsOf(server.database, organisationId)).toEqual(before)
      expect(known(uuidsIn(before), outcome.body, input)).toEqual([])
    },
  )
})

type Outcome = { readonly status: number; readonly code?: string; readonly body: string }

/** These end sessions or change the password, so each call of them gets a person of its own. */
const endSessions: readonly EndpointName[] = ['session.signOut', 'session.revoke', 'session.changePassword']

/** What these are given is refused as done already when it comes again. */
const takesOnlyOnce: readonly EndpointName[] = ['participants.add', 'appeals.correct', 'answers.signOff']

function callerFor({ name }: Endpoint, role: Role, organisation?: TestOrganisation): Promise<SignedIn> {
  return endSessions.includes(name)
    ? server.signInAnew(role, organisation)
    : server.signIn(role, organisation)
}

function inputFor(endpoint: Endpoint, caller: SignedIn | undefined): unknown {
  const world: ExampleWorld = { server, caller, unique }
  return exampleInputs[endpoint.name]?.(world) ?? endpoint.example()
}

async function call(client: Client, { name }: Endpoint, input: unknown): Promise<Outcome> {
  try {
    const answer = await procedureOf(client, name)(input)
    return { status: 200, body: JSON.stringify(answer) ?? '' }
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return { status: problem.status, code: problem.code, body: JSON.stringify(problem) }
  }
}

function procedureOf(client: Client, name: EndpointName): (input: unknown) => Promise<unknown> {
  let node: unknown = client
  for (const part of name.split('.')) node = (node as Record<string, unknown>)[part]
  return node as (input: unknown) => Promise<unknown>
}

/** What an allowed call must not meet: a closed door, an input that no schema takes, or a fault. */
function refusedFor({ status, code, body }: Outcome): string | undefined {
  return [401, 403, 422].includes(status) || status >= 500 ? `${status} ${code} ${body}` : undefined
}

/** The first organisation's identifiers that an answer holds although the question did not. */
function known(identifiers: ReadonlySet<string>, answer: string, question: unknown): readonly string[] {
  const asked = JSON.stringify(question) ?? ''
  return [...uuidsIn(answer)].filter((uuid) => identifiers.has(uuid) && !asked.includes(uuid))
}
