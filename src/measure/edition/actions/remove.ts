import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { countParticipants } from '../store/count-store.ts'
import { findEdition } from '../store/edition-store.ts'
import { deleteEdition, isPlanned } from '../store/removal-store.ts'

/**
 * Deletes an edition that nobody has begun to carry out, with its participants, their checks and every saved
 * version of its method. What has been done stays in the audit log.
 *
 * @throws AppError not-found · edition-in-use when it is no longer prepared, or has a plan
 */
export async function removeEdition(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<Record<string, never>> {
  await inTransaction(context.db, async (trx) => {
    const { scope } = context
    const edition = await findEdition(scope, trx, { editionId, lock: true })
    if (!edition) throw new AppError('not-found')
    if (edition.state !== 'preparing' || (await isPlanned(scope, trx, { editionId })))
      throw new AppError('edition-in-use', { state: edition.state })
    const participants = (await countParticipants(scope, trx)).get(editionId) ?? 0
    await deleteEdition(scope, trx, { editionId })
    const { name, revision } = edition
    await recordAudit(
      context,
      {
        action: 'edition.deleted',
        subject: { kind: 'edition', id: editionId },
        detail: { name, revision, participants },
      },
      trx,
    )
  })
  return {}
}
