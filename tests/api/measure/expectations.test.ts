import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeResultsWorld } from '../../support/results-world.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'
import { makeSurvey } from '../../support/survey-world.ts'

let server: TestServer
let organiser: SignedIn
beforeAll(async () => {
  server = await startTestServer()
  organiser = await server.signIn('organiser')
})
afterAll(() => server.close())

async function newEdition(): Promise<string> {
  const source = { kind: 'builtIn', method: 'reference' } as const
  return (await organiser.client.edition.create({ name: 'Kundemøtet', source })).editionId
}

function lettersTo(email: string): readonly string[] {
  const outbox = join(server.dataFolder, 'outbox')
  return readdirSync(outbox)
    .map((name) => readFileSync(join(outbox, name), 'utf8'))
    .filter((letter) => letter.includes(`To: ${email}`))
}

describe('a survey', () => {
  test('begins from the method, is saved, and cannot be changed once somebody has been asked', async () => {
    const { editionId, start, personId } = await makeSurvey(server, {
      editionId: await newEdition(),
      phase: 'draft',
    })
    expect(start.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['listen', 'solution', 'need']))
    expect(new Set(start.items.flatMap(({ questions }) => questions)).size).toBeGreaterThan(20)
    const { client } = organiser
    const opened = await client.expectations.open({ editionId, observers: [personId] })
    expect(opened.survey).toMatchObject({ phase: 'open', invited: 1, answered: 0 })
    const { email } = await server.person('observer')
    expect(lettersTo(email)).toHaveLength(1)
    await expect(client.expectations.save({ editionId, ...start })).rejects.toMatchObject({
      code: 'survey-opened',
    })
    await expect(client.expectations.results({ editionId })).rejects.toMatchObject({ code: 'survey-running' })
  })

  test('a questionnaire that contradicts itself is refused with what is wrong', async () => {
    const editionId = await newEdition()
    const { start } = await organiser.client.expectations.get({ editionId })
    const wrong = { ...start, closesOn: '2020-01-01', items: [...start.items, start.items[0]!] }
    await expect(organiser.client.expectations.save({ editionId, ...wrong })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { issues: expect.arrayContaining([expect.objectContaining({ code: 'doubled-item' })]) },
    })
  })

  test('an observer answers once and changes the answer until it closes; nobody else can', async () => {
    const { editionId } = await makeSurvey(server, { editionId: await newEdition() })
    const { client } = await server.signIn('observer')
    const mine = await client.expectations.mine.get({ editionId })
    expect(mine).toMatchObject({ answered: false, answer: null, depth: 5 })
    expect((await client.expectations.mine.get({ editionId })).items).toEqual(mine.items)
    const first = (turn: number) =>
      Object.fromEntries(mine.items.slice(turn, turn + 5).map(({ id }, index) => [id, index + 1]))
    await client.expectations.mine.answer({ editionId, answer: first(0), background: { age: 'from30' } })
    await client.expectations.mine.answer({ editionId, answer: first(3), background: { age: 'from45' } })
    expect(await client.expectations.mine.get({ editionId })).toMatchObject({
      answered: true,
      answer: first(3),
      said: { age: 'from45' },
    })
    const { survey } = await organiser.client.expectations.get({ editionId })
    expect(survey).toMatchObject({ invited: 1, answered: 1 })
    await expect(
      client.expectations.mine.answer({ editionId, answer: { listen: 1 }, background: {} }),
    ).rejects.toMatchObject({ code: 'answer-incomplete' })
    const stranger = await server.signInAnew('observer')
    await expect(stranger.client.expectations.mine.get({ editionId })).rejects.toMatchObject({
      code: 'not-found',
    })
    await organiser.client.expectations.close({ editionId })
    await expect(
      client.expectations.mine.answer({ editionId, answer: first(0), background: {} }),
    ).rejects.toMatchObject({ code: 'survey-not-open' })
  })

  test('when it has closed, no row of the database leads from a person to an answer', async () => {
    const { editionId } = await makeSurvey(server, { editionId: await newEdition(), answers: 5 })
    const { client } = await server.signIn('observer')
    const { items } = await client.expectations.mine.get({ editionId })
    const answer = Object.fromEntries(items.slice(0, 5).map(({ id }, index) => [id, index + 1]))
    const keys = async () => {
      const query = 'select answer_key from expectation_answer where edition_id = $1'
      return (await server.database.pool.query(query, [editionId])).rows.map((row) => String(row.answer_key))
    }
    await client.expectations.mine.answer({ editionId, answer, background: {} })
    const before = await keys()
    await organiser.client.expectations.close({ editionId })
    const after = await keys()
    expect(after).toHaveLength(6)
    expect(after.filter((key) => before.includes(key))).toEqual([])
    const survey = await server.database.pool.query(
      'select * from expectation_survey where edition_id = $1',
      [editionId],
    )
    expect(survey.rows[0]).toMatchObject({ secret: null })
    const columns = await server.database.pool.query(
      `select column_name as name from information_schema.columns where table_name = 'expectation_answer'`,
    )
    expect(columns.rows.map(({ name }) => name).toSorted()).toEqual([
      'answer',
      'answer_key',
      'background',
      'edition_id',
      'organisation_id',
    ])
    const audit = await server.database.pool.query(
      `select action from audit_entry where action like 'expectations%'`,
    )
    expect(audit.rows.map(({ action }) => action)).not.toContain('expectations.answered')
  })

  test('asked by the most and the least important of a few: own sets that stay, answered whole, then counted', async () => {
    const { editionId, start } = await makeSurvey(server, {
      editionId: await newEdition(),
      mode: 'bestWorst',
      answers: 9,
    })
    const { client } = await server.signIn('observer')
    const mine = await client.expectations.mine.get({ editionId })
    expect(mine.sets).toHaveLength(11)
    expect((await client.expectations.mine.get({ editionId })).sets).toEqual(mine.sets)
    expect(new Set(mine.sets.flat())).toEqual(new Set(mine.items.map(({ id }) => id)))
    const choices = (turn: number) =>
      mine.sets.map((items) => ({ items, best: items[turn]!, worst: items[turn + 1]! }))
    const give = (answer: Parameters<typeof client.expectations.mine.answer>[0]['answer']) =>
      client.expectations.mine.answer({ editionId, answer, background: {} })
    await give(choices(0))
    await give(choices(2))
    expect(await client.expectations.mine.get({ editionId })).toMatchObject({
      answered: true,
      answer: choices(2),
    })
    for (const wrong of [choices(0).slice(1), choices(0).toReversed(), { listen: 1 }])
      await expect(give(wrong)).rejects.toMatchObject({ code: 'answer-incomplete' })
    await organiser.client.expectations.close({ editionId })
    const results = await organiser.client.expectations.results({ editionId })
    expect(results).toMatchObject({ n: 10, mode: 'bestWorst', sets: { size: 4, count: 11 } })
    expect(results.items[0]).toMatchObject({ id: 'solution', place: 1, top: null })
    const shown = results.items.reduce((sum, { chosen }) => sum + chosen!.shown, 0)
    expect(shown).toBe(10 * 11 * 4)
    for (const part of ['best', 'worst'] as const)
      expect(results.items.reduce((sum, { chosen }) => sum + chosen![part], 0)).toBe(10 * 11)
    expect(results.items.reduce((sum, { worth }) => sum + worth!.value, 0)).toBeCloseTo(100, 8)
    const into = await newEdition()
    const proposal = await organiser.client.expectations.proposal({ editionId, into, limit: 25 })
    const importanceOf = new Map(results.items.map((item) => [item.id, item.importance.value]))
    const behind = new Map(start.items.flatMap(({ id, questions }) => questions.map((each) => [each, id])))
    expect(proposal.lines.filter(({ today, proposed }) => today !== proposed).length).toBeGreaterThan(0)
    for (const { question, importance } of proposal.lines)
      if (importance !== null) expect(importance).toBe(importanceOf.get(behind.get(question)!))
  })

  test('its last day over, it closes by itself, and a reminder is not sent twice a day', async () => {
    const { editionId } = await makeSurvey(server, { editionId: await newEdition() })
    const { client } = organiser
    expect(await client.expectations.remind({ editionId })).toEqual({ letters: 1 })
    await expect(client.expectations.remind({ editionId })).rejects.toMatchObject({ code: 'reminded-lately' })
    await server.database.pool.query(
      `update expectation_survey set opens_on = '2020-01-01', closes_on = '2020-01-02' where edition_id = $1`,
      [editionId],
    )
    expect((await client.expectations.get({ editionId })).survey).toMatchObject({ phase: 'closed' })
    const stored = await server.database.pool.query(
      'select * from expectation_survey where edition_id = $1',
      [editionId],
    )
    expect(stored.rows[0]).toMatchObject({ secret: null, closed_at: expect.any(Date) })
  })
})

