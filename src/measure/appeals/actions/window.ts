/** Preliminary publication: participants read their own submissions, and have so many working days to object. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import { finaliseContacts } from '../../fieldwork/index.ts'
import type { AppealWindow } from '../contract.ts'
import { endOfWorkingDays, isOpen } from '../rules/appeal-window.ts'
import { findWindow, markClosed, type StoredWindow, saveWindow } from '../store/window-store.ts'

export const closeJob = 'appeals.close'
export type ClosePayload = {
  readonly organisationId: string
  readonly personId: string
  readonly editionId: string
}

/**
 * Opens the window, or moves its end while it is open; the days are counted from the day it was opened.
 *
 * @throws AppError not-found · edition-state unless the fieldwork is over and nothing is published · appeals-closed
 *   when the window has ended
 */
export async function openWindow(
  context: Context,
  { editionId, workingDays }: { readonly editionId: string; readonly workingDays: number },
): Promise<AppealWindow> {
  const { scope, now, jobs } = context
  const saved = await inTransaction(context.db, async (trx) => {
    const edition = await loadEdition(context, editionId, trx)
    if (edition.state !== 'review') throw new AppError('edition-state', { from: edition.state, to: 'review' })
    const before = await findWindow(scope, trx, editionId)
    if (before && !isOpen(before, now)) throw new AppError('appeals-closed')
    const openedAt = before?.openedAt ?? now
    const closesAt = endOfWorkingDays(openedAt, workingDays)
    if (closesAt <= now) throw new AppError('appeals-closed')
    await saveWindow(scope, trx, editionId, { workingDays, openedAt, closesAt })
    const subject = { kind: 'edition', id: editionId }
    const detail = { workingDays, closesAt: closesAt.toISOString() }
    await recordAudit(context, { action: 'appeals.opened', subject, detail }, trx)
    return { workingDays, openedAt, closesAt, closedAt: null }
  })
  const { organisationId, personId } = scope
  const payload: ClosePayload = { organisationId, personId, editionId }
  await jobs.send(closeJob, payload, { organisationId, startAfter: saved.closesAt })
  return toWindow(saved, now)
}

export function toWindow(window: StoredWindow, now: Date): AppealWindow {
  return {
    workingDays: window.workingDays,
    openedAt: window.openedAt.toISOString(),
    closesAt: window.closesAt.toISOString(),
    open: isOpen(window, now),
  }
}

/** At the end of the window everything that nobody has objected to is final. Before it, or done already: nothing. */
export async function closeWindow(
  context: Pick<Context, 'scope' | 'db' | 'now' | 'requestId'>,
  editionId: string,
): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const window = await findWindow(scope, trx, editionId)
    if (!window || window.closedAt || now < window.closesAt) return
    await finaliseContacts(context, trx, editionId)
    await markClosed(scope, trx, editionId, now)
    const subject = { kind: 'edition', id: editionId }
    await recordAudit(context, { action: 'appeals.closed', subject }, trx)
  })
}
