import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { startTestServer } from '../../support/server.ts'

// Tests here start servers of their own, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 90_000 })

test('too many requests at once are shed with the time to come back, and then all is as before', async () => {
  const server = await startTestServer({ limits: { mostInFlight: 5, longestDelay: 10_000 } })
  const { cookie } = await server.signIn('agent')
  const me = () => fetch(`${server.url}/api/me`, { headers: { cookie } })
  const answers = await Promise.all(Array.from({ length: 60 }, me))
  const shed = answers.filter((answer) => answer.status === 503)
  expect(shed.length).toBeGreaterThan(0)
  expect(answers.filter((answer) => answer.status === 200).length).toBe(answers.length - shed.length)
  expect(shed[0]!.headers.get('retry-after')).toBe('2')
  expect(await shed[0]!.json()).toMatchObject({ code: 'overloaded', params: { seconds: 2 } })
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  expect((await me()).status).toBe(200)
  await server.close()
})

test('while the event loop is late requests are shed, and no longer when it is not', async () => {
  const server = await startTestServer({ limits: { mostInFlight: 1000, longestDelay: 100 } })
  const welcome = async () => (await fetch(`${server.url}/api/welcome`)).status
  const busy = setInterval(() => {
    const started = performance.now()
    while (performance.now() - started < 400);
  }, 410)
  const seen = new Set<number>()
  const until = performance.now() + 15_000
  while (!seen.has(503) && performance.now() < until) seen.add(await welcome())
  clearInterval(busy)
  expect(seen).toContain(503)
  for (let time = 0; time < 10 && (await welcome()) !== 200; time++) await pause(500)
  expect(await welcome()).toBe(200)
  await server.close()
})

test('closing lets a request finish that has begun', async () => {
  const server = await startTestServer()
  const { email } = await server.person('agent')
  const slow = fetch(`${server.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'lyttepost-test' }),
  })
  await pause(30)
  const closed = server.close()
  expect((await slow).status).toBe(200)
  await closed
})
