/** Writes whole lists of rows at once; what is in them was made by the product's own rules. */
import type { Insertable } from 'kysely'
import type { Db, Tables } from '../platform/database/index.ts'

/** PostgreSQL takes 65,535 parameters in a statement. */
const parameters = 60_000

/** `rows` all have the same columns. */
export async function insertRows<Name extends keyof Tables>(
  trx: Db,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const size = Math.floor(parameters / Object.keys(first).length)
  for (let from = 0; from < rows.length; from += size)
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + size))
      .execute()
}
