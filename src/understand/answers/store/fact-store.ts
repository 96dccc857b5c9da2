/** Facts that several answers share. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { FactKind } from '../rules/answer-words.ts'
import type { SharedFacts } from '../rules/text/fact-mark.ts'
import '../tables.ts'

export type StoredFact = {
  readonly factId: string
  readonly name: string
  readonly kind: FactKind
  readonly value: string
  readonly changedAt: Date
  readonly changedBy: string | null
}

export async function listFacts(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
): Promise<readonly StoredFact[]> {
  return db
    .selectFrom('answer_fact as f')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'f.organisation_id')
        .onRef('person.person_id', '=', 'f.changed_by'),
    )
    .select([
      'f.fact_id as factId',
      'f.name',
      'f.kind',
      'f.value',
      'f.changed_at as changedAt',
      'person.name as changedBy',
    ])
    .where('f.organisation_id', '=', organisationId)
    .orderBy('f.name')
    .execute()
}

export async function loadShared(scope: Pick<Scope, 'organisationId'>, db: Db): Promise<SharedFacts> {
  const facts = await listFacts(scope, db)
  return new Map(facts.map(({ name, kind, value }) => [name, { kind, value }]))
}

export async function upsertFact(
  { organisationId, personId }: Scope,
  trx: Db,
  fact: {
    readonly factId: string
    readonly name: string
    readonly kind: FactKind
    readonly value: string
    readonly at: Date
  },
): Promise<void> {
  const changed = { kind: fact.kind, value: fact.value, changed_at: fact.at, changed_by: personId }
  await trx
    .insertInto('answer_fact')
    .values({ organisation_id: organisationId, fact_id: fact.factId, name: fact.name, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'name']).doUpdateSet(changed))
    .execute()
}
