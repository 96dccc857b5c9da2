/** The pool of observers: looked at, edited and imported by the organiser. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import type { Observer, ObserverImport } from '../contract.ts'
import { observersFrom } from '../rules/observer-file.ts'
import { nameKey, type PlanObserver } from '../rules/plan-input.ts'
import { listObservers, mayObserve, type ObserverFields, saveObserver } from '../store/observer-store.ts'

/** What a week's contacts are for an observer of whom a file says nothing. */
const usualPerWeek = 5

export async function readObservers(context: Context): Promise<{ items: Observer[] }> {
  const items = await listObservers(context.scope, context.db, { today: toLocal(context.now).date })
  return { items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'nb', { numeric: true })) }
}

/** @throws AppError conflict for a name that is taken · not-found for somebody else's person · person-observes */
export async function addObserver(
  context: Context,
  fields: Omit<ObserverFields, 'observerId'>,
): Promise<Observer> {
  return save(context, { ...fields, observerId: newId() }, 'observer.added')
}

/** @throws AppError as adding, and not-found for an unknown observer */
export async function editObserver(context: Context, fields: ObserverFields): Promise<Observer> {
  return save(context, fields, 'observer.edited')
}

async function save(
  context: Context,
  fields: ObserverFields,
  action: 'observer.added' | 'observer.edited',
): Promise<Observer> {
  const { observerId, personId } = fields
  await inTransaction(context.db, async (trx) => {
    const { items } = await readObservers({ ...context, db: trx })
    const known = items.some((observer) => observer.observerId === observerId)
    if (action === 'observer.edited' && !known) throw new AppError('not-found')
    refuseTakenName(items, fields)
    await refusePerson(context, trx, { observerId, personId })
    await saveObserver(context.scope, trx, { ...fields, now: context.now })
    const { name, contactsPerWeek, active } = fields
    const subject = { kind: 'observer', id: observerId }
    await recordAudit(context, { action, subject, detail: { name, contactsPerWeek, active } }, trx)
  })
  const { items } = await readObservers(context)
  return items.find((observer) => observer.observerId === observerId)!
}

function refuseTakenName(items: readonly Observer[], { observerId, name }: ObserverFields): void {
  const key = nameKey(name)
  if (items.some((other) => other.observerId !== observerId && nameKey(other.name) === key))
    throw new AppError('conflict', {}, [{ code: 'name-taken', path: 'name', value: name }])
}

async function refusePerson(
  { scope }: Context,
  trx: Db,
  { observerId, personId }: Pick<ObserverFields, 'observerId' | 'personId'>,
): Promise<void> {
  if (personId === null) return
  const answer = await mayObserve(scope, trx, { personId, observerId })
  if (answer === 'unknown') throw new AppError('not-found')
  if (answer === 'taken') throw new AppError('person-observes')
}

type Upload = { readonly file: File }

/** @throws AppError invalid-input when the file is no table */
export async function previewObservers(context: Context, { file }: Upload): Promise<ObserverImport> {
  try {
    const { rows } = await readImport(context, file)
    return { rows: rows.map(({ row }) => row), issues: [] }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
    return { rows: [], issues: error.issues.map((issue) => ({ ...issue })) }
  }
}

/** @throws AppError invalid-input with every problem by line and column; then nothing is saved */
export async function importObservers(
  context: Context,
  { file }: Upload,
): Promise<{ added: number; changed: number; unchanged: number }> {
  return inTransaction(context.db, async (trx) => {
    const { rows } = await readImport({ ...context, db: trx }, file)
    for (const { row, fields } of rows)
      if (row.change !== 'unchanged') await saveObserver(context.scope, trx, { ...fields, now: context.now })
    const count = (change: string) => rows.filter(({ row }) => row.change === change).length
    const detail = { added: count('new'), changed: count('changed'), unchanged: count('unchanged') }
    const subject = { kind: 'organisation', id: context.scope.organisationId }
    await recordAudit(
      context,
      { action: 'observers.imported', subject, detail: { ...detail, file: file.name } },
      trx,
    )
    return detail
  })
}

type ImportRow = { readonly row: ObserverImport['rows'][number]; readonly fields: ObserverFields }

async function readImport(context: Context, file: File): Promise<{ readonly rows: ImportRow[] }> {
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
  const { items } = await readObservers(context)
  const known = new Map(items.map((observer) => [nameKey(observer.name), observer]))
  const column = table.header.findIndex((heading) => heading.toLowerCase() === 'observer')
  const lineOf = new Map(
    table.rows.toReversed().map(({ line, cells }) => [nameKey(cells[column] ?? ''), line] as const),
  )
  const read = observersFrom(table, usualPerWeek)
  return {
    rows: read.map((observer) =>
      importRow(observer, known.get(nameKey(observer.name)), lineOf.get(nameKey(observer.name)) ?? 0),
    ),
  }
}

/** A file says everything about where somebody is a customer and when away, and nothing about who signs in. */
function importRow(read: PlanObserver, known: Observer | undefined, line: number): ImportRow {
  const fields: ObserverFields = {
    observerId: known?.observerId ?? newId(),
    name: known?.name ?? read.name,
    contactsPerWeek: read.contactsPerWeek,
    active: true,
    personId: known?.person?.personId ?? null,
    customerOf: [...new Set(read.customerOf)],
    absences: read.absences.map(({ from, to }) => ({
      from,
      to,
      reason: known?.absences.find((absence) => absence.from === from)?.reason ?? '',
    })),
  }
  const { name, contactsPerWeek, customerOf } = fields
  return {
    fields,
    row: {
      line,
      name,
      contactsPerWeek,
      customerOf: [...customerOf],
      absences: fields.absences.length,
      change: known ? (same(known, fields) ? 'unchanged' : 'changed') : 'new',
    },
  }
}

function same(known: Observer, fields: ObserverFields): boolean {
  const key = ({ customerOf, absences, contactsPerWeek, active }: Observer | ObserverFields) =>
    JSON.stringify([
      contactsPerWeek,
      active,
      [...customerOf].sort(),
      absences.map(({ from, to }) => `${from} ${to}`).sort(),
    ])
  return key(known) === key(fields)
}
