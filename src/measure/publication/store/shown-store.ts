/** From an address to what is open behind it, in one query: every reader of the page asks it. */
import type { Db } from '../../../platform/database/index.ts'
import type { EditionState } from '../../edition/contract.ts'
import type { Licence, PublicationSettings } from '../contract.ts'
import './publication-store.ts'

export type Shown = {
  readonly organisationId: string
  readonly editionId: string
  readonly edition: { readonly state: EditionState }
  readonly settings: Pick<PublicationSettings, 'opensAt'>
  readonly licence: Licence | null
  /** Changes whenever the page could: with the choice, the edition, the results and their corrections. */
  readonly stamp: string
}

export async function findShown(db: Db, address: string): Promise<Shown | undefined> {
  const row = await db
    .selectFrom('public_address as place')
    .innerJoin('publication', (join) =>
      join
        .onRef('publication.organisation_id', '=', 'place.organisation_id')
        .onRef('publication.edition_id', '=', 'place.edition_id'),
    )
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.organisation_id', '=', 'place.organisation_id')
        .onRef('edition.edition_id', '=', 'place.edition_id'),
    )
    .leftJoin('edition_result as result', (join) =>
      join
        .onRef('result.organisation_id', '=', 'place.organisation_id')
        .onRef('result.edition_id', '=', 'place.edition_id'),
    )
    .select(['place.organisation_id', 'place.edition_id', 'edition.state', 'publication.opens_at'])
    .select(['publication.licence', 'publication.changed_at', 'edition.changed_at as edition_changed_at'])
    .select('result.computed_at')
    .where('place.address', '=', address)
    .executeTakeFirst()
  if (!row) return undefined
  const moments = [row.changed_at, row.edition_changed_at, row.computed_at]
  return {
    organisationId: row.organisation_id,
    editionId: row.edition_id,
    edition: { state: row.state },
    settings: { opensAt: row.opens_at?.toISOString() ?? null },
    licence: row.licence,
    stamp: moments.map((moment) => moment?.getTime() ?? 0).join(' '),
  }
}
