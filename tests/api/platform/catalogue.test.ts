/** Reads the database's own catalogue: no row of one organisation can be found, doubled or tied to another's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../src/platform/database/index.ts'
import { migrationsFolder, readMigrations } from '../../../src/platform/database/migrate.ts'
import { freshDatabase } from '../../support/database.ts'

/** Tables that belong to the house and not to an organisation. A new one needs a reason to be here. */
const houseTables = [
  'migration',
  'job_progress',
  // One account may open several organisations.
  'sign_in_user',
  'sign_in_session',
  'sign_in_account',
  'sign_in_verification',
  'sign_in_guard',
  // An address is looked up before it is known whose it is.
  'public_address',
]

type Key = {
  readonly table: string
  readonly name: string
  readonly kind: string
  readonly columns: string[]
}
type ForeignKey = {
  readonly table: string
  readonly name: string
  readonly from: string[]
  readonly to: string[]
}

let database: OpenDatabase
let tables: string[]

beforeAll(async () => {
  database = await freshDatabase()
  tables = await column(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
})
afterAll(() => database.close())

async function column(query: string): Promise<string[]> {
  const { rows } = await database.pool.query({ text: query, rowMode: 'array' })
  return rows.map(([value]) => String(value))
}

async function uniqueKeys(): Promise<Key[]> {
  const { rows } = await database.pool.query<Key>(`
    select t.relname as table, i.relname as name, case when x.indisprimary then 'primary key' else 'unique' end as kind,
      (select array_agg(coalesce(a.attname::text, '(expression)') order by k.place)
        from unnest(x.indkey) with ordinality k (number, place)
        left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.number) as columns
    from pg_index x
    join pg_class t on t.oid = x.indrelid
    join pg_class i on i.oid = x.indexrelid
    where x.indisunique and t.relnamespace = 'public'::regnamespace`)
  return rows.filter(({ table }) => !houseTables.includes(table))
}

async function foreignKeys(): Promise<ForeignKey[]> {
  const { rows } = await database.pool.query<ForeignKey>(`
    select c.conrelid::regclass::text as table, c.conname as name,
      (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as from,
      (select array_agg(a.attname::text order by k.place) from unnest(c.confkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as to
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  return rows.filter(({ table }) => !houseTables.includes(table))
}

describe('every table of an organisation', () => {
  it('is there: the catalogue was read', () => {
    expect(tables).toEqual(expect.arrayContaining(['organisation', 'person', ...houseTables]))
  })

  it('has a primary key that begins with organisation_id', async () => {
    const keyed = (await uniqueKeys()).filter(
      ({ kind, columns }) => kind === 'primary key' && begins(columns),
    )
    const without = tables.filter(
      (table) => !houseTables.includes(table) && !keyed.some((key) => key.table === table),
    )
    expect(without).toEqual([])
  })

  it('has organisation_id first in each unique constraint and index', async () => {
    expect((await uniqueKeys()).filter(({ columns }) => !begins(columns))).toEqual([])
  })

  it('has organisation_id first on both sides of each foreign key', async () => {
    const keys = await foreignKeys()
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter(({ from, to }) => !begins(from) || !begins(to))).toEqual([])
  })
})

describe('the database', () => {
  it('has no triggers', async () => {
    expect(
      await column(`select tgrelid::regclass || ' ' || tgname from pg_trigger
        join pg_class on pg_class.oid = tgrelid
        where not tgisinternal and relnamespace = 'public'::regnamespace`),
    ).toEqual([])
  })

  it('keeps every moment with its time zone', async () => {
    expect(
      await column(`select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and data_type in ('timestamp without time zone', 'time with time zone')`),
    ).toEqual([])
  })

  it('gets its foreign keys in a step after its tables', () => {
    const inside = readMigrations(migrationsFolder).flatMap(({ name, sql }) =>
      statements(sql)
        .filter(
          (statement) => /^create table/i.test(statement) && /\b(references|foreign key)\b/i.test(statement),
        )
        .map((statement) => `${name}: ${statement.slice(0, 60)}`),
    )
    expect(inside).toEqual([])
  })
})

const begins = (columns: readonly string[]) => columns[0] === 'organisation_id'

/** The statements of a migration without its comments. */
function statements(sql: string): string[] {
  return sql
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
}
