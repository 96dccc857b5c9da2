import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ContactState, EventKind } from '../contract.ts'

type Move = {
  readonly editionId: string
  readonly from: ContactState
  readonly to: ContactState
  readonly kind: EventKind
  readonly at: Date
}

/** Moves every contact of an edition that is in one state to another, with an event for each. */
export async function moveAll(
  { organisationId, personId }: Scope,
  trx: Db,
  { editionId, from, to, kind, at }: Move,
): Promise<void> {
  await sql`
    with moved as (
      update contact set state = ${to}, due_at = null, changed_at = ${at}
      where organisation_id = ${organisationId} and edition_id = ${editionId} and state = ${from}
      returning contact_id
    )
    insert into contact_event (organisation_id, edition_id, contact_id, event_id, kind, at, recorded_at, person_id, detail)
    select ${organisationId}::uuid, ${editionId}::uuid, contact_id, gen_random_uuid(), ${kind}, ${at}, ${at}, ${personId}::uuid, '{}'
    from moved
  `.execute(trx)
}
