import type { OpenDatabase } from '../../src/platform/database/index.ts'

/** Every row of one organisation in every table that has organisations, as text, in a fixed order. */
export async function rowsOf(
  { pool }: Pick<OpenDatabase, 'pool'>,
  organisationId: string,
): Promise<readonly string[]> {
  const tables = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attname = 'organisation_id'
      order by c.relname`,
  )
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const found = await pool.query<{ row: string }>(
      `select $2 || ' ' || to_jsonb(t)::text as row from "${name}" t where organisation_id = $1 order by 1`,
      [organisationId, name],
    )
    rows.push(...found.rows.map(({ row }) => row))
  }
  return rows
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export function uuidsIn(text: string | readonly string[]): ReadonlySet<string> {
  return new Set((typeof text === 'string' ? [text] : text).flatMap((part) => part.match(uuid) ?? []))
}
