/**
 * The database's door: one driver (pg) and one dialect for both the embedded store and a PostgreSQL server,
 * so that every query is written and tested once.
 */
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Config } from '../config/index.ts'
import { openEmbedded } from './embedded.ts'
import { openServerPool } from './pool.ts'

export { FolderInUse } from './folder-lock.ts'
export { type Applied, MigrationError, migrate } from './migrate.ts'
export { refreshStatistics } from './statistics.ts'
export { inTransaction } from './transaction.ts'

/**
 * The tables of the database. Each feature adds its own in its store files:
 * `declare module '../../platform/database/index.ts' { interface Tables { edition: EditionTable } }`.
 */
export interface Tables {
  job_progress: JobProgressTable
}

type JobProgressTable = {
  job_id: string
  name: string
  organisation_id: string | null
  fraction: number
  note: string | null
  cancel_requested: boolean
  updated_at: Date
}

export type Db = Kysely<Tables>

export type OpenDatabase = {
  readonly db: Db
  readonly pool: pg.Pool
  readonly kind: 'embedded' | 'server'
  /** For tools of the same machine; in embedded mode a Unix socket that only the owner can reach. */
  readonly connectionString: string
  /** Waits for running queries, then closes. Later calls wait for the same closing. */
  close(): Promise<void>
}

/**
 * Opens the PostgreSQL server of `databaseUrl`, or without one the embedded store in `dataFolder`.
 *
 * @throws FolderInUse when another living process has the data folder
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'> & Partial<Config>,
): Promise<OpenDatabase> {
  if (config.databaseUrl === undefined) {
    const store = await openEmbedded({ dataFolder: config.dataFolder })
    return openOver(store.pool, {
      kind: 'embedded',
      connectionString: store.connectionString,
      close: store.close,
    })
  }
  const pool = await openServerPool(config.databaseUrl, config.databasePool ?? 10)
  return openOver(pool, {
    kind: 'server',
    connectionString: config.databaseUrl,
    close: () => pool.end(),
  })
}

/** An open database over a pool that is already there. */
export function openOver(pool: pg.Pool, rest: Omit<OpenDatabase, 'db' | 'pool'>): OpenDatabase {
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | undefined
  return {
    ...rest,
    db,
    pool,
    close: () => {
      closing ??= rest.close()
      return closing
    },
  }
}
