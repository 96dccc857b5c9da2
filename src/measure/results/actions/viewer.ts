/** Who asks, and what that person may see. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import { findOwnAndChosen, isPreliminary } from '../store/viewer-store.ts'

export type Viewer =
  | { readonly view: 'organiser'; readonly edition: Edition }
  | {
      readonly view: 'participant'
      readonly edition: Edition
      readonly own: ReadonlySet<string>
      /** Own and chosen competitors. */
      readonly visible: ReadonlySet<string>
    }

/**
 * @throws AppError not-found for an edition that the person has nothing to do with · results-not-published for a
 * participant before the organiser has published
 */
export async function findViewer(
  context: Context,
  editionId: string,
  /** Single submissions can be read from preliminary publication on, so that they can be appealed. */
  { preliminary = false }: { readonly preliminary?: boolean } = {},
): Promise<Viewer> {
  const { scope, db } = context
  const edition = await loadEdition(context, editionId)
  if (scope.roles.some((role) => role === 'organiser' || role === 'admin'))
    return { view: 'organiser', edition }
  const { own, chosen } = await findOwnAndChosen(scope, db, editionId)
  if (own.length === 0) throw new AppError('not-found')
  const readable =
    edition.state === 'published' || (preliminary && (await isPreliminary(scope, db, editionId)))
  if (!readable) throw new AppError('results-not-published')
  return { view: 'participant', edition, own: new Set(own), visible: new Set([...own, ...chosen]) }
}

export const isOwn = (viewer: Viewer, participantId: string): boolean =>
  viewer.view === 'organiser' || viewer.own.has(participantId)

export const isVisible = (viewer: Viewer, participantId: string): boolean =>
  viewer.view === 'organiser' || viewer.visible.has(participantId)
