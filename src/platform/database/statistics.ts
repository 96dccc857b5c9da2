/** What the database believes of its tables: the embedded store never looks by itself, and a server may be late. */
import { sql } from 'kysely'
import type { Db, Tables } from './index.ts'

/** How much of a table may have come or gone before it is looked at anew. */
const mayDiffer = 0.3

/**
 * Looks anew at those of the tables, all of them when none are named, that have grown or shrunk much since the
 * database last did: a plan made for a few rows is very slow over many. Reads sizes only when nothing has changed.
 */
export async function refreshStatistics(db: Db, tables?: readonly (keyof Tables)[]): Promise<void> {
  const named = tables
    ? sql`oid = any(${[...tables]}::text[]::regclass[])`
    : sql`relkind = 'r' and relnamespace = current_schema()::regnamespace`
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where ${named}
      and abs(pg_relation_size(oid) / current_setting('block_size')::int - relpages) > ${mayDiffer}::float8 * relpages
    order by relname`.execute(db)
  // One at a time, so that whoever asks for something in between waits for one table and not for all.
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
}

/**
 * Keeps what the embedded store believes of its tables near the truth: at once, and again every ten minutes.
 *
 * @returns stops it, and waits for what has begun
 */
export function keepStatistics(db: Db, onError: (error: unknown) => void): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  const look = () => {
    last = last.then(() => refreshStatistics(db)).catch(onError)
  }
  look()
  const ticking = setInterval(look, 10 * 60_000).unref()
  return async () => {
    clearInterval(ticking)
    await last
  }
}
