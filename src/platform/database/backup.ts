/** Backup and restore of everything in the database, the same file for the embedded store and a server. */
import { existsSync } from 'node:fs'
import type pg from 'pg'
import { installJobs } from '../jobs/queue.ts'
import {
  BackupError,
  type BackupHead,
  type BackupLine,
  readBackupRows,
  type StoredRow,
  type StoredTable,
  verifyBackupFile,
  writeBackupFile,
} from './backup-file.ts'
import { type Applied, migrate, migrationsFolder, readMigrations } from './migrate.ts'

export { BackupError } from './backup-file.ts'

export type BackupSummary = { readonly rows: number; readonly madeAt: string }
export type RestoreSummary = BackupSummary & {
  /** Whether waiting jobs were restored too; not when the queue's own tables have another version here. */
  readonly jobs: boolean
}

const batchRows = 2000

/**
 * Writes everything, as it was at one moment, to a new file, and reads the file again to see that it is whole.
 * On the embedded store other queries wait meanwhile.
 *
 * @throws BackupError when the file exists already or was not written as it should be
 * @example await backup(database.pool, 'lyttepost.backup.gz') // { rows: 48211, madeAt: '2026-03-02T03:00:00.000Z' }
 */
export async function backup(pool: pg.Pool, file: string): Promise<BackupSummary> {
  if (existsSync(file)) throw new BackupError(`${file} exists already`)
  await withClient(pool, 'begin isolation level repeatable read read only', (client) =>
    writeBackupFile(file, everything(client)),
  )
  const { rows, head } = await verifyBackupFile(file)
  return { rows, madeAt: head.madeAt }
}

/**
 * Restores a backup into an empty database, all of it or nothing. An older backup is migrated to what this
 * program knows.
 *
 * @throws BackupError when the file is damaged, of a newer program, or the database is not empty
 */
export async function restore(pool: pg.Pool, file: string): Promise<RestoreSummary> {
  const { head, rows } = await verifyBackupFile(file)
  await refuseUnlessEmpty(pool)
  await migrateTo(pool, head.migrations)
  if (head.queueVersion !== null) await installJobs(pool)
  const jobs = head.queueVersion !== null && (await queueVersion(pool)) === head.queueVersion
  await withClient(pool, 'begin', async (client) => {
    const tie = await untieTables(client)
    for await (const { table, rows: batch } of readBackupRows(file, batchRows)) {
      if (table.schema === 'public' || jobs) await insertRows(client, table, batch)
    }
    await tie()
  })
  await migrate(pool)
  return { rows, madeAt: head.madeAt, jobs }
}

type Querying = Pick<pg.ClientBase, 'query'>

async function withClient<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(begin)
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
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

async function* everything(client: Querying): AsyncGenerator<readonly BackupLine[]> {
  const { rows: migrations } = await client.query<Applied>(
    'select name, checksum from migration order by name',
  )
  const head: BackupHead = {
    format: 'lyttepost-backup-1',
    madeAt: new Date().toISOString(),
    migrations,
    queueVersion: await queueVersion(client),
  }
  yield [{ head }]
  for (const table of await storedTables(client)) {
    yield [{ table }]
    for await (const rows of rowsOf(client, table)) yield rows.map((row) => ({ row }))
  }
}

/** Our own tables, and of the queue what is waiting to be done. Parts of a partitioned table come with the whole. */
async function storedTables(client: Querying): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<StoredTable>(`
    select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition
      and (n.nspname = 'public' and c.relname <> 'migration' or n.nspname = 'pgboss' and c.relname in ('queue', 'job'))
    group by 1, 2
    order by 1, c.relname = 'job', 2`)
  return rows
}

async function* rowsOf(client: Querying, table: StoredTable): AsyncGenerator<readonly StoredRow[]> {
  const columns = table.columns.map((column) => `${quoted(column)}::text`).join(', ')
  await client.query(`declare stored no scroll cursor for select ${columns} from ${nameOf(table)}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${batchRows} from stored`,
      rowMode: 'array',
    })
    yield rows
    if (rows.length < batchRows) break
  }
  await client.query('close stored')
}

async function refuseUnlessEmpty(pool: pg.Pool): Promise<void> {
  for (const table of await storedTables(pool)) {
    if (table.schema !== 'public') continue
    const { rowCount } = await pool.query(`select from ${nameOf(table)} limit 1`)
    if (rowCount !== 0)
      throw new BackupError(`The database is not empty: ${table.name} has rows. Nothing was restored.`)
  }
}

/** Brings an empty database to the state of the backup, so that its rows fit. */
async function migrateTo(pool: pg.Pool, wanted: readonly Applied[]): Promise<void> {
  const known = readMigrations(migrationsFolder)
  for (const [index, { name, checksum }] of wanted.entries()) {
    if (known[index]?.name === name && known[index].checksum === checksum) continue
    throw new BackupError(
      `The backup was made by another version of the program: ${name} is not known here as it was there`,
    )
  }
  await migrate(pool, migrationsFolder, wanted.at(-1)?.name)
  const { rows } = await pool.query<{ count: number }>('select count(*) as count from migration')
  if (rows[0]?.count !== wanted.length) {
    throw new BackupError(
      'The database was migrated further than the backup: restore it into a new database.',
    )
  }
}

async function queueVersion(client: Querying): Promise<number | null> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('pgboss.version') is not null as there`,
  )
  if (!there.rows[0]?.there) return null
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version')
  return rows[0]?.version ?? null
}

/** Takes the foreign keys away, so that tables may come in any order; what it returns puts and checks them again. */
async function untieTables(client: Querying): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return async () => {
    for (const { table, name, definition } of rows) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    }
  }
}

async function insertRows(client: Querying, table: StoredTable, rows: readonly StoredRow[]): Promise<void> {
  const types = await columnTypes(client, table)
  const columns = table.columns.map(quoted)
  const given = columns.map((_, index) => `$${index + 1}::text[]`)
  const cast = columns.map((column) => `${column}::${types.get(column)}`)
  await client.query(
    `insert into ${nameOf(table)} (${columns.join(', ')}) overriding system value
      select ${cast.join(', ')} from unnest(${given.join(', ')}) as given (${columns.join(', ')})
      ${table.schema === 'pgboss' ? 'on conflict do nothing' : ''}`,
    table.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  )
}

async function columnTypes(client: Querying, table: StoredTable): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ column: string; type: string }>(
    `select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [nameOf(table)],
  )
  return new Map(rows.map(({ column, type }) => [quoted(column), type]))
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const nameOf = ({ schema, name }: StoredTable) => `${quoted(schema)}.${quoted(name)}`
