import type { OpenDatabase } from '../../src/platform/database/index.ts'

/**
 * Every row of one organisation in every table that has organisations, in a fixed order: the table, the row's
 * version (another one after any change, even to the same values) and its identifiers. The rest of a row is not
 * read, for methods and results are long and this is asked before and after hundreds of calls.
 */
export async function rowsOf(
  { pool }: Pick<OpenDatabase, 'pool'>,
  organisationId: string,
): Promise<readonly string[]> {
  const tables = await pool.query<{ name: string; identifiers: string }>(
    `select c.relname as name,
        string_agg(quote_ident(a.attname), ', ') filter (where a.attname like '%\\_id') as identifiers
      from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      group by c.relname having bool_or(a.attname = 'organisation_id')`,
  )
  const rows = tables.rows.map(
    ({ name, identifiers }) =>
      `select concat_ws(' ', '${name}', xmin, ctid, ${identifiers}) as row from "${name}" where organisation_id = $1`,
  )
  const found = await pool.query<{ row: string }>(rows.join(' union all '), [organisationId])
  return found.rows.map(({ row }) => row).sort()
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export function uuidsIn(text: string | readonly string[]): ReadonlySet<string> {
  return new Set((typeof text === 'string' ? [text] : text).flatMap((part) => part.match(uuid) ?? []))
}
