/** Takes everything out of a database again that was put into it since it was migrated. */
import type pg from 'pg'

export type EmptyDatabase = {
  /** Of all tables, columns, indexes and constraints; there are no sequences. */
  readonly shape: string
  /** The tables that are not empty after the migrations, with their rows. */
  readonly filled: ReadonlyMap<string, string>
}

type Querying = Pick<pg.ClientBase, 'query'>

export async function rememberEmpty(pool: pg.Pool): Promise<EmptyDatabase> {
  const filled = new Map<string, string>()
  for (const table of await filledTables(pool)) filled.set(table, await rowsOf(pool, table))
  return { shape: await shapeOf(pool), filled }
}

/** Whether the database is again as it was. Not where its shape has changed, nor on a server where we may not. */
export async function emptyAgain(pool: pg.Pool, { shape, filled }: EmptyDatabase): Promise<boolean> {
  if ((await shapeOf(pool)) !== shape || !(await mayEmpty(pool))) return false
  const tables = await filledTables(pool)
  const emptied: string[] = []
  const client = await pool.connect()
  try {
    // Without foreign keys: everything goes, in whatever order.
    await client.query('begin; set local session_replication_role = replica')
    for (const table of tables) {
      const rows = filled.get(table)
      if (rows !== undefined && (await rowsOf(client, table)) === rows) continue
      await client.query(`delete from ${table}`)
      if (rows !== undefined) await fill(client, table, rows)
      emptied.push(table)
    }
    await client.query('commit; select pg_advisory_unlock_all()')
    // Else every later query walks over what has been deleted.
    if (emptied.length > 0) await client.query(`vacuum ${emptied.join(', ')}`)
    return true
  } finally {
    client.release()
  }
}

const ours = `relnamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))`

/** Foreign keys are set aside, which takes a superuser. */
async function mayEmpty(querying: Querying): Promise<boolean> {
  const { rows } = await querying.query<{ may: boolean }>(
    'select rolsuper as may from pg_roles where rolname = current_user',
  )
  return rows[0]?.may ?? false
}

async function shapeOf(querying: Querying): Promise<string> {
  const { rows } = await querying.query<{ shape: string }>(`
    select concat(
      (select md5(string_agg(concat(oid, relname, relnatts), ',' order by oid)) from pg_class where ${ours}),
      (select md5(string_agg(concat(oid, conname), ',' order by oid)) from pg_constraint)) as shape`)
  return rows[0]!.shape
}

async function filledTables(querying: Querying): Promise<readonly string[]> {
  const { rows } = await querying.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class
    where ${ours} and relkind = 'r' and pg_relation_size(oid) > 0 order by oid`)
  return rows.map(({ name }) => name)
}

async function rowsOf(querying: Querying, table: string): Promise<string> {
  const { rows } = await querying.query<{ rows: string }>(
    `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)), '[]')::text as rows from ${table} t`,
  )
  return rows[0]!.rows
}

async function fill(querying: Querying, table: string, rows: string): Promise<void> {
  await querying.query(
    `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [rows],
  )
}
