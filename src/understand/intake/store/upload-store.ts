/** Files on their way in, in sealed parts. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

export type Upload = {
  readonly uploadId: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly parts: number
}

export async function insertUpload(scope: Scope, db: Db, upload: Upload, now: Date): Promise<void> {
  await db
    .insertInto('intake_upload')
    .values({
      organisation_id: scope.organisationId,
      upload_id: upload.uploadId,
      person_id: scope.personId,
      file_name: upload.fileName,
      size_bytes: upload.sizeBytes,
      parts: upload.parts,
      created_at: now,
    })
    .execute()
}

export async function findUpload(scope: Scope, db: Db, uploadId: string): Promise<Upload | undefined> {
  const row = await db
    .selectFrom('intake_upload')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
  return (
    row && {
      uploadId: row.upload_id,
      fileName: row.file_name,
      sizeBytes: row.size_bytes,
      parts: row.parts,
    }
  )
}

export type UploadPart = { readonly uploadId: string; readonly number: number; readonly sealed: Buffer }

/** A part that is sent again takes the place of the one before. */
export async function savePart(scope: Scope, db: Db, part: UploadPart): Promise<void> {
  await db
    .insertInto('intake_upload_part')
    .values({
      organisation_id: scope.organisationId,
      upload_id: part.uploadId,
      part_number: part.number,
      bytes: part.sealed,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'upload_id', 'part_number'])
        .doUpdateSet((row) => ({ bytes: row.ref('excluded.bytes') })),
    )
    .execute()
}

/** The numbers of the parts that are there. */
export async function partsThere(scope: Scope, db: Db, uploadId: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('intake_upload_part')
    .select('part_number')
    .where('organisation_id', '=', scope.organisationId)
    .where('upload_id', '=', uploadId)
    .orderBy('part_number')
    .execute()
  return rows.map((row) => row.part_number)
}

export async function readPart(scope: Scope, db: Db, uploadId: string, number: number) {
  const row = await db
    .selectFrom('intake_upload_part')
    .select('bytes')
    .where('organisation_id', '=', scope.organisationId)
    .where('upload_id', '=', uploadId)
    .where('part_number', '=', number)
    .executeTakeFirst()
  return row?.bytes
}

export async function deleteUpload(scope: Scope, db: Db, uploadId: string): Promise<void> {
  await db
    .deleteFrom('intake_upload')
    .where('organisation_id', '=', scope.organisationId)
    .where('upload_id', '=', uploadId)
    .execute()
}

/** Uploads of whatever organisation that nobody has finished. */
export async function forgetOldUploads(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('intake_upload').where('created_at', '<', before).execute()
}
