import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { loadEdition, setEditionState } from '../../edition/index.ts'
import { lockContacts } from '../../fieldwork/index.ts'
import { hasOpenAppeals } from '../store/viewer-store.ts'
import { currentResults } from './current-results.ts'

type Publishing = { readonly editionId: string; readonly published: boolean }

/**
 * Shows the participants their results, computed once more from every approved submission, and locks those; or takes
 * the results back, which unlocks nothing.
 *
 * @throws AppError not-found · nothing-to-publish without a single score · edition-state before the review ·
 *   appeals-open before the end of the window, or with an appeal that is not decided
 */
export async function publishResults(context: Context, { editionId, published }: Publishing) {
  const edition = await loadEdition(context, editionId)
  if (published) {
    const { counted } = await currentResults(context, edition)
    if (counted === 0) throw new AppError('nothing-to-publish')
  }
  await inTransaction(context.db, async (trx) => {
    if (published && (await hasOpenAppeals(context.scope, trx, { editionId, now: context.now })))
      throw new AppError('appeals-open')
    await setEditionState(context, editionId, published ? 'published' : 'review', trx)
    if (published) await lockContacts(context, trx, editionId)
  })
  return { published }
}
