/** Files that a participant gives as evidence. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AppealFile } from '../contract.ts'
import '../tables.ts'

type OneAppeal = { readonly editionId: string; readonly appealId: string }

export async function listFiles(
  { organisationId }: Scope,
  db: Db,
  { editionId, appealId }: OneAppeal,
): Promise<readonly AppealFile[]> {
  const rows = await db
    .selectFrom('appeal_file')
    .select(['file_id', 'name', 'media_type', 'bytes'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('appeal_id', '=', appealId)
    .orderBy('added_at')
    .execute()
  return rows.map(({ file_id: fileId, name, media_type: mediaType, bytes }) => ({
    fileId,
    name,
    mediaType,
    bytes,
  }))
}

export async function findFile(
  { organisationId }: Scope,
  db: Db,
  { editionId, appealId, fileId }: OneAppeal & { readonly fileId: string },
) {
  return db
    .selectFrom('appeal_file')
    .select(['name', 'media_type', 'content'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('appeal_id', '=', appealId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
}

export async function insertFile(
  { organisationId, personId }: Scope,
  trx: Db,
  { editionId, appealId }: OneAppeal,
  file: AppealFile & { readonly content: Uint8Array; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('appeal_file')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      appeal_id: appealId,
      file_id: file.fileId,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      content: Buffer.from(file.content),
      added_at: file.at,
      added_by: personId,
    })
    .execute()
}
