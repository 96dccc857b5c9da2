/** Recruitment: the profile, what makes the employer attractive, and advertisements with their counts. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Ad, RecruitmentProfile } from '../contract.ts'
import type { Attraction, AttractionState } from '../rules/recruitment.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export async function findProfile({ organisationId }: Tenant, db: Db): Promise<RecruitmentProfile> {
  const row = await db
    .selectFrom('plan_recruitment_profile')
    .select(['does', 'needs', 'offers'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ?? { does: '', needs: '', offers: '' }
}

export async function saveProfileRow(
  { organisationId, personId }: Scope,
  trx: Db,
  { now, ...profile }: RecruitmentProfile & { readonly now: Date },
): Promise<void> {
  const changed = { ...profile, changed_at: now, changed_by: personId }
  await trx
    .insertInto('plan_recruitment_profile')
    .values({ organisation_id: organisationId, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id']).doUpdateSet(changed))
    .execute()
}

export function listAttractions({ organisationId }: Tenant, db: Db) {
  return db
    .selectFrom('plan_recruitment_attraction')
    .select(['attraction', 'state', 'note'])
    .where('organisation_id', '=', organisationId)
    .execute()
}

export async function saveAttraction(
  { organisationId, personId }: Scope,
  trx: Db,
  said: {
    readonly attraction: Attraction
    readonly state: AttractionState
    readonly note: string
    readonly now: Date
  },
): Promise<void> {
  const changed = { state: said.state, note: said.note, changed_at: said.now, changed_by: personId }
  await trx
    .insertInto('plan_recruitment_attraction')
    .values({ organisation_id: organisationId, attraction: said.attraction, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'attraction']).doUpdateSet(changed))
    .execute()
}

/** The newest first. */
export function listAds({ organisationId }: Tenant, db: Db): Promise<Ad[]> {
  return db
    .selectFrom('plan_recruitment_ad')
    .select([
      'ad_id as adId',
      'title',
      'channel',
      'published_on as publishedOn',
      'positions',
      'cost',
      'applicants',
      'interviewed',
      'offered',
      'hired',
      'here6',
      'here12',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('published_on', 'desc')
    .orderBy('ad_id')
    .execute()
}

export async function saveAdRow(
  { organisationId, personId }: Scope,
  trx: Db,
  { adId, publishedOn, now, ...fields }: Ad & { readonly now: Date },
): Promise<void> {
  const changed = { ...fields, published_on: publishedOn, changed_at: now, changed_by: personId }
  await trx
    .insertInto('plan_recruitment_ad')
    .values({ organisation_id: organisationId, ad_id: adId, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'ad_id']).doUpdateSet(changed))
    .execute()
}

export async function deleteAd({ organisationId }: Tenant, trx: Db, adId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('plan_recruitment_ad')
    .where('organisation_id', '=', organisationId)
    .where('ad_id', '=', adId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