describe('what a closed survey says', () => {
  test('items in order with intervals, by group, and with the years of a file', async () => {
    const { editionId } = await makeSurvey(server, {
      editionId: await newEdition(),
      phase: 'closed',
      answers: 12,
    })
    const { client } = organiser
    const file = (text: string) => new File([text], 'år.csv', { type: 'text/csv' })
    const wrong = file('year,performance,score,n\n2024,listen,81,30\n24,smile,300,0\n')
    const preview = await client.expectations.history.preview({ editionId, file: wrong })
    expect(preview.issues.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 year',
      '3 performance',
      '3 score',
      '3 n',
    ])
    await expect(client.expectations.history.import({ editionId, file: wrong })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    const right = file(
      'year,performance,score,n,wording\n2024,solution,81.5,30,Gode råd\n2025,solution,79,31,\n',
    )
    expect(await client.expectations.history.import({ editionId, file: right })).toEqual({
      rows: 2,
      years: 2,
    })
    const results = await client.expectations.results({ editionId })
    expect(results).toMatchObject({ n: 12, mode: 'rank' })
    expect(results.items[0]).toMatchObject({ id: 'solution', place: 1, top: { count: 12 } })
    // All put it first: nothing is left to draw an interval from; the second one has been put here and there.
    expect(results.items[0]!.importance.interval).toBeNull()
    const second = results.items[1]!.importance
    expect(second.interval![0]).toBeLessThan(second.value)
    expect(results.groups.map(({ by, group, n }) => [by, group, n])).toEqual([
      ['age', 'from30', 6],
      ['age', 'from60', 6],
    ])
    const line = results.trend.find(({ id }) => id === 'solution')!
    expect(line.points.map(({ year, imported }) => [year, imported]).slice(0, 2)).toEqual([
      [2024, true],
      [2025, true],
    ])
  })

  test('points for the next edition: previewed on the last season, accepted as a revision, the season untouched', async () => {
    const { editionId } = await makeResultsWorld(server)
    await makeSurvey(server, { editionId, phase: 'closed', answers: 12 })
    const into = await newEdition()
    const { client } = organiser
    const seasonBefore = await client.results.get({ editionId })
    const input = { editionId, into, limit: 40 }
    const proposal = await client.expectations.proposal(input)
    const changed = proposal.lines.filter(({ today, proposed }) => today !== proposed)
    expect(changed.length).toBeGreaterThan(1)
    expect(proposal.effect).toMatchObject({ editionId, contacts: 42, participants: { length: 6 } })
    expect(proposal.effect!.tau).toBeGreaterThan(0)
    for (const { participant, before } of proposal.effect!.participants) {
      const now = seasonBefore.participants.find((each) => each.participant === participant)!
      expect([before.total, before.rank]).toEqual([now.totalResult, now.rank])
    }
    const one = changed[0]!.question
    const alone = await client.expectations.proposal({ ...input, questions: [one] })
    expect(alone.lines.filter(({ today, proposed }) => today !== proposed)).toEqual([])
    await expect(
      client.expectations.accept({ ...input, questions: [one], revision: 1 }),
    ).rejects.toMatchObject({ code: 'nothing-to-change' })

    const accepted = await client.expectations.accept({ ...input, revision: 1 })
    expect(accepted).toEqual({ revision: 2, changed: changed.length })
    const { method, issues } = await client.edition.method({ editionId: into })
    expect(issues).toEqual([])
    const best = new Map(
      method.questions.map(({ id, options }) => [id, Math.max(...options.map(({ points }) => points))]),
    )
    for (const { question, proposed } of proposal.lines) expect(best.get(question)).toBe(proposed)
    await expect(client.expectations.accept({ ...input, revision: 1 })).rejects.toMatchObject({
      code: 'edition-changed',
    })
    const seasonAfter = await client.results.get({ editionId })
    expect(seasonAfter.participants).toEqual(seasonBefore.participants)
    const { items } = await client.organisation.audit({ limit: 50 })
    expect(items.map(({ action }) => action)).toContain('expectations.points-accepted')
  })

  test('an edition that has begun takes no points, and four answers suggest none', async () => {
    const { editionId } = await makeResultsWorld(server, 2)
    const few = await makeSurvey(server, { editionId: await newEdition(), phase: 'closed', answers: 4 })
    const enough = await makeSurvey(server, { editionId: await newEdition(), phase: 'closed', answers: 5 })
    const { client } = organiser
    await expect(
      client.expectations.proposal({ editionId: few.editionId, into: few.editionId, limit: 25 }),
    ).rejects.toMatchObject({ code: 'survey-few-answers' })
    await expect(
      client.expectations.proposal({ editionId: enough.editionId, into: editionId, limit: 25 }),
    ).rejects.toMatchObject({ code: 'edition-frozen' })
    expect((await client.expectations.results({ editionId: few.editionId })).items).toEqual([])
  })
})
