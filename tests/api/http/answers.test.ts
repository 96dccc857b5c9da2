import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request as rawRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../support/server.ts'

// Tests here start servers of their own, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 90_000 })

let server: TestServer
let webFolder: string
const script = `console.log('${'listening '.repeat(500)}')`

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'lyttepost-web-'))
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Lyttepost</title>')
  writeFileSync(join(webFolder, 'assets', 'app-1a2b3c.js'), script)
  server = await startTestServer({ webFolder })
})
afterAll(async () => {
  await server.close()
  await rm(webFolder, { recursive: true })
})

const problem = async (response: Response) => (await response.json()) as Record<string, unknown>

test('pages that are built while the server starts are there when it is asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lyttepost-late-'))
  const late = await startTestServer({ webFolder: join(folder, 'web') })
  mkdirSync(join(folder, 'web'))
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>Late</title>')
  expect(await (await fetch(`${late.url}/plan/today`)).text()).toContain('Late')
  await late.close()
  await rm(folder, { recursive: true })
})

describe('a refused request', () => {
  test('is problem+json with a code, whatever is wrong', async () => {
    const json = { 'content-type': 'application/json' }
    const cases = [
      ['/api/no-such-endpoint', {}, 404, 'not-found'],
      ['/api/me', {}, 401, 'not-signed-in'],
      ['/api/me', { method: 'DELETE' }, 404, 'not-found'],
      ['/api/sign-in', { method: 'POST', headers: json, body: '{"email":' }, 400, 'malformed-body'],
      ['/api/sign-in', { method: 'POST', headers: json, body: '{"email":"x"}' }, 422, 'invalid-input'],
      [
        '/api/sign-in',
        { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' },
        415,
        'unsupported-content',
      ],
      ['/assets/gone.js', {}, 404, 'not-found'],
    ] as const
    for (const [path, init, status, code] of cases) {
      const response = await fetch(server.url + path, init)
      expect([path, response.status]).toEqual([path, status])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await problem(response)).toMatchObject({ status, code, type: `urn:lyttepost:problem:${code}` })
    }
  })

  test('names each field that is wrong, and what is wrong with it', async () => {
    const response = await fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'no address', password: '' }),
    })
    expect((await problem(response)).issues).toEqual([
      { code: 'invalid-format', path: 'email', params: { format: 'email' } },
      { code: 'too-small', path: 'password', params: { minimum: 1 } },
    ])
  })

  test('does not reveal what is behind a fault', async () => {
    const broken = await startTestServer()
    await broken.database.pool.query('drop table sign_in_guard')
    const answer = await broken.anonymous.session
      .signIn({ email: 'a@b.no', password: 'x' })
      .catch((error) => error)
    expect(answer.data).toMatchObject({ status: 500, code: 'internal', issues: [], params: {} })
    expect(JSON.stringify(answer.data)).not.toContain('sign_in_guard')
    await broken.close()
  })
})

describe('a body', () => {
  const send = (size: number, type: string) =>
    fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ email: 'a@b.no', password: 'x'.repeat(size) }),
    })

  test('of more than 1 MB of JSON is too large', async () => {
    expect((await send(900_000, 'application/json')).status).toBe(422)
    const response = await send(1_100_000, 'application/json')
    expect(response.status).toBe(413)
    expect(await problem(response)).toMatchObject({ code: 'too-large', params: { limitBytes: 1_048_576 } })
  })

  test('that announces 100 MB is refused before it is sent', async () => {
    const { hostname, port } = new URL(server.url)
    const status = await new Promise((answered, failed) => {
      const headers = {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 100 * 1024 * 1024,
      }
      const request = rawRequest(
        { hostname, port, path: '/api/sign-in', method: 'POST', headers },
        (response) => {
          answered(response.statusCode)
          request.destroy()
        },
      )
      request.on('error', failed)
      request.write('--x\r\n')
    })
    expect(status).toBe(413)
  })

  test('that lies about its size is cut off', async () => {
    const endless = new ReadableStream({ pull: (queue) => queue.enqueue(new Uint8Array(65_536).fill(32)) })
    const response = await fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
  })
})

