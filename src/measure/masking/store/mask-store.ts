/** Masks set and lifted by people. Append-only: the last word about a place counts. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { MaskByHand } from '../rules/mask-texts.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    text_mask: {
      organisation_id: string
      edition_id: string
      contact_id: string
      mask_id: string
      version: number
      field: string
      from_place: number
      to_place: number
      verdict: 'mask' | 'lift'
      made_at: Date
      made_by: string
    }
  }
}

export type StoredMask = MaskByHand & {
  readonly contactId: string
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly person: string | null
}

/** Of some contacts, oldest first. */
export async function listMasks(
  { organisationId }: Scope,
  db: Db,
  { editionId, contactIds }: { readonly editionId: string; readonly contactIds: readonly string[] },
): Promise<readonly StoredMask[]> {
  if (contactIds.length === 0) return []
  const rows = await db
    .selectFrom('text_mask as mask')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'mask.organisation_id')
        .onRef('person.person_id', '=', 'mask.made_by'),
    )
    .select(['mask.contact_id', 'mask.version', 'mask.field', 'mask.from_place', 'mask.to_place'])
    .select(['mask.verdict', 'mask.made_at', 'mask.made_by', 'person.name'])
    .where('mask.organisation_id', '=', organisationId)
    .where('mask.edition_id', '=', editionId)
    .where('mask.contact_id', 'in', [...contactIds])
    .orderBy('mask.made_at')
    .orderBy('mask.mask_id')
    .execute()
  return rows.map((row) => ({
    contactId: row.contact_id,
    version: row.version,
    field: row.field,
    from: row.from_place,
    to: row.to_place,
    verdict: row.verdict,
    madeAt: row.made_at,
    madeBy: row.made_by,
    person: row.name,
  }))
}

type NewMask = MaskByHand & {
  readonly editionId: string
  readonly contactId: string
  readonly maskId: string
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
}

export async function insertMasks(
  { organisationId }: Scope,
  trx: Db,
  masks: readonly NewMask[],
): Promise<void> {
  if (masks.length === 0) return
  await trx
    .insertInto('text_mask')
    .values(
      masks.map((mask) => ({
        organisation_id: organisationId,
        edition_id: mask.editionId,
        contact_id: mask.contactId,
        mask_id: mask.maskId,
        version: mask.version,
        field: mask.field,
        from_place: mask.from,
        to_place: mask.to,
        verdict: mask.verdict,
        made_at: mask.madeAt,
        made_by: mask.madeBy,
      })),
    )
    .execute()
}
