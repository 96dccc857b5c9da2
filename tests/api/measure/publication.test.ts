/** What the public sees, and what it does not: the page, the open data, the list for the press. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scoreCommand } from '../../../src/cli/score.ts'
import { makeResultsWorld, type ResultsWorld } from '../../support/results-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: ResultsWorld
let path: string
beforeAll(async () => {
  server = await startTestServer()
  world = await makeResultsWorld(server)
})
afterAll(() => server.close())

const chosen = { listing: 'open', namesAll: false, licence: 'CC-BY-4.0' } as const
const past = '2026-01-01T10:00:00.000Z'
const get = (place: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${place}`, { headers })
const organiser = async () => (await server.signIn('organiser')).client

describe('before anything is open', () => {
  test('an edition that is not there and one that is not shown are answered alike', async () => {
    const unknown = await get('/public/finnes-ikke')
    const hidden = await get(`/public/${world.editionId}`)
    expect([unknown.status, hidden.status]).toEqual([404, 404])
    expect(await unknown.text()).toBe(await hidden.text())
  })

  test('an edition whose results are not shared cannot be announced', async () => {
    const client = await organiser()
    const { editionId } = world
    await expect(client.publication.set({ editionId, ...chosen, opensAt: past })).rejects.toMatchObject({
      code: 'results-not-shared',
    })
  })

  test('under embargo the page stays shut, and the press list says until when', async () => {
    const client = await organiser()
    const { editionId } = world
    await client.results.publish({ editionId, published: true })
    const opensAt = '2099-05-04T08:00:00.000Z'
    const answer = await client.publication.set({ editionId, ...chosen, opensAt })
    expect(answer).toMatchObject({ isOpen: false, shared: true, participants: 6, notEntered: 0 })
    path = answer.path!
    expect((await get(path)).status).toBe(404)
    const press = await client.publication.press({ editionId, language: 'nb', format: 'txt' })
    expect(await press.text()).toMatch(/^SPERREFRIST: 4\. mai 2099 kl\. 10\.00\./)
  })
})

describe('the open page', () => {
  beforeAll(async () => {
    const client = await organiser()
    await client.publication.set({ editionId: world.editionId, ...chosen, opensAt: past })
  })

  test('needs no script, speaks three languages, and tells of the winner and of everybody', async () => {
    const { participants } = await (await organiser()).results.get({ editionId: world.editionId })
    const pages = { nb: 'Vinnerne i', nn: 'Vinnarane i', en: 'The winners of' } as const
    for (const [language, title] of Object.entries(pages)) {
      const page = await get(`${path}/${language}`)
      const text = await page.text()
      expect(page.status).toBe(200)
      expect(page.headers.get('content-language')).toBe(language)
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).toContain(title)
      expect(text).toContain('property="og:title"')
      expect(text).not.toMatch(/<script|<style|style="/)
      for (const { participant } of participants) expect(text).toContain(participant)
    }
    expect((await get(path, { 'accept-language': 'nn,nb;q=0.5' })).headers.get('content-language')).toBe('nn')
    expect((await get(`/public/${world.editionId}`)).status).toBe(200)
    expect((await get(`${path}/xx`)).status).toBe(404)
  })

  test('is answered from memory in no time, and not at all when the reader has it', async () => {
    const first = await get(`${path}/nb`)
    const etag = first.headers.get('etag')!
    const started = performance.now()
    for (let time = 0; time < 10; time++) await get(`${path}/nb`)
    expect((performance.now() - started) / 10).toBeLessThan(50)
    const again = await get(`${path}/nb`, { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
  })

  test('with winners only names nobody else, and follows the choice at once', async () => {
    const client = await organiser()
    const { editionId } = world
    await client.publication.set({ editionId, ...chosen, listing: 'winners', opensAt: past })
    const text = await (await get(`${path}/nb`)).text()
    const { participants } = await client.results.get({ editionId })
    const last = participants.at(-1)!
    expect(text).toContain(participants[0]!.participant)
    expect(text).not.toContain(last.participant)
    await client.publication.set({ editionId, ...chosen, opensAt: null })
    expect((await get(`${path}/nb`)).status).toBe(404)
    await client.publication.set({ editionId, ...chosen, opensAt: past })
    expect((await get(`${path}/nb`)).status).toBe(200)
  })
})

describe.each(['open', 'winners'] as const)('the open data of a page with listing %s', (listing) => {
  let folder: string
  beforeAll(async () => {
    const client = await organiser()
    await client.publication.set({ editionId: world.editionId, ...chosen, listing, opensAt: past })
    const zip = unzipSync(new Uint8Array(await (await get(`${path}/open-data.zip`)).arrayBuffer()))
    folder = mkdtempSync(join(tmpdir(), 'open-data-'))
    for (const [name, bytes] of Object.entries(zip)) writeFileSync(join(folder, basename(name)), bytes)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')

  test('give the score command the same results', async () => {
    const out = join(folder, 'out')
    mkdirSync(out)
    const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), cwd: folder }
    expect(await scoreCommand(['edition.json', 'submissions.csv', '--out', 'out'], io)).toBe(0)
    expect(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'))).toEqual(
      JSON.parse(read('results.json')),
    )
  })

  test('hold no text that somebody wrote, and names only where the page has them', () => {
    const all = ['edition.json', 'submissions.csv', 'results.json', 'ranking.csv', 'README.md']
      .map(read)
      .join('\n')
    expect(all).not.toContain('Rolig og grundig')
    expect(all.includes('Havblikk')).toBe(listing === 'open')
    expect(read('README.md')).toContain('CC-BY-4.0')
  })

  const python = spawnSync('python3', ['--version']).status === 0
  if (!python) process.stderr.write('SKIPPED: no python3 on this machine to compute the open data again\n')
  test.skipIf(!python)('are computed again by a program that shares no code', () => {
    const said = execFileSync('python3', ['recompute.py'], { cwd: folder, encoding: 'utf8' })
    const [, agreed, compared] = /(\d+) of (\d+) figures agree/.exec(said) ?? []
    expect(Number(compared)).toBeGreaterThan(800)
    expect(agreed).toBe(compared)
    const results = JSON.parse(read('results.json'))
    results.participants[0].totalResult += 0.01
    writeFileSync(join(folder, 'results.json'), JSON.stringify(results))
    expect(spawnSync('python3', ['recompute.py'], { cwd: folder }).status).toBe(1)
  })
})

test('the press list is the same in text, CSV and XLSX', async () => {
  const client = await organiser()
  const { editionId } = world
  const { participants } = await client.results.get({ editionId })
  const winner = participants[0]!.participant
  const csv = await client.publication.press({ editionId, language: 'en', format: 'csv' })
  expect(await csv.text()).toContain(winner)
  const xlsx = await client.publication.press({ editionId, language: 'en', format: 'xlsx' })
  const parts = unzipSync(new Uint8Array(await xlsx.arrayBuffer()))
  expect(Object.values(parts).some((bytes) => strFromU8(bytes).includes(winner))).toBe(true)
})

test('another organisation finds nothing to publish', async () => {
  const { client } = await server.signIn('organiser', server.organisations[1])
  await expect(client.publication.get({ editionId: world.editionId })).rejects.toMatchObject({
    code: 'not-found',
  })
})
