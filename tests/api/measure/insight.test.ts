import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf } from '../../support/client.ts'
import { makeResultsWorld, type ResultsWorld, readsFor } from '../../support/results-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: ResultsWorld
beforeAll(async () => {
  server = await startTestServer()
  world = await makeResultsWorld(server, 1)
})
afterAll(() => server.close())

const organiser = async () => (await server.signIn('organiser')).client
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: unknown) => problemOf(error)?.code,
  )
async function reader(name: string, chosen: readonly string[] = []) {
  const person = await server.signInAnew('participant')
  await readsFor(server, world, person.personId, { name, chosen })
  return person.client
}
const of = (name: string) => ({ editionId: world.editionId, participantId: world.participants.get(name)! })

test('the steps add up to the distance between the totals of the results, for everyone against everything', async () => {
  const client = await organiser()
  const results = await client.results.get({ editionId: world.editionId })
  const totals = new Map(results.participants.map((one) => [one.participant, one.totalResult!]))
  for (const name of world.participants.keys()) {
    const { gaps, total } = await client.insight.participant(of(name))
    expect(total).toBeCloseTo(totals.get(name)!, 9)
    for (const gap of gaps) {
      expect(gap.to).toBeCloseTo(total!, 9)
      expect(gap.steps.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(gap.to - gap.from, 9)
      const [winner] = gap.names
      if (gap.names.length === 1) expect(gap.from).toBeCloseTo(totals.get(winner!)!, 9)
      if (gap.reference === 'class')
        expect(gap.from).toBeCloseTo(results.classes.find((one) => one.class === 'Reise')!.totalResult!, 9)
    }
  }
})

test('the gap to a target is told until it is reached', async () => {
  const client = await organiser()
  const { total } = await client.insight.participant(of('Fjordlinja'))
  const { gap } = await client.insight.target({ ...of('Fjordlinja'), total: 95 })
  expect(gap!.steps.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total! - 95, 9)
  expect(await client.insight.target({ ...of('Fjordlinja'), total: total! })).toEqual({ gap: null })
})

test('an edition’s insight weighs, counts and refuses, and is kept until a score changes', async () => {
  const client = await organiser()
  const { editionId } = world
  const { insight, classes, questions, examples } = await client.insight.get({ editionId })
  expect(classes).toEqual(['Bank', 'Reise'])
  expect(insight).toMatchObject({ participants: 6, n: 42 })
  const [ces] = insight.drivers
  expect(ces!.outcome).toBe('ces')
  // Six participants with 42 contacts: enough for four areas only where 40 were answered, never for 30 questions.
  expect(ces!.questions).toMatchObject({ kind: 'refused', reason: 'too-few-contacts', participants: 6 })
  expect(insight.good.map(({ from }) => from)).toEqual([100, 80])
  expect(insight.months.map(({ from, n }) => [from, n])).toEqual([['2026-01-01', 42]])
  expect(questions.map(({ id }) => id)).toContain('solution')
  expect(examples.map(({ from }) => from)).toEqual([100, 80])
  const kept = async () =>
    (await server.database.pool.query(`select computed_at from insight_result where subject = 'edition'`))
      .rows
  const before = await kept()
  await client.insight.get({ editionId })
  expect(await kept()).toEqual(before)
  await server.database.pool.query(
    `update submission_score set score = 1, scored_at = now() where contact_id = $1`,
    [world.contacts.find(({ participant }) => participant === 'Tindheim')!.contactId],
  )
  await client.insight.get({ editionId })
  expect(await kept()).not.toEqual(before)
})

test('a participant sees its own gap to the class, and no other name or figure', async () => {
  const client = await reader('Fjordlinja')
  expect(await refusal(client.insight.participant(of('Fjordlinja')))).toBe('results-not-published')
  await (await organiser()).results.publish({ editionId: world.editionId, published: true })
  const own = await client.insight.participant(of('Fjordlinja'))
  expect(own.gaps.map(({ reference }) => reference)).toEqual(['class', 'edition'])
  const { classes, examples } = await client.insight.get({ editionId: world.editionId })
  expect(classes).toEqual(['Reise'])
  const body = JSON.stringify([own, examples])
  for (const other of ['Havblikk', 'Kystbuss', 'Nordlys', 'Tindheim', 'Vidde'])
    expect(body).not.toContain(other)
  for (const ask of [
    () => client.insight.participant(of('Havblikk')),
    () => client.insight.target({ ...of('Havblikk'), total: 90 }),
    () => client.insight.get({ editionId: world.editionId, class: 'Bank' }),
  ])
    expect(await refusal(ask())).toBe('not-found')
})

test('with the competitor variant the winner is a reference when it is one of those chosen', async () => {
  await (await organiser()).results.publish({ editionId: world.editionId, published: true })
  const ranked = (await (await organiser()).results.get({ editionId: world.editionId })).participants
  const winner = ranked.find((one) => one.class === 'Reise' && one.classRank === 1)!.participant
  const loser = ranked.findLast((one) => one.class === 'Reise')!.participant
  const client = await reader(loser, [winner])
  const { gaps } = await client.insight.participant(of(loser))
  expect(gaps.find(({ reference }) => reference === 'winner')).toMatchObject({ names: [winner] })
})

test('alone in its class a participant is held against the whole edition only, and its class is not shown', async () => {
  const client = await reader('Tindheim')
  await (await organiser()).results.publish({ editionId: world.editionId, published: true })
  const { gaps, classMonths, channels } = await client.insight.participant(of('Tindheim'))
  expect(gaps.map(({ reference }) => reference)).toEqual(['edition'])
  expect(classMonths).toBeUndefined()
  expect(channels.every(({ others }) => others === undefined)).toBe(true)
})

test('behind every cell of weekday and hour are as many submissions, with the same mean', async () => {
  const client = await organiser()
  const other = await makeResultsWorld(server, 2)
  const { organisationId } = server.organisations[0]
  // The first attempts, two in three at 9 o'clock and the others at 13; one contact's second comes later.
  await server.database.pool.query(
    `insert into contact_event (organisation_id, edition_id, contact_id, event_id, kind, at, recorded_at, detail)
     select organisation_id, edition_id, contact_id, gen_random_uuid(), 'attemptStarted',
       (date || case when number % 3 = 0 then ' 13:10' else ' 09:40' end)::timestamp at time zone 'Europe/Oslo'
         + later.wait, now(), '{}'
     from contact cross join (values (interval '0'), (interval '2 hours')) as later (wait)
     where organisation_id = $1 and edition_id = $2`,
    [organisationId, other.editionId],
  )
  const { insight } = await client.insight.get({ editionId: other.editionId })
  const cells = insight.hours.filter(({ hour, total }) => hour !== undefined && total !== null)
  expect(new Set(cells.map(({ hour }) => hour))).toEqual(new Set([9, 13]))
  for (const { weekday, hour, n, total } of cells) {
    const { items } = await client.results.submissions({
      editionId: other.editionId,
      weekday: String(weekday) as '1',
      hour: String(hour).padStart(2, '0'),
    })
    expect(items).toHaveLength(n)
    expect(items.reduce((sum, { score }) => sum + score, 0) / n).toBeCloseTo(total!, 9)
  }
})
