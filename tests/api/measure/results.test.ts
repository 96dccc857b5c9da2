import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scoreCommand } from '../../../src/cli/score.ts'
import type { EditionResults } from '../../../src/measure/results/contract.ts'
import { problemOf } from '../../support/client.ts'
import { makeResultsWorld, type ResultsWorld, readsFor } from '../../support/results-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: ResultsWorld
let seed = 0
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makeResultsWorld(server, ++seed)
})

const organiser = async () => (await server.signIn('organiser')).client
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: unknown) => problemOf(error)?.code,
  )
/** Somebody new who reads for one of the participants. */
async function reader(name: string, chosen: readonly string[] = []) {
  const person = await server.signInAnew('participant')
  await readsFor(server, world, person.personId, { name, chosen })
  return person.client
}

test('an organiser sees every participant with its place, interval and n', async () => {
  const client = await organiser()
  const { editionId } = world
  const results = await client.results.get({ editionId })
  expect(results).toMatchObject({ view: 'organiser', published: false, contacts: 42, counted: 42, taking: 6 })
  expect(results.participants).toHaveLength(6)
  for (const { n, interval, totalResult, rankRange, rank } of results.participants) {
    expect(n).toBe(7)
    expect(interval![0]).toBeLessThanOrEqual(totalResult!)
    expect(interval![1]).toBeGreaterThanOrEqual(totalResult!)
    expect(rankRange![0]).toBeLessThanOrEqual(rank!)
  }
})

test('results follow when a score changes or goes', async () => {
  const client = await organiser()
  const { editionId, contacts } = world
  const before = await client.results.get({ editionId })
  expect((await client.results.get({ editionId })).computedAt).toBe(before.computedAt)
  await server.database.pool.query(`delete from submission_score where contact_id = $1`, [
    contacts[0]!.contactId,
  ])
  const after = await client.results.get({ editionId })
  expect(after.counted).toBe(41)
  expect(after.participants.find(({ participant }) => participant === 'Fjordlinja')!.n).toBe(6)
  await server.database.pool.query(
    `update submission_score set score = 0, answered = false, areas = '{}', scored_at = now() where contact_id = $1`,
    [contacts[1]!.contactId],
  )
  const changed = await client.results.get({ editionId })
  expect(
    changed.participants.find(({ participant }) => participant === 'Fjordlinja')!.totalResult,
  ).toBeLessThan(after.participants.find(({ participant }) => participant === 'Fjordlinja')!.totalResult!)
})

test('an edition without any score has results without figures, and cannot be published', async () => {
  const client = await organiser()
  const { editionId } = world
  await server.database.pool.query(`delete from submission_score where edition_id = $1`, [editionId])
  expect(await client.results.get({ editionId })).toMatchObject({
    counted: 0,
    participants: [],
    all: { n: 0 },
  })
  expect(await refusal(client.results.publish({ editionId, published: true }))).toBe('nothing-to-publish')
})

test('the exported submissions, scored by the command, give every published figure again', async () => {
  const client = await organiser()
  const { editionId } = world
  const file = await client.results.export({ editionId })
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const printed = Promise.all([text(stdout), text(stderr)])
  const stdin = Readable.from([await (file as File).text()])
  expect(await scoreCommand(['reference', '-', '--json'], { stdin, stdout, stderr, cwd: '.' })).toBe(0)
  stdout.end()
  stderr.end()
  const computed: EditionResults = JSON.parse((await printed)[0])
  const shown = await client.results.get({ editionId })
  expect(shown.participants.map(({ participantId: _, ...result }) => result)).toEqual(computed.participants)
  expect(shown.bands).toEqual(computed.bands)
  expect(shown.classes).toEqual(computed.classes)
})

