/** How other features get at an edition, and the only way its state changes. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { EditionState } from '../contract.ts'
import { brokenInvariants } from '../rules/check-method.ts'
import { mayMove } from '../rules/edition-state.ts'
import { describeIssue } from '../rules/invariants/texts.ts'
import { type Edition, findEdition, updateEdition } from '../store/edition-store.ts'

/** @throws AppError not-found, also for another organisation's edition */
export async function loadEdition(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  editionId: string,
  trx: Db = db,
): Promise<Edition> {
  const edition = await findEdition(scope, trx, { editionId })
  if (!edition) throw new AppError('not-found')
  return edition
}

/**
 * Moves an edition to another state. Going to fieldwork the first time freezes the method for good; publishing
 * notes when. To the state that it has already: nothing happens.
 *
 * @throws AppError not-found · edition-state when there is no such way · method-broken with every broken invariant
 */
export function setEditionState(
  context: Context,
  editionId: string,
  state: EditionState,
  trx: Db = context.db,
): Promise<Edition> {
  return inTransaction(trx, async (within) => {
    const { scope, now } = context
    const edition = await findEdition(scope, within, { editionId, lock: true })
    if (!edition) throw new AppError('not-found')
    if (edition.state === state) return edition
    if (!mayMove(edition.state, state))
      throw new AppError('edition-state', { from: edition.state, to: state })
    const freezes = edition.frozenAt === null && state === 'fieldwork'
    if (freezes) refuseBroken(edition)
    const publishes =
      state === 'published'
        ? { publishedAt: now }
        : edition.state === 'published'
          ? { publishedAt: null }
          : {}
    await updateEdition(scope, within, {
      editionId,
      now,
      state,
      ...(freezes ? { frozenAt: now } : {}),
      ...publishes,
    })
    const detail = { from: edition.state, to: state, methodVersion: edition.methodVersion, frozen: freezes }
    await recordAudit(
      context,
      { action: 'edition.moved', subject: { kind: 'edition', id: editionId }, detail },
      within,
    )
    return loadEdition(context, editionId, within)
  })
}

function refuseBroken({ method }: Edition): void {
  const issues = brokenInvariants(method)
  if (issues.length === 0) return
  throw new AppError(
    'method-broken',
    { count: issues.length },
    issues.map((issue) => ({ ...issue, value: describeIssue(issue, 'en') })),
  )
}
