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

/**
 * An edition that was measured with another tool: from preparation straight to review, frozen as it is.
 *
 * @throws AppError not-found · edition-state when it has left preparation · method-broken when its form cannot score
 */
export function closeImported(context: Context, editionId: string, trx: Db): Promise<Edition> {
  return inTransaction(trx, async (within) => {
    const { scope, now } = context
    const edition = await findEdition(scope, within, { editionId, lock: true })
    if (!edition) throw new AppError('not-found')
    if (edition.state !== 'preparing')
      throw new AppError('edition-state', { from: edition.state, to: 'review' })
    const issues = brokenInvariants(edition.method).filter(({ code }) => neededToScore.has(code))
    if (issues.length > 0) throw new AppError('method-broken', { count: issues.length }, issues)
    await updateEdition(scope, within, { editionId, now, state: 'review', frozenAt: now })
    return loadEdition(context, editionId, within)
  })
}

/** Season, plan and scenarios are of no use to what is over; points are. */
const neededToScore: ReadonlySet<string> = new Set([
  'no-zero-option',
  'no-points-to-get',
  'points-without-score',
  'channel-without-points',
])

function refuseBroken({ method }: Edition): void {
  const issues = brokenInvariants(method)
  if (issues.length === 0) return
  throw new AppError(
    'method-broken',
    { count: issues.length },
    issues.map((issue) => ({ ...issue, value: describeIssue(issue, 'en') })),
  )
}
