import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { EditionMethod, EditionView, MethodAnswer } from '../contract.ts'
import { brokenInvariants } from '../rules/check-method.ts'
import type { Change } from '../rules/diff/change.ts'
import { diffMethods, seriesBreaks } from '../rules/diff/diff-methods.ts'
import type { MethodIssue } from '../rules/invariants/issue.ts'
import { readDocument } from '../rules/read-document.ts'
import { type Edition, findEdition, updateEdition } from '../store/edition-store.ts'
import { findRevision, insertRevision, listRevisions } from '../store/revision-store.ts'
import { loadEdition } from './load.ts'
import { readEdition } from './view.ts'

type OfEdition = { readonly editionId: string }

export async function readMethod(
  context: Context,
  { editionId, revision }: OfEdition & { readonly revision?: number | undefined },
): Promise<MethodAnswer> {
  const edition = await loadEdition(context, editionId)
  if (revision === undefined || revision === edition.revision) return toAnswer(edition)
  const method = await findRevision(context.scope, context.db, { editionId, revision })
  if (!method) throw new AppError('not-found')
  return toAnswer({ ...edition, method, revision })
}

/**
 * Saves the method as the next revision. Broken invariants are saved too, and answered: a method in the making
 * need not be whole until it is frozen.
 *
 * @throws AppError not-found · edition-frozen · edition-changed when `revision` is not the newest any more
 */
export async function saveMethod(
  context: Context,
  { editionId, revision, method }: OfEdition & { readonly revision: number; readonly method: EditionMethod },
): Promise<MethodAnswer> {
  return inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const edition = await findEdition(scope, trx, { editionId, lock: true })
    if (!edition) throw new AppError('not-found')
    if (edition.frozenAt) throw new AppError('edition-frozen', { since: edition.frozenAt.toISOString() })
    if (edition.revision !== revision) throw new AppError('edition-changed', { revision: edition.revision })
    const changes = diffMethods(edition.method, method)
    const next = edition.revision + 1
    await updateEdition(scope, trx, { editionId, now, method, revision: next })
    await insertRevision(scope, trx, { editionId, revision: next, method, now })
    const detail = { revision: next, changes: changes.length, breaks: seriesBreaks(changes) }
    await recordAudit(
      context,
      { action: 'edition.method-saved', subject: { kind: 'edition', id: editionId }, detail },
      trx,
    )
    return toAnswer(await loadEdition(context, editionId, trx))
  })
}

export async function renameEdition(
  context: Context,
  input: OfEdition & { readonly name: string },
): Promise<EditionView> {
  const { editionId, name } = input
  await inTransaction(context.db, async (trx) => {
    const before = await loadEdition(context, editionId, trx)
    await updateEdition(context.scope, trx, { editionId, name, now: context.now })
    const detail = { name: [before.name, name] }
    await recordAudit(
      context,
      { action: 'edition.renamed', subject: { kind: 'edition', id: editionId }, detail },
      trx,
    )
  })
  return readEdition(context, { editionId })
}

export function checkDocument(text: string): { ok: boolean; issues: MethodIssue[]; ignored: string[] } {
  const read = readDocument(text)
  return read.ok
    ? { ok: true, issues: [], ignored: [...read.ignored] }
    : { ok: false, issues: [...read.issues], ignored: [] }
}

export async function readRevisions(context: Context, { editionId }: OfEdition) {
  await loadEdition(context, editionId)
  const revisions = await listRevisions(context.scope, context.db, editionId)
  return { items: revisions.map(({ savedAt, ...rest }) => ({ ...rest, savedAt: savedAt.toISOString() })) }
}

/** From the other edition or the earlier revision to the edition as it is; by default from what it was copied from. */
export async function readDiff(
  context: Context,
  input: OfEdition & { readonly against?: string | undefined; readonly revision?: number | undefined },
): Promise<{ changes: Change[]; breaks: string[] }> {
  const edition = await loadEdition(context, input.editionId)
  const other = await methodToCompare(context, edition, input)
  const changes = diffMethods(other, edition.method)
  return { changes: [...changes], breaks: [...seriesBreaks(changes)] }
}

async function methodToCompare(
  context: Context,
  edition: Edition,
  { against, revision }: { readonly against?: string | undefined; readonly revision?: number | undefined },
): Promise<EditionMethod> {
  const { editionId } = edition
  if (revision !== undefined)
    return (await readMethod(context, { editionId: against ?? editionId, revision })).method
  const other = against ?? edition.copiedFrom
  if (other !== null) return (await loadEdition(context, other)).method
  return (await readMethod(context, { editionId, revision: 1 })).method
}

function toAnswer({ editionId, revision, frozenAt, method }: Edition): MethodAnswer {
  const issues = brokenInvariants(method).map((issue) => ({ ...issue, params: { ...issue.params } }))
  return { editionId, revision, frozenAt: frozenAt?.toISOString() ?? null, method, issues }
}
