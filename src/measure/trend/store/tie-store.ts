/** Names that are one centre or one class, and what a person has said about a year. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Judgement } from '../rules/build-series.ts'

export type TieKind = 'participant' | 'class'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    series_link: {
      organisation_id: string
      kind: TieKind
      name_key: string
      name: string
      same_as_key: string
      same_as: string
      linked_at: Date
      linked_by: string
    }
    series_judgement: {
      organisation_id: string
      year: number
      kind: 'break' | 'comparable'
      reason: string
      judged_at: Date
      judged_by: string
    }
  }
}

export type StoredTie = {
  readonly kind: TieKind
  readonly nameKey: string
  readonly name: string
  readonly sameAsKey: string
  readonly sameAs: string
  readonly tiedAt: Date
}

export async function listTies({ organisationId }: Scope, db: Db): Promise<readonly StoredTie[]> {
  const rows = await db
    .selectFrom('series_link')
    .select(['kind', 'name_key', 'name', 'same_as_key', 'same_as', 'linked_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name_key')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    nameKey: row.name_key,
    name: row.name,
    sameAsKey: row.same_as_key,
    sameAs: row.same_as,
    tiedAt: row.linked_at,
  }))
}

export async function insertTie({ organisationId, personId }: Scope, db: Db, tie: StoredTie): Promise<void> {
  await db
    .insertInto('series_link')
    .values({
      organisation_id: organisationId,
      kind: tie.kind,
      name_key: tie.nameKey,
      name: tie.name,
      same_as_key: tie.sameAsKey,
      same_as: tie.sameAs,
      linked_at: tie.tiedAt,
      linked_by: personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type TieName = Pick<StoredTie, 'kind' | 'nameKey' | 'sameAsKey'>

/** Whether it was there. */
export async function deleteTie({ organisationId }: Scope, db: Db, tie: TieName): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('series_link')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', tie.kind)
    .where('name_key', '=', tie.nameKey)
    .where('same_as_key', '=', tie.sameAsKey)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export type StoredJudgement = Judgement & { readonly judgedAt: Date }

export async function listJudgements({ organisationId }: Scope, db: Db): Promise<readonly StoredJudgement[]> {
  const rows = await db
    .selectFrom('series_judgement')
    .select(['year', 'kind', 'reason', 'judged_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('year')
    .execute()
  return rows.map(({ judged_at, ...row }) => ({ ...row, judgedAt: judged_at }))
}

export async function saveJudgement(
  { organisationId, personId }: Scope,
  db: Db,
  { year, kind, reason, judgedAt }: StoredJudgement,
): Promise<void> {
  const values = { kind, reason, judged_at: judgedAt, judged_by: personId }
  await db
    .insertInto('series_judgement')
    .values({ organisation_id: organisationId, year, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'year']).doUpdateSet(values))
    .execute()
}

/** Whether it was there. */
export async function deleteJudgement({ organisationId }: Scope, db: Db, year: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('series_judgement')
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
