import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import { problemOf } from '../../support/client.ts'
import { makeResultsWorld, type ResultsWorld } from '../../support/results-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let world: ResultsWorld
beforeAll(async () => {
  server = await startTestServer()
  world = await makeResultsWorld(server, 5)
  await shareOut(['Anne Li', 'Berit Moe', 'Cato Nes'])
})
afterAll(() => server.close())

/** Gives the contacts observers in turn, so that each observer meets each participant. */
async function shareOut(names: readonly string[]): Promise<void> {
  const { organisationId } = server.organisations[0]
  const { pool } = server.database
  for (const [at, name] of names.entries()) {
    const observerId = newId()
    await pool.query(
      `insert into observer (organisation_id, observer_id, name, contacts_per_week, created_at) values ($1, $2, $3, 5, now())`,
      [organisationId, observerId, name],
    )
    await pool.query(
      `update contact set observer_id = $1 where organisation_id = $2 and edition_id = $3 and number % 3 = $4`,
      [observerId, organisationId, world.editionId, at],
    )
  }
}

const organiser = async () => (await server.signIn('organiser')).client

test('an organiser sees every observer, where the variance lies, and each question', async () => {
  const quality = await (await organiser()).quality.get({ editionId: world.editionId })
  expect(quality.observers.map(({ name }) => name).sort()).toEqual(['Anne Li', 'Berit Moe', 'Cato Nes'])
  expect(quality.variance!.components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  expect(quality.contacts).toBe(42)
  expect(quality.items.length).toBeGreaterThan(20)
  expect(quality.agreement).toMatchObject({ pairs: 0, total: null })
  expect(quality.adjusted).toHaveLength(6)
})

test('the figures are kept until a score changes', async () => {
  const client = await organiser()
  const { editionId, contacts } = world
  const before = await client.quality.get({ editionId })
  expect((await client.quality.get({ editionId })).computedAt).toBe(before.computedAt)
  await server.database.pool.query(`delete from submission_score where contact_id = $1`, [
    contacts[0]!.contactId,
  ])
  const after = await client.quality.get({ editionId })
  expect(after.contacts).toBe(41)
  expect(after.computedAt).not.toBe(before.computedAt)
})

test('an edition without contacts has figures that say nothing, and can still be deleted', async () => {
  const client = await organiser()
  const empty = await makeResultsWorld(server, 6)
  const { pool } = server.database
  await pool.query(`delete from submission_score where edition_id = $1`, [empty.editionId])
  expect(await client.quality.get({ editionId: empty.editionId })).toMatchObject({
    contacts: 0,
    variance: null,
    observers: [],
    season: null,
  })
  const { rows } = await pool.query(`select 1 from edition_quality where edition_id = $1`, [empty.editionId])
  expect(rows).toHaveLength(0)
})

test('nobody reads the quality of another organisation’s edition', async () => {
  const { client } = await server.signIn('organiser', server.organisations[1])
  const refused = await client.quality.get({ editionId: world.editionId }).catch((error: unknown) => error)
  expect(problemOf(refused)?.code).toBe('not-found')
})

test('what so many contacts can tell is worked out from the edition’s own spread', async () => {
  const { certainty } = await (await organiser()).results.certainty({ editionId: world.editionId })
  expect(certainty).toMatchObject({ contacts: 7, participants: 6 })
  expect(certainty!.halfWidth).toBeCloseTo((1.959964 * certainty!.withinSd) / Math.sqrt(7), 4)
  expect(certainty!.classes.map((one) => one.class)).toEqual(['Bank', 'Reise'])
})

test('rankings tell who can be best, and how many contacts decide', async () => {
  const results = await (await organiser()).results.get({ editionId: world.editionId })
  const [all] = results.rankings
  expect(all).toMatchObject({ scope: 'all', participants: 6 })
  expect(all!.canBeBest).toEqual(expect.arrayContaining(all!.winners))
  expect(all!.sensitivity.contacts).toBe(41)
  const chances = results.participants.map(({ bestChance }) => bestChance ?? 0)
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
  for (const { standardised } of results.participants) expect(standardised!.coverage).toBeCloseTo(1, 9)
})
