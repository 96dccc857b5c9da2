/** What the database believes of its tables: the embedded store never looks by itself, and a server may be late. */
import { sql } from 'kysely'
import type { Db, Tables } from './index.ts'

/** How much of a table may have come or gone before it is looked at anew. */
const mayDiffer = 0.3

/**
 * Looks anew at those of the tables that have grown or shrunk much since the database last did: a plan made for a few
 * rows is very slow over many. Reads sizes only when nothing has changed.
 */
export async function refreshStatistics(db: Db, tables: readonly (keyof Tables)[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where oid = any(${[...tables]}::text[]::regclass[])
      and abs(pg_relation_size(oid) / current_setting('block_size')::int - relpages) > ${mayDiffer}::float8 * relpages`.execute(
    db,
  )
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
}
