/** Rates, extras, runs and what they paid; all of it is only ever added to. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Rates } from '../contract.ts'
import type { ExtraLine } from '../rules/earnings.ts'
import '../tables.ts'

type InEdition = { readonly editionId: string }

/** Two runs at the same time would pay the same contacts: the second waits for the first. */
export async function holdPayments(
  { organisationId }: Scope,
  trx: Db,
  { editionId }: InEdition,
): Promise<void> {
  await sql`
    select 1 from edition where organisation_id = ${organisationId} and edition_id = ${editionId} for update
  `.execute(trx)
}

export async function findRates(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<{ readonly revision: number; readonly rates: Rates } | undefined> {
  return db
    .selectFrom('payment_rates')
    .select(['revision', 'rates'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertRates(
  { organisationId, personId }: Scope,
  trx: Db,
  given: InEdition & { readonly revision: number; readonly rates: Rates; readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('payment_rates')
    .values({
      organisation_id: organisationId,
      edition_id: given.editionId,
      revision: given.revision,
      rates: given.rates,
      saved_at: given.now,
      saved_by: personId,
    })
    .execute()
}

export type StoredExtra = Omit<ExtraLine, 'observer'> & { readonly contactId: string | null }

export async function listExtras(
  { organisationId }: Scope,
  db: Db,
  { editionId, observerId }: InEdition & { readonly observerId?: string | undefined },
): Promise<readonly StoredExtra[]> {
  return db
    .selectFrom('payment_extra')
    .select(['extra_id as extraId', 'observer_id as observerId', 'kind', 'amount_ore as amountOre'])
    .select(['text', 'on_date as on', 'contact_id as contactId'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .$if(observerId !== undefined, (query) => query.where('observer_id', '=', observerId!))
    .orderBy('on_date')
    .execute()
}

/** Whether it was new: sent twice, it is written once. */
export async function insertExtra(
  { organisationId, personId }: Scope,
  trx: Db,
  extra: StoredExtra & InEdition & { readonly now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('payment_extra')
    .values({
      organisation_id: organisationId,
      edition_id: extra.editionId,
      extra_id: extra.extraId,
      observer_id: extra.observerId,
      kind: extra.kind,
      amount_ore: extra.amountOre,
      text: extra.text,
      on_date: extra.on,
      contact_id: extra.contactId,
      made_at: extra.now,
      made_by: personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export type StoredRun = {
  readonly runId: string
  readonly number: number
  readonly paidOn: string
  readonly until: string
  readonly note: string
  readonly madeBy: string
  readonly ratesRevision: number
}

export async function listRuns(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<readonly StoredRun[]> {
  return db
    .selectFrom('payment_run')
    .select(['run_id as runId', 'number', 'paid_on as paidOn', 'until', 'note', 'made_by as madeBy'])
    .select('rates_revision as ratesRevision')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('number', 'desc')
    .execute()
}

export async function insertRun(
  { organisationId, personId }: Scope,
  trx: Db,
  run: Omit<StoredRun, 'madeBy'> & InEdition & { readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('payment_run')
    .values({
      organisation_id: organisationId,
      edition_id: run.editionId,
      run_id: run.runId,
      number: run.number,
      paid_on: run.paidOn,
      until: run.until,
      rates_revision: run.ratesRevision,
      note: run.note,
      made_at: run.now,
      made_by: personId,
    })
    .execute()
}

export type PaidRow = {
  readonly lineId: string
  readonly runId: string
  readonly observerId: string
  readonly contactId: string | null
  readonly extraId: string | null
  readonly amountOre: number
}

export async function insertPaid(
  { organisationId }: Scope,
  trx: Db,
  { editionId, lines }: InEdition & { readonly lines: readonly PaidRow[] },
): Promise<void> {
  const rows = lines.map(({ lineId, runId, observerId, contactId, extraId, amountOre }) => ({
    organisation_id: organisationId,
    edition_id: editionId,
    line_id: lineId,
    run_id: runId,
    observer_id: observerId,
    contact_id: contactId,
    extra_id: extraId,
    amount_ore: amountOre,
  }))
  const rowsAtOnce = 1000
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await trx
      .insertInto('payment_line')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

export type PaidContact = {
  readonly number: number
  readonly participant: string
  readonly channel: string
  readonly state: string
}

/** What was paid, each contact with what it is now. */
export async function listPaid(
  { organisationId }: Scope,
  db: Db,
  { editionId, observerId }: InEdition & { readonly observerId?: string | undefined },
): Promise<readonly (PaidRow & { readonly contact: PaidContact | null })[]> {
  const lines = await db
    .selectFrom('payment_line')
    .select(['line_id as lineId', 'run_id as runId', 'observer_id as observerId'])
    .select(['contact_id as contactId', 'extra_id as extraId', 'amount_ore as amountOre'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .$if(observerId !== undefined, (query) => query.where('observer_id', '=', observerId!))
    .execute()
  const contacts = await db
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .select(['contact.contact_id', 'contact.number', 'contact.channel', 'contact.state'])
    .select('participant.name as participant')
    .where('contact.organisation_id', '=', organisationId)
    .where('contact.edition_id', '=', editionId)
    .execute()
  const byId = new Map(contacts.map(({ contact_id, ...contact }) => [contact_id, contact]))
  return lines.map((line) => ({ ...line, contact: byId.get(line.contactId ?? '') ?? null }))
}
