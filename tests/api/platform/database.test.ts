import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  inTransaction,
  MigrationError,
  migrate,
  type OpenDatabase,
} from '../../../src/platform/database/index.ts'
import { freshDatabase } from '../../support/database.ts'

let database: OpenDatabase
const folder = mkdtempSync(join(tmpdir(), 'lyttepost-migrations-'))

beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query('create table note (id int primary key, body text)')
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

describe('values', () => {
  it('arrive as days, exact numbers and moments, whatever the time zone of this process', async () => {
    const { rows } = await database.pool.query(
      `select '2026-03-29'::date as day, 9007199254740991::int8 as big, 12.50::numeric as amount,
        array['2026-03-29', null]::date[] as days, array[1, 2]::int8[] as bigs,
        '2026-03-29 01:00+00'::timestamptz as moment, current_setting('TimeZone') as zone`,
    )
    expect(rows[0]).toEqual({
      day: '2026-03-29',
      big: 9007199254740991,
      amount: 12.5,
      days: ['2026-03-29', null],
      bigs: [1, 2],
      moment: new Date('2026-03-29T01:00:00Z'),
      zone: 'UTC',
    })
  })

  it('that are too large to be exact numbers are an error, never a rounded number', async () => {
    await expect(database.pool.query('select 9007199254740992::int8')).rejects.toThrow(RangeError)
  })
})

describe('a transaction', () => {
  const notes = async () =>
    (await database.pool.query('select id from note order by id')).rows.map(({ id }) => id)

  it('is kept when the work returns and undone when it throws', async () => {
    await inTransaction(database.db, (trx) => sql`insert into note values (1, 'kept')`.execute(trx))
    const failing = inTransaction(database.db, async (trx) => {
      await sql`insert into note values (2, 'undone')`.execute(trx)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await notes()).toEqual([1])
  })

  it('is joined by a transaction inside it', async () => {
    const failing = inTransaction(database.db, async (trx) => {
      await inTransaction(trx, (inner) => sql`insert into note values (3, 'inner')`.execute(inner))
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await notes()).toEqual([1])
  })

  it('refuses a query on the outer database at once, through Kysely and through the pool', async () => {
    const outer = /outer database inside a transaction/
    await inTransaction(database.db, async () => {
      await expect(sql`select 1`.execute(database.db)).rejects.toThrow(outer)
      expect(() => database.pool.query('select 1')).toThrow(outer)
    })
    expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
  })

  it('leaves work that outlives it free to use the database', async () => {
    let after: Promise<unknown> | undefined
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    await inTransaction(database.db, async () => {
      after = ended.then(() => sql`select 1`.execute(database.db))
    })
    end()
    await expect(after).resolves.toBeDefined()
  })

  it('stands apart from others that run at the same time', async () => {
    await database.pool.query(`insert into note values (10, '0')`)
    const add = () =>
      inTransaction(database.db, async (trx) => {
        await sql`select from note where id = 10 for update`.execute(trx)
        const { rows } = await sql<{ body: string }>`select body from note where id = 10`.execute(trx)
        await sql`update note set body = ${String(Number(rows[0]!.body) + 1)} where id = 10`.execute(trx)
      })
    await Promise.all(Array.from({ length: 40 }, add))
    expect((await database.pool.query('select body from note where id = 10')).rows).toEqual([{ body: '40' }])
  })
})

describe('many queries at once', () => {
  it('get each their own answer, also with values of several hundred kilobytes', async () => {
    const long = 'x'.repeat(300_000)
    const ask = async (number: number) => {
      const { rows } =
        number % 2 === 0
          ? await database.pool.query('select $1::int as number, length($2::text) as length', [number, long])
          : await database.pool.query('select $1::int as number', [number])
      return rows[0].number
    }
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    expect(await Promise.all(numbers.map(ask))).toEqual(numbers)
  })
})

describe('migrations', () => {
  let trials = 0

  /** A folder with these files, and an empty schema to apply them in. */
  const trial = async (files: Record<string, string>) => {
    const place = join(folder, String(++trials))
    mkdirSync(place)
    const write = (name: string, text: string) => writeFileSync(join(place, name), text)
    for (const [name, text] of Object.entries(files)) write(name, text)
    await database.pool.query('drop schema public cascade')
    await database.pool.query('create schema public')
    return { place, write, pool: database.pool }
  }

  it('are applied once, in the order of their names, also when several ask at once', async () => {
    const { place, pool } = await trial({
      '0001-one.sql': 'create table one (id int primary key);',
      '0002-two.sql': 'create table two (id int primary key); insert into one values (1);',
    })
    const applied = await Promise.all([migrate(pool, place), migrate(pool, place), migrate(pool, place)])
    expect(applied.flat().sort()).toEqual(['0001-one.sql', '0002-two.sql'])
    expect((await pool.query('select id from one')).rows).toEqual([{ id: 1 }])
    expect(await migrate(pool, place)).toEqual([])
  })

  it('that were changed, left out or squeezed in afterwards are refused by name', async () => {
    const { place, write, pool } = await trial({ '0002-two.sql': 'create table two (id int);' })
    await migrate(pool, place)
    write('0002-two.sql', 'create table two (id bigint);')
    await expect(migrate(pool, place)).rejects.toThrow('0002-two.sql was changed')
    write('0002-two.sql', 'create table two (id int);')
    write('0001-one.sql', 'create table one (id int);')
    await expect(migrate(pool, place)).rejects.toThrow('0001-one.sql is new but sorts before 0002-two.sql')
    rmSync(join(place, '0001-one.sql'))
    rmSync(join(place, '0002-two.sql'))
    await expect(migrate(pool, place)).rejects.toThrow('newer than this program')
  })

  it('do not mind how lines end', async () => {
    const { place, write, pool } = await trial({ '0001-one.sql': 'create table one (\n id int\n);\n' })
    await migrate(pool, place)
    write('0001-one.sql', 'create table one (\r\n id int\r\n);\r\n')
    expect(await migrate(pool, place)).toEqual([])
  })

  it('that fail leave nothing of themselves, and name the file', async () => {
    const { place, write, pool } = await trial({
      '0001-one.sql': 'create table one (id int);',
      '0002-two.sql': 'create table two (id int); select no_such_thing();',
    })
    await expect(migrate(pool, place)).rejects.toThrow(/^0002-two\.sql: /)
    const { rows } = await pool.query(
      `select to_regclass('one') is null as one, to_regclass('two') is null as two`,
    )
    expect(rows).toEqual([{ one: false, two: true }])
    write('0002-two.sql', 'create table two (id int);')
    expect(await migrate(pool, place)).toEqual(['0002-two.sql'])
  })

  it('with a number that is used twice are refused', async () => {
    const { place, pool } = await trial({ '0001-one.sql': '', '0001-other.sql': '' })
    await expect(migrate(pool, place)).rejects.toThrow(MigrationError)
  })
})
