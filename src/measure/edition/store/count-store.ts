/** What has come of editions so far, counted over all of Measure in one question to the database. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EditionCounts } from '../contract.ts'

/** `today` decides which planned contacts are late. */
export async function countEdition(
  { organisationId }: Scope,
  db: Db,
  { editionId, today }: { readonly editionId: string; readonly today: string },
): Promise<EditionCounts> {
  const own = sql`organisation_id = ${organisationId} and edition_id = ${editionId}`
  const { rows } = await sql<EditionCounts>`
    select participants, confirmed, "checkedOnce", "checkedTwice", plans, contacts, "handedIn", waiting, approved,
      appealed, late, unassigned, results
    from
      (select count(*) as participants, count(channels_confirmed_at) as confirmed
        from participant where ${own} and withdrawn_at is null) as people,
      (select count(*) filter (where round = 1) as "checkedOnce", count(*) filter (where round = 2) as "checkedTwice"
        from channel_check where ${own}) as checks,
      (select count(*) as plans from plan where ${own}) as plans,
      (select count(*) as contacts,
          count(*) filter (where state in ('submitted', 'returned', 'resubmitted', 'approved', 'appealed', 'final', 'locked')) as "handedIn",
          count(*) filter (where state in ('submitted', 'resubmitted')) as waiting,
          count(*) filter (where state in ('approved', 'appealed', 'final', 'locked')) as approved,
          count(*) filter (where state = 'appealed') as appealed,
          count(*) filter (where state in ('planned', 'assigned') and date < ${today}::date) as late,
          count(*) filter (where state = 'planned' and observer_id is null) as unassigned
        from contact where ${own} and state <> 'excluded') as contacts,
      (select count(*) as results from edition_result where ${own}) as results
  `.execute(db)
  return rows[0]!
}

/** Participants that have not withdrawn, by edition. */
export async function countParticipants(
  { organisationId }: Scope,
  db: Db,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ edition_id: string; count: number }>`
    select edition_id, count(*) as count from participant
    where organisation_id = ${organisationId} and withdrawn_at is null
    group by edition_id
  `.execute(db)
  return new Map(rows.map((row) => [row.edition_id, row.count]))
}

/** The editions in which the person may read a participant's results. */
export async function editionsOfPerson(
  { organisationId, personId }: Scope,
  db: Db,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ edition_id: string }>`
    select distinct edition_id from participant_person
    where organisation_id = ${organisationId} and person_id = ${personId}
  `.execute(db)
  return new Set(rows.map((row) => row.edition_id))
}
