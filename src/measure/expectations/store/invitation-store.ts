/** Who is invited to a survey, and whether they have answered: never what. */
import { sql } from 'kysely'
import type { Language } from '../../../kernel/localized.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    expectation_invitation: {
      organisation_id: string
      edition_id: string
      person_id: string
      answered: boolean
    }
  }
}

export type Invitee = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

type InEdition = { readonly editionId: string }

/** Everybody who can be asked: active people who observe. */
export async function listObservingPeople({ organisationId }: Scope, db: Db): Promise<readonly Invitee[]> {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name', 'email', 'language'])
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .where(sql<boolean>`'observer' = any(roles)`)
    .execute()
  return rows
    .map(({ person_id: personId, ...rest }) => ({ personId, ...rest }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
}

/** In the order of their ids, so that the order of the rows says nothing. */
export async function insertInvitations(
  { organisationId }: Scope,
  db: Db,
  { editionId, people }: InEdition & { readonly people: readonly string[] },
): Promise<void> {
  await db
    .insertInto('expectation_invitation')
    .values(
      people.toSorted().map((personId) => ({
        organisation_id: organisationId,
        edition_id: editionId,
        person_id: personId,
        answered: false,
      })),
    )
    .execute()
}

export async function countInvitations(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<{ readonly invited: number; readonly answered: number }> {
  const row = await db
    .selectFrom('expectation_invitation')
    .select(({ fn }) => [
      fn.countAll<number>().as('invited'),
      fn.countAll<number>().filterWhere('answered', '=', true).as('answered'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return row
}

export async function listInvited(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('expectation_invitation')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Where a reminder goes; the list is used for letters and shown to nobody. */
export async function listUnanswered(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<readonly Invitee[]> {
  const rows = await db
    .selectFrom('expectation_invitation as invitation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'invitation.organisation_id')
        .onRef('person.person_id', '=', 'invitation.person_id'),
    )
    .select(['person.person_id', 'person.name', 'person.email', 'person.language'])
    .where('invitation.organisation_id', '=', organisationId)
    .where('invitation.edition_id', '=', editionId)
    .where('invitation.answered', '=', false)
    .where('person.active', '=', true)
    .execute()
  return rows.map(({ person_id: personId, ...rest }) => ({ personId, ...rest }))
}

/** The signed-in person's own invitations: edition → whether answered. */
export async function myInvitations(
  { organisationId, personId }: Scope,
  db: Db,
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db
    .selectFrom('expectation_invitation')
    .select(['edition_id', 'answered'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map((row) => [row.edition_id, row.answered]))
}

export async function markAnswered(
  { organisationId, personId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<void> {
  await db
    .updateTable('expectation_invitation')
    .set({ answered: true })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .execute()
}