describe('what a participant sees', () => {
  test('nothing before the organiser has published, and nothing after it is taken back', async () => {
    const client = await reader('Fjordlinja')
    const { editionId } = world
    expect(await refusal(client.results.get({ editionId }))).toBe('results-not-published')
    const arranger = await organiser()
    expect(await arranger.results.publish({ editionId, published: true })).toEqual({ published: true })
    expect((await client.results.get({ editionId })).published).toBe(true)
    await arranger.results.publish({ editionId, published: false })
    expect(await refusal(client.results.get({ editionId }))).toBe('results-not-published')
    expect(await refusal(client.results.submissions({ editionId }))).toBe('results-not-published')
  })

  test('its own results, its class and the whole, and no other name', async () => {
    const client = await reader('Fjordlinja')
    const { editionId } = world
    await (await organiser()).results.publish({ editionId, published: true })
    const results = await client.results.get({ editionId })
    expect(results.participants.map(({ participant }) => participant)).toEqual(['Fjordlinja'])
    expect(results.classes.map((result) => result.class)).toEqual(['Reise'])
    const body = JSON.stringify(results)
    for (const other of ['Havblikk', 'Kystbuss', 'Nordlys', 'Tindheim', 'Vidde', 'Bank'])
      expect(body).not.toContain(other)
  })

  test('with the competitor variant also the ones that it has chosen, but none of their submissions', async () => {
    const client = await reader('Fjordlinja', ['Havblikk', 'Nordlys'])
    const { editionId, participants, contacts } = world
    await (await organiser()).results.publish({ editionId, published: true })
    const results = await client.results.get({ editionId })
    expect(results.participants.map(({ participant }) => participant).sort()).toEqual([
      'Fjordlinja',
      'Havblikk',
      'Nordlys',
    ])
    const havblikk = participants.get('Havblikk')!
    expect(await client.results.participant({ editionId, participantId: havblikk })).toMatchObject({
      isOwn: false,
    })
    expect(await refusal(client.results.submissions({ editionId, participantId: havblikk }))).toBe(
      'not-found',
    )
    const theirs = contacts.find(({ participant }) => participant === 'Havblikk')!
    expect(await refusal(client.results.submission({ editionId, contactId: theirs.contactId }))).toBe(
      'not-found',
    )
    const { items } = await client.results.submissions({ editionId })
    expect(new Set(items.map(({ participant }) => participant))).toEqual(new Set(['Fjordlinja']))
  })

  test('no class figures where the class is so small that they would tell the others’', async () => {
    const client = await reader('Tindheim')
    const { editionId, participants } = world
    await (await organiser()).results.publish({ editionId, published: true })
    expect((await client.results.get({ editionId })).classes).toEqual([])
    const answer = await client.results.participant({
      editionId,
      participantId: participants.get('Tindheim')!,
    })
    expect(answer.classResult).toBeUndefined()
    expect(answer.questions.every((question) => question.class === undefined)).toBe(true)
  })

  test('nothing at all of an edition in which it does not take part', async () => {
    const { client } = await server.signInAnew('participant')
    const { editionId, participants } = world
    await (await organiser()).results.publish({ editionId, published: true })
    expect(await refusal(client.results.get({ editionId }))).toBe('not-found')
    const participantId = participants.get('Vidde')!
    expect(await refusal(client.results.participant({ editionId, participantId }))).toBe('not-found')
  })
})

test('one participant: questions against the class, experience, bands of its own, class and all', async () => {
  const client = await organiser()
  const { editionId, participants, method } = world
  const answer = await client.results.participant({ editionId, participantId: participants.get('Vidde')! })
  expect(answer.result).toMatchObject({ participant: 'Vidde', class: 'Reise', n: 7 })
  const easy = answer.questions.find(({ question }) => question === 'easyToReach')!
  expect(easy.n + easy.notApplicable).toBe(answer.result.nAnswered)
  expect(easy.class!.n).toBeGreaterThan(easy.n)
  expect(easy.text).toEqual(method.questions.find(({ id }) => id === 'easyToReach')!.text)
  expect(answer.experience.map(({ question, kind, scale }) => [question, kind, scale])).toEqual([
    ['ces', 'mean', [1, 7]],
    ['csat', 'mean', [1, 5]],
    ['ves1', 'mean', [1, 7]],
    ['ves2', 'mean', [1, 7]],
    ['nps', 'nps', [-100, 100]],
  ])
  expect([...new Set(answer.bands.map(({ segment }) => segment))]).toEqual([
    'all',
    'class:Reise',
    'participant:Vidde',
  ])
})

describe('submissions behind a figure', () => {
  test('by band, channel, class, question and option, as many as the figure says', async () => {
    const client = await organiser()
    const { editionId, participants } = world
    const results = await client.results.get({ editionId })
    const count = async (filter: object) =>
      (await client.results.submissions({ editionId, ...filter })).items.length
    for (const { segment, band, count: expected } of results.bands.filter(
      ({ segment }) => segment === 'chat',
    ))
      expect(await count({ channel: segment, band })).toBe(expected)
    const unanswered = results.bands.find(
      ({ segment, band }) => segment === 'all' && band === '<70',
    )!.unanswered
    expect(await count({ answered: 'no' })).toBe(unanswered)
    expect(await count({ class: 'Bank' })).toBe(7)
    const participantId = participants.get('Kystbuss')!
    const { questions } = await client.results.participant({ editionId, participantId })
    for (const { option, count: expected } of questions[0]!.options)
      expect(await count({ participantId, question: questions[0]!.question, option })).toBe(expected)
  })

  test('one of them: every question with its options, the tick, the comments and the score by area', async () => {
    const client = await organiser()
    const { editionId } = world
    const { items } = await client.results.submissions({ editionId, answered: 'yes', channel: 'phone' })
    const one = await client.results.submission({ editionId, contactId: items[0]!.contactId })
    expect(one.score).toBe((one.points * 100) / one.possible)
    expect(one.parts.map(({ area }) => area)).toEqual(['waiting', 'welcome', 'agent', 'overall', 'cx'])
    const questions = one.parts.flatMap((part) => part.questions)
    expect(questions.every(({ answer, options }) => options.some(({ id }) => id === answer))).toBe(true)
    expect(one.parts.flatMap(({ comments }) => comments.map(({ comment }) => comment))).toEqual([
      'Rolig og grundig.',
    ])
    expect(JSON.stringify(one)).not.toContain('observer')
  })
})
