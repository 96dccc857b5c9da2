/**
 * Migrations: plain SQL files in the order of their names, forward only, each in one transaction. A file
 * that has been applied may never change; the checksum of what was applied is kept and compared.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

export const migrationsFolder = fileURLToPath(new URL('../../../database/migrations', import.meta.url))

/** The migrations in the folder and those in the database do not fit together. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }
export type Applied = { readonly name: string; readonly checksum: string }

/** Any number that nobody else uses; one migrator at a time on the whole server. */
const lockKey = 7_246_170_001

/**
 * Applies what is missing and returns the names of the files it applied. Any number of processes may call
 * it at once: they wait for each other, and each file is applied once. With `last` it stops after that file.
 *
 * @throws MigrationError when an applied file was changed or is missing, or a new one sorts before an applied one
 */
export async function migrate(
  pool: pg.Pool,
  folder: string = migrationsFolder,
  last?: string,
): Promise<readonly string[]> {
  const migrations = readMigrations(folder)
  const names: string[] = []
  for (;;) {
    const name = await inMigrationLock(pool, async (client) => {
      const next = nextMigration(migrations, await readApplied(client))
      if (!next || (last !== undefined && next.name > last)) return undefined
      await apply(client, next)
      return next.name
    })
    if (name === undefined) return names
    names.push(name)
  }
}

/** The migrations of a folder, sorted by name. @throws MigrationError when two share a number */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  for (const [index, name] of names.entries()) {
    const before = names[index - 1]
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name))
      throw new MigrationError(`${name}: names are like 0001-what-it-does.sql`)
    if (before?.slice(0, 4) === name.slice(0, 4))
      throw new MigrationError(`${before} and ${name} share a number`)
  }
  return names.map((name) => readMigration(folder, name))
}

/** The checksum does not see how lines end, which a checkout may change. */
function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** The first migration that is not applied yet; nothing when all are. */
export function nextMigration(
  migrations: readonly Migration[],
  applied: readonly Applied[],
): Migration | undefined {
  for (const [index, done] of applied.entries()) {
    const found = migrations[index]
    if (found?.name === done.name && found.checksum === done.checksum) continue
    throw new MigrationError(misfit(migrations, done, found))
  }
  return migrations[applied.length]
}

function misfit(migrations: readonly Migration[], done: Applied, found: Migration | undefined): string {
  if (found?.name === done.name) return `${done.name} was changed after it had been applied`
  if (migrations.some(({ name }) => name === done.name)) {
    return `${found?.name} is new but sorts before ${done.name}, which is applied already`
  }
  return `${done.name} is applied in the database but not known here: the database is newer than this program`
}

async function inMigrationLock<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function readApplied(client: pg.PoolClient): Promise<readonly Applied[]> {
  await client.query(`create table if not exists migration (
    name text collate "C" primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`)
  const { rows } = await client.query<Applied>('select name, checksum from migration order by name')
  return rows
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    throw new MigrationError(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
  await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
}
