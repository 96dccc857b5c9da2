/** Earlier years from a file: shown first, then imported whole or not at all. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { HistoryRow } from '../contract.ts'
import { type ReadHistory, readHistory } from '../rules/read-history.ts'
import { startingItems } from '../rules/starting-items.ts'
import { saveHistory } from '../store/history-store.ts'
import { findSurvey } from '../store/survey-store.ts'

type Upload = { readonly editionId: string; readonly file: File }

/** @throws AppError not-found · invalid-input when the file is no table */
export async function previewHistory(context: Context, upload: Upload) {
  const { rows, issues } = await readUpload(context, upload)
  return { rows: [...rows], issues: issues.map((issue) => ({ ...issue, params: { ...issue.params } })) }
}

/** @throws AppError invalid-input with every problem by line and column; then nothing is saved */
export async function importHistory(
  context: Context,
  upload: Upload,
): Promise<{ rows: number; years: number }> {
  const { rows, issues } = await readUpload(context, upload)
  if (issues.length > 0) throw new AppError('invalid-input', { count: issues.length }, issues.slice(0, 500))
  const years = new Set(rows.map(({ year }) => year)).size
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await saveHistory(scope, trx, { rows: rows.map(withoutLine), now })
    const subject = { kind: 'organisation', id: scope.organisationId }
    const detail = { rows: rows.length, years, file: upload.file.name }
    await recordAudit(context, { action: 'expectations.history-imported', subject, detail }, trx)
  })
  return { rows: rows.length, years }
}

async function readUpload(context: Context, { editionId, file }: Upload): Promise<ReadHistory> {
  const { method } = await loadEdition(context, editionId)
  const survey = await findSurvey(context.scope, context.db, { editionId })
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
  return readHistory(table, survey?.items ?? startingItems(method))
}

function withoutLine({ line: _, ...row }: HistoryRow): Omit<HistoryRow, 'line'> {
  return row
}
