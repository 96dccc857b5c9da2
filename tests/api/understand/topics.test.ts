/** Topics through HTTP on a real database: grouping, deciding, taking back, the tray, and what comes in later. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { assignJob, workOnTopics } from '../../../src/understand/topics/index.ts'
import type { Client } from '../../support/client.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import {
  addTexts,
  keyOfText,
  makeTopicsWorld,
  questions,
  type TopicsWorld,
} from '../../support/topics-world.ts'

let server: TestServer
let world: TopicsWorld
let client: Client

beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  await workOnTopics(server.jobs, { db: server.db })
  world = await makeTopicsWorld(server)
  client = (await server.signIn('manager')).client
})
afterAll(() => server.close())

async function ended(jobId: string): Promise<void> {
  for (let round = 0; round < 600; round++) {
    const status = await server.jobs.status(jobId)
    if (status?.state === 'done') return
    if (status?.state === 'failed' || status?.state === 'cancelled')
      throw new Error(status.error ?? status.state)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the job did not end')
}

async function grouped(): Promise<TopicList> {
  const { jobId } = await client.topics.fit.start({ topics: 6 })
  await ended(jobId)
  return client.topics.list()
}

async function everyText(topicId: string): Promise<string[]> {
  const keys: string[] = []
  let cursor: string | undefined
  do {
    const page = await client.topics.texts({ topicId, limit: 100, ...(cursor && { cursor }) })
    keys.push(...page.items.map(({ textKey }) => textKey))
    cursor = page.next
  } while (cursor)
  return keys
}

/** Which texts are in which topic, for comparing before and after. */
async function whole(): Promise<Record<string, string[]>> {
  const { items } = await client.topics.list()
  const found: Record<string, string[]> = {}
  for (const { topicId } of items) found[topicId] = (await everyText(topicId)).toSorted()
  return found
}

const contactsOf = (items: readonly TopicLine[]) => items.reduce((sum, { contacts }) => sum + contacts, 0)

describe('a log that has been grouped', () => {
  test('has every text in a topic, with a readable name, and mostly the same question in each', async () => {
    const list = await grouped()
    const texts = world.truth.size
    expect(list).toMatchObject({ texts, waiting: 0 })
    expect(contactsOf(list.items)).toBeCloseTo(list.contacts, 6)
    let right = 0
    for (const { topicId } of list.items) {
      const found = Map.groupBy(await everyText(topicId), (key) => world.truth.get(key))
      right += Math.max(0, ...[...found.values()].map(({ length }) => length))
    }
    expect(right / texts).toBeGreaterThan(0.8)
    const names = list.items.filter(({ texts: size }) => size > 0).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name.length).toBeGreaterThan(3)
  })

  test('shows of each topic the three texts that are most typical of it', async () => {
    const { items } = await client.topics.list()
    for (const { topicId, examples } of items) {
      const typical = await client.topics.texts({ topicId, order: 'typical', limit: 3 })
      expect(examples).toEqual(typical.items.map(({ text }) => text))
    }
    expect(items.some(({ examples }) => examples.length === 3)).toBe(true)
  })

  test('is told in the list of groupings, with figures', async () => {
    const { items } = await client.topics.fit.list()
    expect(items[0]).toMatchObject({ state: 'done', figures: { texts: world.truth.size } })
    expect((await client.topics.fit.moves({ fitId: items[0]!.fitId })).items.length).toBeGreaterThan(0)
  })
})

