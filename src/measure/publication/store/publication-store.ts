/** What of each edition is public. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Licence, Listing, PublicationSettings } from '../contract.ts'
import type { Relationship } from '../rules/public-edition.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    publication: {
      organisation_id: string
      edition_id: string
      address: string
      listing: Listing
      names_all: boolean
      licence: Licence | null
      opens_at: Date | null
      changed_at: Date
      changed_by: string | null
    }
    public_address: { address: string; organisation_id: string; edition_id: string }
  }
}

export type Publication = PublicationSettings & {
  readonly address: string
  readonly changedAt: Date
}

export async function findPublication(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
  editionId: string,
): Promise<Publication | undefined> {
  const row = await db
    .selectFrom('publication')
    .select(['address', 'listing', 'names_all', 'licence', 'opens_at', 'changed_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  return (
    row && {
      address: row.address,
      listing: row.listing,
      namesAll: row.names_all,
      licence: row.licence,
      opensAt: row.opens_at?.toISOString() ?? null,
      changedAt: row.changed_at,
    }
  )
}

export async function savePublication(
  { organisationId, personId }: Scope,
  db: Db,
  {
    editionId,
    address,
    now,
    ...settings
  }: PublicationSettings & {
    readonly editionId: string
    readonly address: string
    readonly now: Date
  },
): Promise<void> {
  const values = {
    listing: settings.listing,
    names_all: settings.namesAll,
    licence: settings.licence,
    opens_at: settings.opensAt === null ? null : new Date(settings.opensAt),
    changed_at: now,
    changed_by: personId,
  }
  await db
    .insertInto('publication')
    .values({ organisation_id: organisationId, edition_id: editionId, address, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'edition_id']).doUpdateSet(values))
    .execute()
}

export type PublicPlace = { readonly organisationId: string; readonly editionId: string }

/** Whose an address is, before anything of the organisation is known. */
export async function findAddress(db: Db, address: string): Promise<PublicPlace | undefined> {
  const row = await db
    .selectFrom('public_address')
    .select(['organisation_id', 'edition_id'])
    .where('address', '=', address)
    .executeTakeFirst()
  return row && { organisationId: row.organisation_id, editionId: row.edition_id }
}

/** Takes an address for an edition; false when another edition of the house has it. */
export async function takeAddress(
  { organisationId }: Scope,
  db: Db,
  { editionId, address }: { readonly editionId: string; readonly address: string },
): Promise<boolean> {
  await db
    .insertInto('public_address')
    .values({ address, organisation_id: organisationId, edition_id: editionId })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute()
  const holder = await findAddress(db, address)
  return holder?.organisationId === organisationId && holder.editionId === editionId
}

export type PublicParticipant = {
  readonly participantId: string
  readonly name: string
  readonly relationship: Relationship
}

export async function listRelationships(
  { organisationId }: Pick<Scope, 'organisationId'>,
  db: Db,
  editionId: string,
): Promise<readonly PublicParticipant[]> {
  const rows = await db
    .selectFrom('participant')
    .select(['participant_id', 'name', 'relationship'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    participantId: row.participant_id,
    name: row.name,
    relationship: row.relationship,
  }))
}
