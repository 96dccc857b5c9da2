/** Results from before the product: in as a file, whole or not at all, and out again. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readTable, writeCsv } from '../../../platform/files/index.ts'
import type { EarlierFigure, EarlierPreview } from '../contract.ts'
import { earlierColumns } from '../rules/earlier/columns.ts'
import { earlierKey, readEarlier } from '../rules/earlier/read-earlier.ts'
import { deleteEarlier, listEarlier, saveEarlier } from '../store/earlier-store.ts'

type Upload = { readonly file: File }

export async function listEarlierFigures({ scope, db }: Context): Promise<{ items: EarlierFigure[] }> {
  return { items: [...(await listEarlier(scope, db))] }
}

export async function exportEarlier({ scope, db }: Context): Promise<File> {
  const figures = await listEarlier(scope, db)
  const rows = figures.map((figure) => earlierColumns.map((column) => figure[column]))
  const text = writeCsv([earlierColumns, ...rows], { byteOrderMark: true })
  return new File([text], 'earlier-figures.csv', { type: 'text/csv; charset=utf-8' })
}

/** @throws AppError invalid-input when the file is no table */
export async function previewEarlier(context: Context, { file }: Upload): Promise<EarlierPreview> {
  const { rows, issues } = await readUpload(context, context.db, file)
  return { rows, issues: [...issues] }
}

/** @throws AppError invalid-input with every problem by line and column; then nothing is saved */
export async function importEarlier(
  context: Context,
  { file }: Upload,
): Promise<{ added: number; changed: number; unchanged: number }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const { rows, issues } = await readUpload(context, trx, file)
    if (issues.length > 0) throw new AppError('invalid-input', { count: issues.length }, issues.slice(0, 500))
    await saveEarlier(scope, trx, { figures: rows.filter(({ change }) => change !== 'unchanged'), now })
    const count = (change: string) => rows.filter((row) => row.change === change).length
    const detail = { added: count('new'), changed: count('changed'), unchanged: count('unchanged') }
    const subject = { kind: 'series', id: scope.organisationId }
    await recordAudit(
      context,
      { action: 'earlier.imported', subject, detail: { ...detail, file: file.name } },
      trx,
    )
    return detail
  })
}

async function readUpload({ scope }: Context, db: Db, file: File) {
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
  const { rows, issues } = readEarlier(table)
  const known = new Map((await listEarlier(scope, db)).map((figure) => [earlierKey(figure), figure]))
  const changeOf = (row: EarlierFigure): EarlierPreview['rows'][number]['change'] => {
    const before = known.get(earlierKey(row))
    if (!before) return 'new'
    return earlierColumns.every((column) => before[column] === row[column]) ? 'unchanged' : 'changed'
  }
  return { rows: rows.map((row) => ({ ...row, change: changeOf(row) })), issues }
}

/** @throws AppError not-found when there is no such earlier edition */
export async function removeEarlier(
  context: Context,
  input: { readonly year: number; readonly edition: string },
): Promise<{ removed: number }> {
  const { scope } = context
  return inTransaction(context.db, async (trx) => {
    const removed = await deleteEarlier(scope, trx, input)
    if (removed === 0) throw new AppError('not-found')
    const subject = { kind: 'series', id: scope.organisationId }
    await recordAudit(context, { action: 'earlier.removed', subject, detail: { ...input, removed } }, trx)
    return { removed }
  })
}