describe('a decision', () => {
  test('merge then undo restores everything as it was', async () => {
    const before = await whole()
    const [one, other] = (await client.topics.list()).items.filter(({ texts }) => texts > 0)
    const merged = await client.topics.decide({
      decision: { kind: 'merge', topicIds: [other!.topicId], into: one!.topicId },
    })
    expect(merged.gone).toEqual([other!.topicId])
    expect(merged.changed.find(({ topicId }) => topicId === one!.topicId)).toMatchObject({
      texts: one!.texts + other!.texts,
      state: 'confirmed',
    })
    expect((await client.topics.list()).undo).toMatchObject({ decision: merged.decision, kind: 'merge' })
    const back = await client.topics.undo({ decision: merged.decision })
    expect(back.left).toBe(0)
    expect(await whole()).toEqual(before)
    await expect(client.topics.undo({ decision: merged.decision })).rejects.toMatchObject({
      code: 'decision-undone',
    })
  })

  test('a suggestion that is taken is asked again when its step is taken back; one with no is not', async () => {
    const open = async () => (await client.topics.suggestions()).items
    const [suggestion] = (await open()).filter(({ kind }) => kind === 'merge')
    const { suggestionId, topicId, otherId } = suggestion!
    const merged = await client.topics.decide({
      decision: { kind: 'merge', topicIds: [otherId!], into: topicId },
      suggestionId,
    })
    expect((await open()).map((one) => one.suggestionId)).not.toContain(suggestionId)
    await client.topics.undo({ decision: merged.decision })
    expect(await open()).toContainEqual(suggestion)
    await client.topics.dismiss({ suggestionId })
    expect((await open()).map((one) => one.suggestionId)).not.toContain(suggestionId)
  })

  test('split then merge restores the texts of a topic', async () => {
    const [topic] = (await client.topics.list()).items.filter(({ texts }) => texts > 5)
    const keys = (await everyText(topic!.topicId)).toSorted()
    const split = await client.topics.decide({
      decision: {
        kind: 'split',
        topicId: topic!.topicId,
        textKeys: keys.slice(0, 4),
        name: 'En del for seg',
      },
    })
    expect(split.made).not.toBeNull()
    expect(await everyText(split.made!)).toHaveLength(4)
    await client.topics.decide({ decision: { kind: 'merge', topicIds: [split.made!], into: topic!.topicId } })
    expect((await everyText(topic!.topicId)).toSorted()).toEqual(keys)
  })

  test('an undo leaves texts that somebody has moved since, and says how many', async () => {
    const [one, other] = (await client.topics.list()).items.filter(({ texts }) => texts > 5)
    const keys = await everyText(one!.topicId)
    const placed = await client.topics.decide({
      decision: { kind: 'place', textKeys: keys.slice(0, 3), topicIds: [other!.topicId] },
    })
    await client.topics.decide({
      decision: { kind: 'place', textKeys: keys.slice(0, 1), topicIds: [one!.topicId] },
    })
    expect(await client.topics.undo({ decision: placed.decision })).toMatchObject({ left: 1 })
    expect((await everyText(one!.topicId)).toSorted()).toEqual(keys.toSorted())
  })

  test('a step that something later builds on is not taken back', async () => {
    const [one] = (await client.topics.list()).items.filter(({ texts }) => texts > 5)
    const first = await client.topics.decide({
      decision: { kind: 'rename', topicId: one!.topicId, name: 'Først' },
    })
    const second = await client.topics.decide({
      decision: { kind: 'rename', topicId: one!.topicId, name: 'Så' },
    })
    await expect(client.topics.undo({ decision: first.decision })).rejects.toMatchObject({
      code: 'decision-built-upon',
    })
    await client.topics.undo({ decision: second.decision })
    await client.topics.undo({ decision: first.decision })
    const again = (await client.topics.list()).items.find(({ topicId }) => topicId === one!.topicId)
    expect(again).toMatchObject({ name: one!.name, nameGiven: one!.nameGiven })
  })

  test('about a topic or a text that is not there is refused', async () => {
    const id = '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d'
    await expect(
      client.topics.decide({ decision: { kind: 'rename', topicId: id, name: 'x' } }),
    ).rejects.toMatchObject({ code: 'topic-gone' })
    const [one] = (await client.topics.list()).items
    await expect(
      client.topics.decide({ decision: { kind: 'place', textKeys: [id], topicIds: [one!.topicId] } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a text about two things counts half in each, and sums still reconcile', async () => {
    const [one, other] = (await client.topics.list()).items.filter(({ texts }) => texts > 5)
    const [key] = await everyText(one!.topicId)
    const { decision } = await client.topics.decide({
      decision: { kind: 'place', textKeys: [key!], topicIds: [one!.topicId, other!.topicId] },
    })
    const list = await client.topics.list()
    expect(contactsOf(list.items)).toBeCloseTo(list.contacts, 6)
    await client.topics.undo({ decision })
  })
})

describe('a new grouping', () => {
  test('keeps ids, names, merges and placed texts', async () => {
    const items = (await client.topics.list()).items.filter(({ texts }) => texts > 5)
    const [one, other, third] = items
    await client.topics.decide({ decision: { kind: 'rename', topicId: one!.topicId, name: 'Mitt navn' } })
    await client.topics.decide({
      decision: { kind: 'merge', topicIds: [other!.topicId], into: one!.topicId },
    })
    const [odd] = await everyText(third!.topicId)
    await client.topics.decide({ decision: { kind: 'place', textKeys: [odd!], topicIds: [one!.topicId] } })
    const before = (await client.topics.list()).items.filter(({ texts }) => texts > 0)
    const after = await grouped()
    const kept = after.items.find(({ topicId }) => topicId === one!.topicId)
    expect(kept).toMatchObject({ name: 'Mitt navn', state: 'confirmed' })
    expect(after.items.some(({ topicId }) => topicId === other!.topicId)).toBe(false)
    expect(await everyText(one!.topicId)).toContain(odd)
    expect(kept!.texts).toBeGreaterThan(0.8 * before.find(({ topicId }) => topicId === one!.topicId)!.texts)
    const same = before.filter(({ topicId }) => after.items.some((line) => line.topicId === topicId))
    expect(same.length / before.length).toBeGreaterThan(0.6)
    expect(contactsOf(after.items)).toBeCloseTo(after.contacts, 6)
  })
})

describe('what comes in later', () => {
  test('gets the topic of its question, and a text without words lies with the unexplained', async () => {
    const later = [
      'Hallo, fakturaen er mye dyrere enn vanlig, hvorfor det?',
      '... !!',
      'Har glemt passordet mitt',
    ]
    await addTexts(server, world, later)
    const { organisationId, personId } = (await server.person('manager')).scope
    await ended(await server.jobs.send(assignJob, { organisationId, personId, batchId: world.batchId }))
    const list = await client.topics.list()
    expect(list.waiting).toBe(0)
    const found = await whole()
    const topicOf = (text: string) =>
      Object.entries(found).find(([, keys]) => keys.includes(keyOfText(text)))?.[0]
    const bill = topicOf(later[0]!)
    const likely = [...world.truth].filter(([, question]) => question === 'bill').map(([key]) => key)
    const inBill = found[bill!]!.filter((key) => likely.includes(key)).length
    expect(inBill).toBeGreaterThan(0.5 * likely.length)
    expect(list.items.find(({ topicId }) => topicId === topicOf(later[1]!))).toMatchObject({
      unexplained: true,
    })
    expect(Object.keys(questions)).toContain('password')
  })
})
