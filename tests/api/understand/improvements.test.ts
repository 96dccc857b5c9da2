import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../src/kernel/calendar.ts'
import { seededRandom } from '../../../src/kernel/random.ts'
import { makeOverviewWorld, type OverviewWorld } from '../../support/overview-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: OverviewWorld
const topics: Record<string, string> = {}
const startDaysAgo = 8 * 7

/** Thirty weeks of two treated topics and two others; one of the treated falls by half at the start. */
beforeAll(async () => {
  server = await startTestServer()
  world = await makeOverviewWorld(server)
  for (const name of ['Faller', 'Støy', 'Annet', 'Mer annet']) topics[name] = await world.addTopic(name)
  const random = seededRandom('improvements')
  const enquiries = Array.from({ length: 30 * 7 }, (_, at) => 30 * 7 - at).flatMap((daysAgo) =>
    Object.entries(topics).flatMap(([name, topicId]) => {
      const mean = name === 'Faller' && daysAgo <= startDaysAgo ? 1 : name.includes('nnet') ? 8 : 3
      const count = Math.max(0, Math.round(mean + (random() - 0.5) * 3))
      return Array.from({ length: count }, () => ({ daysAgo, topics: [{ topicId }] }))
    }),
  )
  for (let from = 0; from < enquiries.length; from += 1500)
    await world.add(enquiries.slice(from, from + 1500))
})
afterAll(() => server.close())

const fields = (title: string, topicIds: string[]) => ({
  title,
  cause: 'backend' as const,
  hypothesis: 'Færre spør når det er rettet.',
  ownerId: null,
  dueOn: addDays(world.today, -1),
  expectedDrop: 0.4,
  topicIds,
})

