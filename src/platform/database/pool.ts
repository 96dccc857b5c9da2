import pg from 'pg'
import { AppError } from '../../kernel/errors.ts'
import { refuseInsideTransaction } from './transaction.ts'
import { valueParsers } from './value-parsers.ts'

const secondsToMs = 1000

/** Connections to a PostgreSQL server, checked by a first query. @throws the driver's error when it is not reachable */
export async function openServerPool(connectionString: string, max: number): Promise<pg.Pool> {
  const pool = guardedPool({
    connectionString,
    max,
    connectionTimeoutMillis: 10 * secondsToMs,
    idleTimeoutMillis: 30 * secondsToMs,
    statement_timeout: 60 * secondsToMs,
    idle_in_transaction_session_timeout: 60 * secondsToMs,
  })
  try {
    await refuseOldServer(pool)
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  const version = rows[0]?.version ?? 0
  if (version < 150_000) throw new Error(`PostgreSQL 15 or newer is needed; this server is ${version}`)
}

/**
 * The one connection to the embedded store. More would not be faster (it runs one query at a time), and not
 * be safe: its socket server takes the messages of a long statement apart, and between two of them another
 * connection's statement can take its place. The test of the embedded store shows it.
 */
export function embeddedPool(socketFolder: string): pg.Pool {
  return guardedPool({
    host: socketFolder,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 60 * secondsToMs,
  })
}

/** A pool that refuses to be used from inside a transaction, and says "overloaded" when it stays full. */
export function guardedPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'lyttepost',
    ...options,
    types: valueParsers,
    onConnect: useUtc,
  })
  // An idle connection that the server closes is replaced at the next use; without a listener it would end us.
  pool.on('error', () => undefined)
  const connect = pool.connect.bind(pool)
  pool.connect = ((callback?: ConnectCallback) => {
    refuseInsideTransaction()
    if (callback) return connect((error, client, done) => callback(asOverloaded(error), client, done))
    return connect().catch((error: Error) => Promise.reject(asOverloaded(error)))
  }) as typeof pool.connect
  return pool
}

/** Days and hours are worked out in the time zone that a query names, never in the server's own. */
async function useUtc(client: pg.ClientBase): Promise<void> {
  await client.query(`set time zone 'UTC'`)
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: boolean | Error) => void,
) => void

/** The pool's own waiting time has no code to know it by, only its sentence. */
function asOverloaded<E extends Error | undefined>(error: E): E | AppError {
  return error?.message === 'timeout exceeded when trying to connect' ? new AppError('overloaded') : error
}
