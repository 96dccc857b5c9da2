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
  const text = await questionFor(pool)
  // With a name the database plans the question once: it is long, and planning it is most of its cost.
  const found = await pool.query<{ row: string }>({ name: 'rows-of', text, values: [organisationId] })
  return found.rows.map(({ row }) => row).sort()
}

type Pool = OpenDatabase['pool']

const questions = new WeakMap<Pool, Promise<string>>()

function questionFor(pool: Pool): Promise<string> {
  const question = questions.get(pool) ?? writeQuestion(pool)
  questions.set(pool, question)
  return question
}

async function writeQuestion(pool: Pool): Promise<string> {
  const tables = await pool.query<{ name: string; identifiers: string }>(
    `select c.relname as name,
        string_agg(quote_ident(a.attname), ', ') filter (where a.attname like '%\\_id') as identifiers
      from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      group by c.relname having bool_or(a.attname = 'organisation_id')`,
  )
  return tables.rows
    .map(
      ({ name, identifiers }) =>
        `select concat_ws(' ', '${name}', xmin, ctid, ${identifiers}) as row from "${name}" where organisation_id = $1`,
    )
    .join(' union all ')
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export function uuidsIn(text: string | readonly string[]): ReadonlySet<string> {
  return new Set((typeof text === 'string' ? [text] : text).flatMap((part) => part.match(uuid) ?? []))
}
