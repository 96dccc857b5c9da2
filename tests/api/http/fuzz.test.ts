/** Every endpoint, called with what nobody should send. Whatever comes, the answer is clear, and never a fault. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../../src/organisation/rules/roles.ts'
import { type Endpoint, endpoints } from '../../support/endpoints.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let everybody: SignedIn
beforeAll(async () => {
  server = await startTestServer({ limits: { mostInFlight: 1000, longestDelay: 60_000 } })
  everybody = await server.signIn('admin')
  await server.db
    .updateTable('person')
    .set({ roles: [...roles] })
    .where('person_id', '=', everybody.personId)
    .execute()
})
afterAll(() => server.close())

/** Signing out would end the fuzz, and changing the password costs a lot of time each. */
const called = endpoints.filter(({ name }) => !['session.signOut', 'session.changePassword'].includes(name))

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\0',
    'x\0y',
    '\ud800',
    '💩'.repeat(100),
    'x'.repeat(70_000),
    '../../etc/passwd',
    "'; drop table person --",
    '=cmd()',
    'constructor',
    '__proto__ toString valueOf',
    '%00',
    '{}',
    '[]',
    'NaN',
    'true',
    '1e999',
    '2027-02-31',
    '0000-00-00',
    '2027-13-01T99:99:99Z',
    -1,
    0,
    1,
    1.5,
    1e21,
    2 ** 53,
    -(2 ** 63),
    [],
    {},
    [[]],
    [null],
    true,
    false,
    { __proto__: null, constructor: { prototype: {} } },
    { length: -1 },
    { toJSON: 'x' },
    '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d',
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.integer({ min: 1, max: 3000 }).map((depth) => nested(depth)),
)

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** The example with one of its leaves or branches replaced or a field added, or something else altogether. */
const inputFor = (endpoint: Endpoint) => {
  const example = endpoint.example()
  const paths = [...pathsOf(example), ...endpoint.fields().map((name) => [name])]
  return fc.oneof(
    { weight: 1, arbitrary: junk },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...paths), junk)
        .map(([path, value]) => replaced(structuredCloneable(example), path, value)),
    },
  )
}

function structuredCloneable(value: unknown): unknown {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value))
}

type Path = readonly string[]

function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...at, key]))
  return [at, ...inner].slice(0, 400)
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const target = copy as Record<string, unknown>
  target[key] = replaced(target[key], rest, by)
  return copy
}

const contentTypes = [
  'application/json',
  'application/json; charset=latin1',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/event-stream',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  '',
  'nonsense',
]

async function send(endpoint: Endpoint, input: unknown, contentType: string, cut: number): Promise<Response> {
  const fields: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {}
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = fields[name] ?? '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d'
    delete fields[name]
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return encodeURIComponent(text.toWellFormed().slice(0, 4000)) || '%20'
  })
  const url = new URL(`${server.url}/api${path}`)
  const headers: Record<string, string> = { cookie: everybody.cookie }
  if (endpoint.method === 'GET') {
    const query = Object.entries(fields).map(
      ([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value).toWellFormed().slice(0, 4000))}`,
    )
    url.search = query.join('&')
    return fetch(url, { headers })
  }
  const body =
    JSON.stringify(typeof input === 'object' && input !== null && !Array.isArray(input) ? fields : input) ??
    ''
  if (contentType !== '') headers['content-type'] = contentType
  return fetch(url, { method: endpoint.method, headers, body: body.slice(0, Math.ceil(body.length * cut)) })
}

async function expectClear(response: Response): Promise<void> {
  const text = await response.text()
  expect(response.status, text.slice(0, 500)).toBeLessThan(500)
  if (response.status >= 400)
    expect(JSON.parse(text)).toMatchObject({ status: response.status, code: expect.any(String) })
}

describe.each(called.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (_name, endpoint) => {
  test('answers what is wrong clearly, and never with a fault', async () => {
    await fc.assert(
      fc.asyncProperty(inputFor(endpoint), async (input) => {
        await expectClear(await send(endpoint, input, 'application/json', 1))
      }),
      { numRuns: 20 },
    )
  })

  if (endpoint.method === 'GET') return // without a body there is nothing to break
  test('takes a broken body or another kind of content as what it is', async () => {
    const broken = fc.tuple(fc.constantFrom(...contentTypes), fc.double({ min: 0, max: 1, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(broken, async ([contentType, cut]) => {
        await expectClear(await send(endpoint, endpoint.example() ?? {}, contentType, cut))
      }),
      { numRuns: 8 },
    )
  })
})

test.each([
  'a[__proto__][x]=1',
  'limit=1&limit=2',
  '%ff%fe',
  'cursor[]=1&cursor[a]=2',
  `limit=${'9'.repeat(400)}`,
  'a]b[=c',
])('a strange query is refused or ignored: %s', async (query) => {
  await expectClear(
    await fetch(`${server.url}/api/audit?${query}`, { headers: { cookie: everybody.cookie } }),
  )
})

test('the product still stands afterwards', async () => {
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})
