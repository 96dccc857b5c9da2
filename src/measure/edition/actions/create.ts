import type { ContractRouterClient } from '@orpc/contract'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { EditionMethod, EditionView, editionContract } from '../contract.ts'
import { type ReadDocument, readDocument } from '../rules/read-document.ts'
import { referenceMethod } from '../rules/reference/reference-method.ts'
import { insertEdition } from '../store/edition-store.ts'
import { insertRevision } from '../store/revision-store.ts'
import { loadEdition } from './load.ts'
import { readEdition } from './view.ts'

type Input = Parameters<ContractRouterClient<typeof editionContract>['create']>[0]

/** @throws AppError not-found when the edition to copy is not there · method-refused with every issue of the file */
export async function createEdition(context: Context, { name, source, start }: Input): Promise<EditionView> {
  const taken = await methodFrom(context, source)
  const method = start === undefined ? taken : { ...taken, calendar: { ...taken.calendar, start } }
  const editionId = newId(context.now.getTime())
  const copiedFrom = source.kind === 'copy' ? source.editionId : null
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await insertEdition(scope, trx, { editionId, name, method, copiedFrom, now })
    await insertRevision(scope, trx, { editionId, revision: 1, method, now })
    const detail = { name, from: source.kind, copiedFrom }
    await recordAudit(
      context,
      { action: 'edition.created', subject: { kind: 'edition', id: editionId }, detail },
      trx,
    )
  })
  return readEdition(context, { editionId })
}

async function methodFrom(context: Context, source: Input['source']): Promise<EditionMethod> {
  switch (source.kind) {
    case 'builtIn':
      return referenceMethod
    case 'copy':
      return (await loadEdition(context, source.editionId)).method
    case 'document':
      return methodOrRefusal(readDocument(source.text))
  }
}

function methodOrRefusal(read: ReadDocument): EditionMethod {
  if (read.ok) return read.method
  throw new AppError('method-refused', { count: read.issues.length }, read.issues)
}
