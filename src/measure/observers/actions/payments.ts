/** The payment list: what an approved contact pays, extras and corrections, and runs that pay each line once. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { writeCsv, writeXlsx } from '../../../platform/files/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { MoneyLine, PaymentRun, Payments, Rates } from '../contract.ts'
import { paymentSheet } from '../rules/payment-sheet.ts'
import {
  findRates,
  holdPayments,
  insertExtra,
  insertPaid,
  insertRates,
  insertRun,
  type StoredRun,
} from '../store/payment-store.ts'
import { findObserver, listPersonNames } from '../store/person-store.ts'
import { loadMoney } from './money.ts'

type InEdition = { readonly editionId: string }

/** @throws AppError not-found */
export async function readPayments(context: Context, { editionId }: InEdition): Promise<Payments> {
  const { method } = await loadEdition(context, editionId)
  const { saved, runs, lines, takenBack } = await loadMoney(context, { editionId })
  const names = await listPersonNames(context.scope, context.db)
  return {
    rates: saved?.rates ?? null,
    channels: method.channels.map(({ id }) => id),
    lines: [...lines],
    runs: runs.map((run) => toRun(run, lines, names)),
    takenBack: [...takenBack],
  }
}

function toRun(run: StoredRun, lines: readonly MoneyLine[], names: ReadonlyMap<string, string>): PaymentRun {
  const own = lines.filter((line) => line.run === run.number)
  const { runId, number, paidOn, until, note } = run
  return {
    runId,
    number,
    paidOn,
    until,
    note,
    madeBy: names.get(run.madeBy) ?? '',
    observers: new Set(own.map(({ observerId }) => observerId)).size,
    lines: own.length,
    amountOre: own.reduce((sum, { amountOre }) => sum + amountOre, 0),
  }
}

/** What is paid already stays paid as it was. @throws AppError not-found */
export async function saveRates(
  context: Context,
  { editionId, rates }: InEdition & { readonly rates: Rates },
): Promise<{ revision: number }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    await loadEdition({ scope, db: trx }, editionId, trx)
    await holdPayments(scope, trx, { editionId })
    const before = await findRates(scope, trx, { editionId })
    const revision = (before?.revision ?? 0) + 1
    await insertRates(scope, trx, { editionId, revision, rates, now })
    const subject = { kind: 'edition', id: editionId }
    await recordAudit(context, { action: 'payment.ratesSaved', subject, detail: { revision, rates } }, trx)
    return { revision }
  })
}

type NewExtra = InEdition & {
  readonly extraId: string
  readonly observerId: string
  readonly kind: 'extra' | 'correction'
  readonly amountOre: number
  readonly text: string
  readonly on: string
  readonly contactId?: string | undefined
}

/** @throws AppError not-found · conflict for a contact that is not paid, or corrected before */
export async function addExtra(context: Context, extra: NewExtra): Promise<Record<string, never>> {
  const { scope, now } = context
  const { editionId, observerId } = extra
  await inTransaction(context.db, async (trx) => {
    await loadEdition({ scope, db: trx }, editionId, trx)
    if (!(await findObserver(scope, trx, observerId))) throw new AppError('not-found')
    await holdPayments(scope, trx, { editionId })
    if (extra.contactId !== undefined) {
      const { takenBack } = await loadMoney({ ...context, db: trx }, { editionId, observerId })
      if (!takenBack.some(({ contactId }) => contactId === extra.contactId)) throw new AppError('conflict')
    }
    const isNew = await insertExtra(scope, trx, { ...extra, contactId: extra.contactId ?? null, now })
    if (!isNew) return
    const { kind, amountOre, text } = extra
    const subject = { kind: 'observer', id: observerId }
    const detail = { editionId, kind, amountOre, text }
    await recordAudit(context, { action: 'payment.extraAdded', subject, detail }, trx)
  })
  return {}
}

type NewRun = InEdition & { readonly until: string; readonly paidOn: string; readonly note: string }

/** Notes as paid what was earned up to a day. @throws AppError not-found · rates-missing · nothing-to-pay */
export async function pay(context: Context, given: NewRun): Promise<PaymentRun> {
  const { scope, now } = context
  const { editionId, until, paidOn, note } = given
  return inTransaction(context.db, async (trx) => {
    await loadEdition({ scope, db: trx }, editionId, trx)
    await holdPayments(scope, trx, { editionId })
    const { saved, runs, unpaid } = await loadMoney({ ...context, db: trx }, { editionId })
    if (!saved) throw new AppError('rates-missing')
    const due = unpaid.filter(({ on }) => on <= until)
    if (due.length === 0) throw new AppError('nothing-to-pay')
    const run = {
      runId: newId(now.getTime()),
      number: (runs[0]?.number ?? 0) + 1,
      paidOn,
      until,
      note,
      ratesRevision: saved.revision,
    }
    await insertRun(scope, trx, { ...run, editionId, now })
    const lines = due.map(({ observerId, contactId, extraId, amountOre }) => ({
      lineId: newId(now.getTime()),
      runId: run.runId,
      observerId,
      contactId: contactId ?? null,
      extraId: extraId ?? null,
      amountOre,
    }))
    await insertPaid(scope, trx, { editionId, lines })
    const paid = due.map(({ extraId: _extraId, ...line }) => ({ ...line, run: run.number }))
    const made = toRun({ ...run, madeBy: scope.personId }, paid, await listPersonNames(scope, trx))
    const subject = { kind: 'edition', id: editionId }
    const detail = { number: run.number, until, paidOn, lines: made.lines, amountOre: made.amountOre }
    await recordAudit(context, { action: 'payment.paid', subject, detail }, trx)
    return made
  })
}

/** What is not paid yet, or one run, as a table for the payroll. @throws AppError not-found, also for a run */
export async function exportPayments(
  context: Context,
  {
    editionId,
    format,
    run,
  }: InEdition & { readonly format: 'csv' | 'xlsx'; readonly run?: number | undefined },
): Promise<File> {
  await loadEdition(context, editionId)
  const { lines, runs } = await loadMoney(context, { editionId })
  if (run !== undefined && !runs.some(({ number }) => number === run)) throw new AppError('not-found')
  const sheet = paymentSheet(lines.filter((line) => line.run === run))
  const name = run === undefined ? 'payments-due' : `payments-${run}`
  if (format === 'csv') {
    const text = writeCsv([sheet.header, ...sheet.rows], { delimiter: ';', byteOrderMark: true })
    return new File([text], `${name}.csv`, { type: 'text/csv; charset=utf-8' })
  }
  const bytes = await writeXlsx([{ name, ...sheet }])
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type })
}
