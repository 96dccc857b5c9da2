/** The network source against a real server on this machine, which only the test's own rule lets through. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AddressRule } from './address-guard.ts'
import { refusalSentence } from './fetched.ts'
import { readSite } from './read-site.ts'
import { webSource } from './web-source.ts'

let server: Server
let origin = ''
const agents: string[] = []
const loopbackForTests: AddressRule = {
  allowsAddress: (address) => address === '127.0.0.1',
  allowsPort: () => true,
}

const pages: Readonly<Record<string, string>> = {
  '/': '<html lang="nb"><a href="/kontakt">Kontakt oss</a><p>Tlf. 22 33 44 55</p>',
  '/kontakt':
    '<h1>Kontakt oss</h1><form><input name="epost"><input name="navn"><textarea name="melding"></textarea></form>',
  '/hemmelig/side': '<p>Tlf. 22 33 44 55</p>',
  '/robots.txt': 'User-agent: *\nDisallow: /hemmelig/',
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    agents.push(request.headers['user-agent'] ?? '')
    if (path === '/til-lokal') return response.writeHead(302, { location: 'http://127.0.0.2/admin' }).end()
    if (path === '/rundt') return response.writeHead(302, { location: '/rundt' }).end()
    if (path === '/stor')
      return response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(6_000_000))
    if (path === '/fil') return response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')
    if (path === '/feil') return response.writeHead(500).end()
    const page = pages[path]
    response
      .writeHead(page === undefined ? 404 : 200, {
        'content-type': path.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8',
      })
      .end(page)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const open = async (path: string, rule = loopbackForTests) => {
  const source = webSource(rule)
  try {
    return await source.open(`${origin}${path}`)
  } finally {
    await source.close()
  }
}

test('a page is read, by a reader that says who it is', async () => {
  expect(await open('/')).toMatchObject({ ok: true, html: pages['/'] })
  expect(agents.at(-1)).toContain('LyttepostBot')
})

test('the contact page that the home page points to is read too, and its form counts', async () => {
  const source = webSource(loopbackForTests)
  const site = await readSite(`${origin}/`, source)
  await source.close()
  expect(site).toMatchObject({
    ok: true,
    channels: { contactForm: `${origin}/kontakt`, chosen: ['phone', 'email'] },
  })
})

test.each([
  ['/hemmelig/side', 'robots'],
  ['/til-lokal', 'private-address'],
  ['/rundt', 'redirects'],
  ['/stor', 'too-large'],
  ['/fil', 'not-html'],
  ['/feil', 'status'],
  ['/finnes-ikke', 'status'],
])('%s is not read: %s', async (path, reason) => {
  expect(await open(path)).toMatchObject({ ok: false, reason })
})

test('the refusal of a redirect into a private network names both addresses', async () => {
  const refused = await open('/til-lokal')
  expect(refused.ok).toBe(false)
  if (!refused.ok)
    expect(refusalSentence(`${origin}/til-lokal`, refused)).toContain(
      'sends the reader on to http://127.0.0.2/admin, which is refused',
    )
})

test('a name that leads to this machine is refused after it has been looked up', async () => {
  const source = webSource()
  expect(await source.open('http://localhost/')).toMatchObject({ ok: false, reason: 'private-address' })
  await source.close()
})
