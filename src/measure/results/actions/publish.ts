import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { loadEdition, setEditionState } from '../../edition/index.ts'
import { currentResults } from './current-results.ts'

type Publishing = { readonly editionId: string; readonly published: boolean }

/**
 * Shows the participants their results, computed once more from every approved submission, or takes that back.
 *
 * @throws AppError not-found · nothing-to-publish without a single score · edition-state before the review
 */
export async function publishResults(context: Context, { editionId, published }: Publishing) {
  const edition = await loadEdition(context, editionId)
  if (published) {
    const { counted } = await currentResults(context, edition)
    if (counted === 0) throw new AppError('nothing-to-publish')
  }
  await setEditionState(context, editionId, published ? 'published' : 'review')
  return { published }
}
