/**
 * A database that is lent to one test file after another. Opening one costs a second of processor and each begins
 * cold, so that what comes back is emptied to what it was at first, and lent again. One whose shape has changed
 * meanwhile is closed for good.
 */
import type pg from 'pg'
import { type OpenDatabase, openOver } from '../../src/platform/database/index.ts'
import { freshDatabase } from './database.ts'
import { type EmptyDatabase, emptyAgain, rememberEmpty } from './empty-database.ts'

type Kept = { readonly database: OpenDatabase; readonly empty: EmptyDatabase }

const shelf: Kept[] = []
/** A file has one server at a time, and sometimes a second one beside it. */
const mostKept = 2

/** An empty, migrated database that nobody else uses until it is closed. */
export async function lendDatabase(): Promise<OpenDatabase> {
  const kept = shelf.pop() ?? (await open())
  const { pool, giveBack } = lendPool(kept.database.pool)
  const { kind, connectionString } = kept.database
  return openOver(pool, {
    kind,
    connectionString,
    close: async () => {
      giveBack()
      if (shelf.length < mostKept && (await emptyAgain(kept.database.pool, kept.empty))) shelf.push(kept)
      else await kept.database.close()
    },
  })
}

async function open(): Promise<Kept> {
  const database = await freshDatabase()
  return { database, empty: await rememberEmpty(database.pool) }
}

/** The same pool by another door, that closes: what a server still does after its end must not reach the next one. */
function lendPool(pool: pg.Pool): { readonly pool: pg.Pool; readonly giveBack: () => void } {
  let lent = true
  const whileLent = <Call extends (...given: never[]) => unknown>(call: Call) =>
    ((...given) => {
      if (!lent) throw new Error('The database of this test has been given back')
      return call.apply(pool, given)
    }) as Call
  const door: pg.Pool = Object.create(pool, {
    connect: { value: whileLent(pool.connect) },
    query: { value: whileLent(pool.query) },
  })
  return {
    pool: door,
    giveBack: () => {
      lent = false
    },
  }
}
