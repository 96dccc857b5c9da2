import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../src/platform/database/index.ts'
import { keepStatistics } from '../../../src/platform/database/statistics.ts'
import { freshDatabase } from '../../support/database.ts'

let database: OpenDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query('create table pair (id int primary key, other int)')
  await database.pool.query('insert into pair select n, n from generate_series(1, 5000) n')
})
afterAll(() => database.close())

const believedRows = async () => {
  const { rows } = await sql<{ rows: number }>`
    select reltuples::int as rows from pg_class where relname = 'pair'`.execute(database.db)
  return rows[0]?.rows
}

it('the store learns how many rows its tables have, without being asked about each', async () => {
  const errors: unknown[] = []
  const stop = keepStatistics(database.db, (error) => errors.push(error))
  await stop()
  expect(await believedRows()).toBe(5000)
  expect(errors).toEqual([])
})
