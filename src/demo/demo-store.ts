/** Writes whole lists of rows at once; what is in them was made by the product's own rules. */
import { type Insertable, sql } from 'kysely'
import type { Db, Tables } from '../platform/database/index.ts'

/** A row as it is written, of a table by its name. */
export type DemoRow<Name extends keyof Tables> = Insertable<Tables[Name]>

const rowsAtOnce = 2000

/** Each statement carries its rows as one JSON value, which is much faster than a parameter for each cell. */
export async function insertRows<Name extends keyof Tables>(
  trx: Db,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = JSON.stringify(rows.slice(from, from + rowsAtOnce))
    const name = sql.table(table)
    await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${values}::json)`.execute(
      trx,
    )
  }
}
