/** A file on its way in, part after part, so that no request is long and a lost one is only sent again. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { IntakeContext } from '../context.ts'
import { partBytes } from '../contract.ts'
import {
  deleteUpload,
  findUpload,
  insertUpload,
  partsThere,
  savePart,
  type Upload,
} from '../store/upload-store.ts'
import { partPurpose } from './file-of-upload.ts'

type Begun = { readonly fileName: string; readonly sizeBytes: number }

export async function beginUpload({ scope, db, now }: IntakeContext, { fileName, sizeBytes }: Begun) {
  const uploadId = newId(now.getTime())
  const upload = { uploadId, fileName, sizeBytes, parts: Math.ceil(sizeBytes / partBytes) }
  await insertUpload(scope, db, upload, now)
  return { ...upload, there: [] }
}

type Part = { readonly uploadId: string; readonly number: number; readonly part: File }

/** @throws AppError not-found · invalid-input for a part that is not as large as it must be */
export async function takePart(context: IntakeContext, { uploadId, number, part }: Part) {
  const { scope, db, seals } = context
  const upload = await uploadOf(context, uploadId)
  const last = upload.parts - 1
  const due = number === last ? upload.sizeBytes - last * partBytes : partBytes
  if (number > last || part.size !== due) {
    throw new AppError('invalid-input', {}, [{ code: 'part-size', path: 'part', params: { due } }])
  }
  const bytes = new Uint8Array(await part.arrayBuffer())
  const sealed = seals.seal(bytes, partPurpose(scope.organisationId, uploadId, number))
  await savePart(scope, db, { uploadId, number, sealed })
  return {}
}

/** @throws AppError not-found */
export async function readUpload(context: IntakeContext, { uploadId }: { readonly uploadId: string }) {
  const upload = await uploadOf(context, uploadId)
  return { ...upload, there: [...(await partsThere(context.scope, context.db, uploadId))] }
}

/** Nothing is kept of it. A file that is being read is kept until it has been. @throws AppError not-found */
export async function discardUpload(context: IntakeContext, { uploadId }: { readonly uploadId: string }) {
  return inTransaction(context.db, async (trx) => {
    if (!(await findUpload(context.scope, trx, uploadId))) throw new AppError('not-found')
    await deleteUpload(context.scope, trx, uploadId)
    return {}
  })
}

/** @throws AppError not-found */
export async function uploadOf({ scope, db }: IntakeContext, uploadId: string): Promise<Upload> {
  const upload = await findUpload(scope, db, uploadId)
  if (!upload) throw new AppError('not-found')
  return upload
}

/** A file whose parts are all there. @throws AppError not-found · upload-incomplete */
export async function wholeUploadOf(context: IntakeContext, uploadId: string): Promise<Upload> {
  const upload = await uploadOf(context, uploadId)
  const there = await partsThere(context.scope, context.db, uploadId)
  if (there.length < upload.parts) {
    throw new AppError('upload-incomplete', { there: there.length, parts: upload.parts })
  }
  return upload
}
