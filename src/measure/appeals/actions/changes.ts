/** The open log of changes, as far as each reader may see whose they are. */
import type { Context, Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { findViewer, isVisible } from '../../results/index.ts'
import { smallestClass } from '../../results/rules/visible-results.ts'
import type { ChangeLine } from '../contract.ts'
import { classSizes, listChanges, type StoredResultChange } from '../store/change-store.ts'
import { inWords } from './decision.ts'

/** @throws AppError not-found · results-not-published to a participant before publication */
export async function readChanges(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<{ items: ChangeLine[] }> {
  const viewer = await findViewer(context, editionId)
  const names = ({ participantId }: StoredResultChange) => isVisible(viewer, participantId)
  const { method } = viewer.edition
  return { items: await linesOf(context.scope, context.db, { editionId, method, names }) }
}

type PublicEdition = {
  readonly editionId: string
  readonly method: EditionMethod
  /** Whether a participant's result stands on the public list with its name. */
  readonly isNamed: (participantId: string) => boolean
}

/** The same for everybody: no people's names ever, a participant's only where the list that is public has it. */
export function listPublicChanges(
  tenant: Pick<Scope, 'organisationId'>,
  db: Db,
  { editionId, method, isNamed }: PublicEdition,
): Promise<ChangeLine[]> {
  return linesOf(tenant, db, { editionId, method, names: ({ participantId }) => isNamed(participantId) })
}

type Reading = {
  readonly editionId: string
  readonly method: EditionMethod
  readonly names: (change: StoredResultChange) => boolean
}

async function linesOf(
  tenant: Pick<Scope, 'organisationId'>,
  db: Db,
  { editionId, method, names }: Reading,
): Promise<ChangeLine[]> {
  const changes = await listChanges(tenant, db, editionId)
  if (changes.length === 0) return []
  const sizes = await classSizes(tenant, db, editionId)
  return changes.map((change): ChangeLine => {
    const { changeId, madeAt, kind, outcome, channel, answers, effect, participant } = change
    const named = names(change)
    const classShown = named || (sizes.get(change.class) ?? 0) >= smallestClass
    return {
      changeId,
      at: madeAt.toISOString(),
      kind,
      outcome,
      excluded: outcome !== 'rejected' && effect.score.after === null,
      channel,
      class: classShown ? change.class : null,
      participant: named ? participant : null,
      changes: inWords(method, answers),
      score: effect.score,
      total: named ? effect.total : null,
      classRank: named ? effect.classRank : null,
      rank: named ? effect.rank : null,
      othersMoved: effect.othersMoved,
    }
  })
}