describe('an improvement', () => {
  test('is proposed, decided, in effect, and its effect is measured against topics left alone', async () => {
    const { client } = await server.signIn('manager')
    const ids = []
    for (const name of ['Faller', 'Støy']) {
      const { improvementId } = await client.improvements.create(fields(name, [topics[name]!]))
      ids.push(improvementId)
      await client.improvements.move({ improvementId, state: 'decided', inEffectFrom: null, note: 'Ja' })
      const inEffectFrom = addDays(world.today, -startDaysAgo)
      await client.improvements.move({ improvementId, state: 'inEffect', inEffectFrom, note: '' })
    }
    const real = await client.improvements.get({ improvementId: ids[0]! })
    const noise = await client.improvements.get({ improvementId: ids[1]! })
    expect(real.measured).toMatchObject({ verdict: 'drop', controlTopics: 2 })
    expect(real.measured!.change).toBeLessThan(-0.4)
    expect(real.measured!.weeks).toHaveLength(30)
    expect(real.measured!.weeks.filter(({ afterStart }) => afterStart)).toHaveLength(8)
    expect(real.measured!.weeks.filter(({ leftOut }) => leftOut)).toHaveLength(4)
    expect(noise.measured!.verdict).toBe('noise')
    expect(real.events.map(({ kind, state }) => state ?? kind)).toEqual(['inEffect', 'decided', 'proposed'])
    const file = await client.improvements.export({})
    expect(await file.text()).toMatch(/Faller.*drop/)
    const { items } = await client.improvements.list({ topic: topics.Faller })
    expect(items.map(({ title }) => title)).toEqual(['Faller'])
  })

  test('is too early in its first weeks, and late when its day is past', async () => {
    const { client } = await server.signIn('editor')
    const { improvementId } = await client.improvements.create(fields('Ny', [topics.Støy!]))
    expect((await client.improvements.get({ improvementId })).late).toBe(true)
    const inEffectFrom = addDays(world.today, -15)
    await client.improvements.move({ improvementId, state: 'inEffect', inEffectFrom, note: '' })
    const card = await client.improvements.get({ improvementId })
    expect(card).toMatchObject({ late: false, measured: { verdict: 'tooEarly', weeksNeeded: 2 } })
    await client.improvements.move({
      improvementId,
      state: 'dropped',
      inEffectFrom: null,
      note: 'Virket ikke',
    })
  })

  test('refuses steps without a day or a topic, days to come, and what is not there', async () => {
    const { client } = await server.signIn('manager')
    const { improvementId } = await client.improvements.create(fields('Uten tema', []))
    const move = (inEffectFrom: string | null) =>
      client.improvements.move({ improvementId, state: 'inEffect', inEffectFrom, note: '' })
    await expect(move(null)).rejects.toMatchObject({ code: 'improvement-step' })
    await expect(move(world.today)).rejects.toMatchObject({ code: 'improvement-step' })
    await client.improvements.save({ ...fields('Med tema', [topics.Støy!]), improvementId })
    await expect(move(addDays(world.today, 2))).rejects.toMatchObject({ code: 'invalid-input' })
    const missing = '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d'
    await expect(client.improvements.create(fields('X', [missing]))).rejects.toMatchObject({
      code: 'not-found',
    })
    const other = await server.signIn('manager', server.organisations[1])
    await expect(other.client.improvements.get({ improvementId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the suggestion box', () => {
  test('closes nothing that its sender has no answer to, and measures the time', async () => {
    const agent = await server.signIn('agent')
    const manager = await server.signIn('manager')
    const { suggestionId } = await agent.client.improvements.suggestions.send({
      topicId: topics.Faller!,
      answerId: null,
      text: 'Vis forfallsdatoen først.',
    })
    const box = manager.client.improvements.suggestions
    expect(await box.list({})).toMatchObject({
      waiting: 1,
      mine: 1,
      time: { n: 1, answered: 0, median: null },
    })
    await expect(box.close({ suggestionId })).rejects.toMatchObject({ code: 'suggestion-unanswered' })
    await box.reply({ suggestionId, text: 'Det gjør vi.' })
    await box.close({ suggestionId })
    await expect(box.reply({ suggestionId, text: 'En gang til' })).rejects.toMatchObject({
      code: 'suggestion-closed',
    })
    const own = await agent.client.improvements.suggestions.list({ own: true })
    expect(own.items[0]).toMatchObject({ state: 'closed', own: true, events: [{ text: 'Det gjør vi.' }, {}] })
    expect(own.time).toMatchObject({ answered: 1 })
    expect(own.time.median).toBeGreaterThanOrEqual(0)
  })

  test('becomes an improvement, which answers its sender too', async () => {
    const agent = await server.signIn('agent')
    const manager = await server.signIn('manager')
    const sent = { topicId: topics.Støy!, answerId: null, text: 'Lag en bedre side.' }
    const { suggestionId } = await agent.client.improvements.suggestions.send(sent)
    const carried = { suggestionId, to: 'improvement' as const, text: 'Vi lager et tiltak.' }
    const { improvementId } = await manager.client.improvements.suggestions.carry(carried)
    const card = await manager.client.improvements.get({ improvementId: improvementId! })
    expect(card).toMatchObject({ title: sent.text, state: 'proposed', suggestions: [{ suggestionId }] })
    expect(card.topics.map(({ id }) => id)).toEqual([topics.Støy])
  })

  test('cannot change an answer that it has nothing to do with', async () => {
    const agent = await server.signIn('agent')
    const manager = await server.signIn('manager')
    const sent = { topicId: null, answerId: null, text: 'Senk musikken.' }
    const { suggestionId } = await agent.client.improvements.suggestions.send(sent)
    const carried = { suggestionId, to: 'answer' as const, text: 'Ja vel' }
    await expect(manager.client.improvements.suggestions.carry(carried)).rejects.toMatchObject({
      code: 'suggestion-answerless',
    })
  })

  test('shows another agent nothing of it', async () => {
    const other = await server.signInAnew('agent')
    expect((await other.client.improvements.suggestions.list({})).items).toEqual([])
  })
})
