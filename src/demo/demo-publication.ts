/** The published edition is public: an open list, and open data that anybody may use. */
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { insertRows } from './demo-store.ts'

type Announced = {
  readonly editionId: string
  /** The year of the edition, which stands in the address. */
  readonly year: string
  readonly publishedAt: Date
}

/** Announced two hours after the participants have got their results. */
export async function insertPublication(
  trx: Db,
  { organisationId, scopes }: DemoOrganisation,
  { editionId, year, publishedAt }: Announced,
): Promise<void> {
  const address = `lyttemaalingen-${year}`
  const tenant = { organisation_id: organisationId, edition_id: editionId }
  const opensAt = new Date(publishedAt.getTime() + 2 * 3600_000)
  await insertRows(trx, 'publication', [
    {
      ...tenant,
      address,
      listing: 'open',
      names_all: false,
      licence: 'CC-BY-4.0',
      opens_at: opensAt,
      changed_at: publishedAt,
      changed_by: scopes.organiser.personId,
    },
  ])
  await insertRows(trx, 'public_address', [
    { ...tenant, address },
    { ...tenant, address: editionId },
  ])
}