describe('every answer', () => {
  test.each(['/', '/api/me', '/api/health', '/api/reference', '/assets/app-1a2b3c.js', '/api/nothing'])(
    '%s carries the headers that keep a browser safe',
    async (path) => {
      const { headers } = await fetch(server.url + path)
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  test('asks for https from then on when the product is served over https', async () => {
    const secure = await startTestServer({ publicUrl: 'https://lyttepost.example.no' })
    const { headers } = await fetch(secure.url)
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    const { cookie } = await secure.signIn('agent')
    expect(cookie).toMatch(/^__Secure-lyttepost/)
    await secure.close()
  })

  test('says the id under which the log knows it: the caller’s own if it is a plain word', async () => {
    const id = async (given?: string) => {
      const headers = given === undefined ? {} : { 'x-request-id': given }
      const response = await fetch(`${server.url}/api/me`, { headers })
      expect((await problem(response)).requestId).toBe(response.headers.get('x-request-id'))
      return response.headers.get('x-request-id')
    }
    expect(await id('a-plain-word-1')).toBe('a-plain-word-1')
    expect(await id('<script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await id()).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('of the API is not kept by any cache', async () => {
    const { cookie } = await server.signIn('agent')
    const response = await fetch(`${server.url}/api/me`, { headers: { cookie } })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the web app', () => {
  test('is answered for every page address, and always checked', async () => {
    for (const path of ['/', '/measure/editions/2027', '/index.html']) {
      const response = await fetch(server.url + path)
      expect(await response.text()).toContain('<title>Lyttepost')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  test('keeps hashed files for ever and sends them compressed', async () => {
    const { hostname, port } = new URL(server.url)
    const options = {
      hostname,
      port,
      path: '/assets/app-1a2b3c.js',
      headers: { 'accept-encoding': 'gzip, br' },
    }
    const { headers, bytes } = await new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>(
      (done) => {
        rawRequest(options, async (response) => {
          done({ headers: response.headers, bytes: Buffer.concat(await Array.fromAsync(response)) })
        }).end()
      },
    )
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    })
    expect(bytes.length).toBeLessThan(script.length / 10)
    expect(brotliDecompressSync(bytes).toString()).toBe(script)
  })

  test('is not sent again when it has not changed', async () => {
    const etag = (await fetch(server.url)).headers.get('etag')!
    expect((await fetch(server.url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test.each(['/../package.json', '/..%2f..%2fetc/passwd', '/assets/%2e%2e/%2e%2e/secret.txt'])(
    'does not lead out of its folder: %s',
    async (path) => {
      const { hostname, port } = new URL(server.url)
      const body = await new Promise<string>((done) => {
        rawRequest({ hostname, port, path }, async (response) =>
          done(Buffer.concat(await Array.fromAsync(response)).toString()),
        ).end()
      })
      expect(body).toMatch(/<title>Lyttepost|not-found/)
    },
  )
})

describe('for those who run it', () => {
  test('health is 200 when ready and 503 when the database is gone', async () => {
    const own = await startTestServer()
    const health = async () => (await fetch(`${own.url}/api/health`)).status
    expect(await health()).toBe(200)
    await own.database.pool.query('alter table organisation rename to elsewhere')
    expect(await health()).toBe(503)
    await own.close()
  })

  test('metrics count by endpoint and hold no organisation and no person', async () => {
    const { client, email } = await server.signIn('organiser')
    const me = await client.organisation.me()
    const metrics = await (await fetch(`${server.url}/api/metrics`)).text()
    expect(metrics).toMatch(
      /lyttepost_request_seconds_count\{endpoint="organisation.me",status="200"\} [1-9]/,
    )
    for (const secret of [email, me.person.personId, me.organisation.organisationId, me.organisation.name]) {
      expect(metrics).not.toContain(secret)
    }
  })
})

describe('the reference', () => {
  test('is OpenAPI 3.1 with every endpoint, its right and its examples', async () => {
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string; 'x-right': string; summary: string }>>
    }
    expect(document.openapi).toMatch(/^3\.1/)
    expect(document.paths['/people/{personId}']!.patch).toMatchObject({
      operationId: 'organisation.people.edit',
      'x-right': 'admin',
    })
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
    expect(operations.filter(({ summary }) => !summary)).toEqual([])
    expect(JSON.stringify(document)).toContain('"kari@eksempel.no"')
  })

  test('tells a program all that it needs: records, keys, webhooks, and what makes a write once', async () => {
    const document = JSON.parse(await (await fetch(`${server.url}/api/openapi.json`)).text())
    const receive = document.paths['/understand/enquiries'].post
    const record = receive.requestBody.content['application/json'].schema.properties.records.items
    expect(record.required).toEqual(['id', 'startedAt'])
    expect(record.properties.channel.enum).toContain('phone')
    expect(record.properties.csat).toMatchObject({ minimum: 0, maximum: 1, description: expect.any(String) })
    expect(receive.security).toEqual([{ session: [] }, { key: [] }])
    expect(receive.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' })
    expect(document.components.parameters.IdempotencyKey.in).toBe('header')
    expect(document.paths['/public/answers'].get.security).toEqual([{}, { session: [] }, { key: [] }])
    const { alarm } = document.webhooks
    expect(alarm.post.parameters[0].name).toBe('Lyttepost-Signature')
    const { properties } = alarm.post.requestBody.content['application/json'].schema
    expect(Object.keys(properties)).toEqual(['deliveryId', 'organisationId', 'test', 'alarms'])
    expect(await (await fetch(`${server.url}/api/reference`)).text()).toContain('id="webhooks"')
  })

  test('a cursor that no page has given is refused by every list', async () => {
    const { cookie } = await server.signIn('admin')
    const document = JSON.parse(await (await fetch(`${server.url}/api/openapi.json`)).text())
    const id = '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d'
    const lists = Object.entries<Record<string, { parameters?: { name?: string }[] }>>(document.paths)
      .filter(([, item]) => item.get?.parameters?.some(({ name }) => name === 'cursor'))
      .map(([path]) => path.replaceAll(/\{\w+\}/g, id))
    expect(lists.length).toBeGreaterThan(5)
    for (const path of lists)
      for (const cursor of ['abc', '-1', '99999999999999999999', `2027-02-31 2027-02-31T00:00:00Z ${id}`]) {
        const url = `${server.url}/api${path}?cursor=${encodeURIComponent(cursor)}`
        const response = await fetch(url, { headers: { cookie } })
        expect(response.status, url).toBe(422)
        expect(await response.json()).toMatchObject({ issues: [{ code: 'invalid-format', path: 'cursor' }] })
      }
  })

  test('is also a page that needs no script and nothing from elsewhere', async () => {
    const page = await (await fetch(`${server.url}/api/reference`)).text()
    expect(page).toContain('<code>/people/{personId}</code>')
    expect(page).toContain('organisation.people.edit')
    expect(page).not.toContain('<script')
    expect(page).not.toMatch(/(?:src|href)="https?:/)
  })
})
