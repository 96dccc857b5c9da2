import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Check, Found, Round } from '../contract.ts'
import '../tables.ts'
import type { OneParticipant } from './participant-store.ts'

type StoredCheck = Check & { readonly participantId: string }

function select({ organisationId }: Scope, db: Db, editionId: string) {
  return db
    .selectFrom('channel_check')
    .select(['participant_id', 'round', 'checked_at', 'source', 'outcome', 'found', 'note'])
    .select(sql<boolean>`screenshot is not null`.as('has_screenshot'))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('round')
}

/** The checks of all participants of an edition, the first round first. */
export async function listChecks(scope: Scope, db: Db, editionId: string): Promise<readonly StoredCheck[]> {
  return (await select(scope, db, editionId).execute()).map(toCheck)
}

export async function checksOf(
  scope: Scope,
  db: Db,
  { editionId, participantId }: OneParticipant,
): Promise<readonly StoredCheck[]> {
  return (await select(scope, db, editionId).where('participant_id', '=', participantId).execute()).map(
    toCheck,
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toCheck(row: Row): StoredCheck {
  return {
    participantId: row.participant_id,
    round: row.round as Round,
    checkedAt: row.checked_at.toISOString(),
    source: row.source,
    outcome: row.outcome,
    reason: row.note,
    found: row.found,
    screenshot: row.has_screenshot,
  }
}

export type NewCheck = OneParticipant & {
  readonly round: Round
  readonly checkedAt: Date
  readonly source: string
  readonly outcome: Check['outcome']
  readonly reason: string | null
  readonly found: Found
  readonly screenshot: Buffer | null
}

/** Keeps a check; a new one of the same round takes the place of the old. */
export async function saveCheck({ organisationId }: Scope, db: Db, check: NewCheck): Promise<void> {
  const seen = {
    checked_at: check.checkedAt,
    source: check.source,
    outcome: check.outcome,
    found: check.found,
    note: check.reason,
    screenshot: check.screenshot,
  }
  await db
    .insertInto('channel_check')
    .values({
      organisation_id: organisationId,
      edition_id: check.editionId,
      participant_id: check.participantId,
      round: check.round,
      ...seen,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'edition_id', 'participant_id', 'round']).doUpdateSet(seen),
    )
    .execute()
}

export async function findScreenshot(
  { organisationId }: Scope,
  db: Db,
  { editionId, participantId, round }: OneParticipant & { readonly round: number },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('channel_check')
    .select('screenshot')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('participant_id', '=', participantId)
    .where('round', '=', round)
    .executeTakeFirst()
  return row?.screenshot ?? undefined
}
