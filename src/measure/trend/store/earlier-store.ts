/** Results of editions from before the product, and the names of those who have taken part since. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EarlierFigure } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    earlier_figure: {
      organisation_id: string
      year: number
      edition: string
      class: string
      participant: string
      figure: string
      value: number
      n: number | null
      low: number | null
      high: number | null
      imported_at: Date
    }
  }
}

export async function listEarlier({ organisationId }: Scope, db: Db): Promise<readonly EarlierFigure[]> {
  return db
    .selectFrom('earlier_figure')
    .select(['edition', 'year', 'class', 'participant', 'figure', 'value', 'n', 'low', 'high'])
    .where('organisation_id', '=', organisationId)
    .orderBy('year')
    .orderBy('edition')
    .orderBy('class')
    .orderBy('participant')
    .orderBy('figure')
    .execute()
}

/** Adds what is new and overwrites what is there already. */
export async function saveEarlier(
  { organisationId }: Scope,
  db: Db,
  { figures, now }: { readonly figures: readonly EarlierFigure[]; readonly now: Date },
): Promise<void> {
  if (figures.length === 0) return
  const rows = figures.map(({ edition, year, class: group, participant, figure, value, n, low, high }) => ({
    organisation_id: organisationId,
    year,
    edition,
    class: group,
    participant,
    figure,
    value,
    n,
    low,
    high,
    imported_at: now,
  }))
  await sql`
    insert into earlier_figure
    select * from jsonb_populate_recordset(null::earlier_figure, ${JSON.stringify(rows)}::jsonb)
    on conflict (organisation_id, year, edition, class, participant, figure)
    do update set value = excluded.value, n = excluded.n, low = excluded.low, high = excluded.high,
      imported_at = excluded.imported_at
  `.execute(db)
}

export async function deleteEarlier(
  { organisationId }: Scope,
  db: Db,
  { year, edition }: { readonly year: number; readonly edition: string },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('earlier_figure')
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export type NamedInEdition = {
  readonly editionId: string
  readonly participantId: string
  readonly name: string
  readonly class: string
}

/** Everybody who takes or took part, in every edition; withdrawn ones are left out. */
export async function listNamed({ organisationId }: Scope, db: Db): Promise<readonly NamedInEdition[]> {
  const rows = await db
    .selectFrom('participant')
    .select(['edition_id', 'participant_id', 'name', 'class'])
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    editionId: row.edition_id,
    participantId: row.participant_id,
    name: row.name,
    class: row.class,
  }))
}
