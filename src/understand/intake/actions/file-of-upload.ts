import { createHash } from 'node:crypto'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Seals } from '../../../platform/seal/index.ts'
import { readPart, type Upload } from '../store/upload-store.ts'

/** Under what a part of an upload is sealed. */
export const partPurpose = (organisationId: string, uploadId: string, number: number): string =>
  `intake upload ${organisationId} ${uploadId} ${number}`

export type FileRead = {
  /** Its bytes from the beginning, each time anew. */
  readonly open: () => AsyncGenerator<Uint8Array, void, undefined>
  /** From 0 to 1. */
  readonly fraction: () => number
  /** SHA-256 of what was read since it was last opened, in base64url. Ask once, at the end. */
  readonly hash: () => string
}

type Where = { readonly db: Db; readonly seals: Seals }

/** The bytes of an uploaded file, part after part: never more of it in memory than one part. */
export function fileOfUpload(scope: Scope, { db, seals }: Where, upload: Upload): FileRead {
  let hash = createHash('sha256')
  let read = 0
  async function* open() {
    hash = createHash('sha256')
    read = 0
    for (let number = 0; number < upload.parts; number++) {
      const sealed = await readPart(scope, db, upload.uploadId, number)
      if (!sealed) throw new Error(`part ${number} of the upload is gone`)
      const part = seals.open(sealed, partPurpose(scope.organisationId, upload.uploadId, number))
      hash.update(part)
      // In pieces, so that a reader never has to hold a whole part as text.
      for (let from = 0; from < part.length; from += pieceSize) {
        const piece = part.subarray(from, from + pieceSize)
        read += piece.length
        yield piece
      }
    }
  }
  return {
    open,
    fraction: () => (upload.sizeBytes === 0 ? 1 : Math.min(1, read / upload.sizeBytes)),
    hash: () => hash.digest('base64url'),
  }
}

const pieceSize = 64 * 1024
