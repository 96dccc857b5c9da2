/** An edition that was begun by mistake goes away whole; one that has come further stays whole. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setEditionState } from '../../../src/measure/edition/index.ts'
import { emptyFound } from '../../../src/measure/participants/rules/settled-channels.ts'
import { saveCheck } from '../../../src/measure/participants/store/check-store.ts'
import { problemOf } from '../../support/client.ts'
import { planningWorld } from '../../support/planning-world.ts'
import { rowsOf } from '../../support/rows-of.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let organiser: SignedIn

beforeAll(async () => {
  server = await startTestServer()
  organiser = await server.signIn('organiser')
})
afterAll(() => server.close())

const source = { kind: 'builtIn', method: 'reference' } as const

async function prepared(names: string) {
  return planningWorld(server, { participants: 3, observers: 8, plan: false, names })
}

/** Rows that name the edition, by their table. */
async function tablesNaming(editionId: string): Promise<readonly string[]> {
  const rows = await rowsOf(server.database, organiser.scope.organisationId)
  return [...new Set(rows.filter((row) => row.includes(editionId)).map((row) => row.split(' ')[0]!))]
}

async function refused(call: Promise<unknown>) {
  return problemOf(
    await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    ),
  )
}

test('an edition without a plan is deleted with participants, checks and versions, and the log tells of it', async () => {
  const { client, scope, editionId } = await prepared('borte')
  const [first, second] = (await client.participants.list({ editionId })).items
  await saveCheck(scope, server.db, {
    editionId,
    participantId: first!.participantId,
    round: 1,
    checkedAt: new Date(),
    source: 'https://eksempel.no',
    outcome: 'failed',
    reason: 'timeout',
    found: emptyFound,
    screenshot: null,
  })
  await client.participants.withdraw({ editionId, participantId: second!.participantId, reason: 'Nei' })
  expect(await tablesNaming(editionId)).toEqual(expect.arrayContaining(['channel_check', 'participant']))
  expect(await client.edition.remove({ editionId })).toEqual({})
  expect(await tablesNaming(editionId)).toEqual(['audit_entry'])
  expect(await refused(client.edition.get({ editionId }))).toMatchObject({ status: 404 })
  const { items } = await client.organisation.audit({})
  expect(items[0]).toMatchObject({
    action: 'edition.deleted',
    detail: { name: 'Målingen borte', revision: 1, participants: 2 },
  })
})

test('a copy outlives what it was copied from, and is compared with its own first version', async () => {
  const { client } = organiser
  const { editionId } = await client.edition.create({ name: 'Forelegg', source })
  const copy = await client.edition.create({ name: 'Kopi', source: { kind: 'copy', editionId } })
  await client.edition.remove({ editionId })
  expect(await client.edition.get({ editionId: copy.editionId })).toMatchObject({ copiedFrom: null })
  expect((await client.edition.diff({ editionId: copy.editionId })).changes).toEqual([])
})

test('an edition with a plan, or one that has left preparation, is refused and loses nothing', async () => {
  const { client, scope, editionId, makePlan } = await prepared('plan')
  await makePlan()
  const started = await client.edition.create({ name: 'I gang', source })
  const context = { scope, db: server.db, now: new Date(), jobs: server.jobs, requestId: 'test' }
  await setEditionState({ ...context, log: undefined as never }, started.editionId, 'fieldwork')
  for (const id of [editionId, started.editionId]) {
    const before = await rowsOf(server.database, scope.organisationId)
    const problem = await refused(client.edition.remove({ editionId: id }))
    expect(problem).toMatchObject({ status: 409, code: 'edition-in-use' })
    expect(await rowsOf(server.database, scope.organisationId)).toEqual(before)
  }
})

test('the edition of another organisation is not found, and stays', async () => {
  const { editionId } = await organiser.client.edition.create({ name: 'Vår egen', source })
  const other = await server.signIn('organiser', server.organisations[1])
  expect(await refused(other.client.edition.remove({ editionId }))).toMatchObject({ status: 404 })
  expect(await organiser.client.edition.get({ editionId })).toMatchObject({ name: 'Vår egen' })
})
