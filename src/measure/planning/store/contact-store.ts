/** The rows of contacts, which planning makes and moves. Their states belong to fieldwork. */
import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { PlanContact } from '../contract.ts'
import type { PlannedContact } from '../rules/plan-input.ts'
import '../tables.ts'

type InEdition = { readonly editionId: string }

export type ContactFilter = InEdition & {
  readonly participantId?: string | undefined
  readonly observerId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit?: number
}

/** Planned contacts by date and number. */
export async function listContacts(
  { organisationId }: Scope,
  db: Db,
  { editionId, participantId, observerId, from, to, limit }: ContactFilter,
): Promise<readonly PlanContact[]> {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .leftJoin('observer', (join) =>
      join
        .onRef('observer.organisation_id', '=', 'contact.organisation_id')
        .onRef('observer.observer_id', '=', 'contact.observer_id'),
    )
    .select([
      'contact.contact_id as contactId',
      'contact.number',
      'contact.participant_id as participantId',
      'participant.name as participant',
      'participant.class',
      'contact.channel',
      'contact.date',
      'contact.from_time as from',
      'contact.to_time as to',
      'contact.observer_id as observerId',
      'observer.name as observer',
      'contact.scenario',
      'contact.state',
    ])
    .where('contact.organisation_id', '=', organisationId)
    .where('contact.edition_id', '=', editionId)
    .$if(participantId !== undefined, (query) => query.where('contact.participant_id', '=', participantId!))
    .$if(observerId !== undefined, (query) => query.where('contact.observer_id', '=', observerId!))
    .$if(from !== undefined, (query) => query.where('contact.date', '>=', from!))
    .$if(to !== undefined, (query) => query.where('contact.date', '<=', to!))
    .orderBy('contact.date')
    .orderBy('contact.from_time')
    .orderBy('contact.number')
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute()
  return rows
}

/** Contacts of an edition, and how many of them have had an attempt or more. */
export async function countContacts(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<{ readonly all: number; readonly started: number }> {
  const row = await db
    .selectFrom('contact')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where state not in ('planned', 'assigned'))`.as('started'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), started: Number(row.started) }
}

const batch = 5000

type Writing = InEdition & {
  readonly now: Date
  readonly contacts: readonly PlannedContact[]
  readonly onProgress?: (done: number) => void
}

/** Makes rows for new contacts, each with the first lines of its log. Returns their ids in order. */
export async function insertContacts(
  scope: Scope,
  db: Db,
  { editionId, now, contacts, onProgress }: Writing,
): Promise<readonly string[]> {
  const ids = contacts.map(() => newId(now.getTime()))
  for (let from = 0; from < contacts.length; from += batch) {
    const part = contacts.slice(from, from + batch)
    const partIds = ids.slice(from, from + batch)
    await insertPart(scope, db, { editionId, now, contacts: part, ids: partIds })
    await logPlanned(scope, db, { editionId, now, contacts: part, ids: partIds })
    onProgress?.(Math.min(contacts.length, from + batch))
  }
  return ids
}

type Part = Omit<Writing, 'onProgress'> & { readonly ids: readonly string[] }

async function insertPart(
  { organisationId }: Scope,
  db: Db,
  { editionId, now, contacts, ids }: Part,
): Promise<void> {
  const column = <Value>(value: (contact: PlannedContact) => Value) => contacts.map(value)
  await sql`
    insert into contact (organisation_id, edition_id, contact_id, number, participant_id, channel, date, from_time,
      to_time, observer_id, scenario, state, changed_at)
    select ${organisationId}, ${editionId}, made.*, ${now}
    from unnest(${ids}::uuid[], ${column(({ number }) => number)}::int[],
      ${column(({ participant }) => participant)}::uuid[], ${column(({ channel }) => channel)}::text[],
      ${column(({ date }) => date)}::date[], ${column(({ from }) => from)}::text[],
      ${column(({ to }) => to)}::text[], ${column(({ observer }) => observer)}::uuid[],
      ${column(({ scenario }) => scenario ?? '')}::text[], ${column(stateOf)}::text[]) as made
  `.execute(db)
}

/** The log of a new contact: planned, and assigned a millisecond later where there is somebody. */
async function logPlanned(scope: Scope, db: Db, { editionId, now, contacts, ids }: Part): Promise<void> {
  const planned = ids.map((contactId): LogLine => ({ contactId, kind: 'planned', detail: {} }))
  const assigned = contacts.flatMap(({ observer }, index): LogLine[] =>
    observer === null ? [] : [{ contactId: ids[index]!, kind: 'assigned', detail: { observer } }],
  )
  await appendLog(scope, db, { editionId, at: now, lines: planned })
  await appendLog(scope, db, { editionId, at: new Date(now.getTime() + 1), lines: assigned })
}

export type LogLine = {
  readonly contactId: string
  readonly kind: 'planned' | 'assigned' | 'moved' | 'excluded'
  readonly detail: Readonly<Record<string, unknown>>
}

export async function appendLog(
  { organisationId, personId }: Scope,
  db: Db,
  { editionId, at, lines }: InEdition & { readonly at: Date; readonly lines: readonly LogLine[] },
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into contact_event (organisation_id, edition_id, contact_id, event_id, kind, at, recorded_at, person_id, detail)
    select ${organisationId}, ${editionId}, line.contact_id, line.event_id, line.kind, ${at}, ${at}, ${personId},
      line.detail::jsonb
    from unnest(${lines.map(({ contactId }) => contactId)}::uuid[], ${lines.map(() => newId(at.getTime()))}::uuid[],
      ${lines.map(({ kind }) => kind)}::text[], ${lines.map(({ detail }) => JSON.stringify(detail))}::text[])
      as line (contact_id, event_id, kind, detail)
  `.execute(db)
}

export type MovedContact = { readonly contactId: string; readonly planned: PlannedContact }

/** Gives contacts new places. Only ones without an attempt are touched; returns how many were. */
export async function moveContacts(
  { organisationId }: Scope,
  db: Db,
  { editionId, now, moved }: InEdition & { readonly now: Date; readonly moved: readonly MovedContact[] },
): Promise<number> {
  if (moved.length === 0) return 0
  const column = <Value>(value: (contact: PlannedContact) => Value) =>
    moved.map(({ planned }) => value(planned))
  const { numAffectedRows } = await sql`
    update contact set channel = place.channel, date = place.date, from_time = place.from_time,
      to_time = place.to_time, observer_id = place.observer_id, scenario = place.scenario, state = place.state,
      changed_at = ${now}
    from unnest(${moved.map(({ contactId }) => contactId)}::uuid[], ${column(({ channel }) => channel)}::text[],
      ${column(({ date }) => date)}::date[], ${column(({ from }) => from)}::text[],
      ${column(({ to }) => to)}::text[], ${column(({ observer }) => observer)}::uuid[],
      ${column(({ scenario }) => scenario ?? '')}::text[], ${column(stateOf)}::text[])
      as place (contact_id, channel, date, from_time, to_time, observer_id, scenario, state)
    where contact.organisation_id = ${organisationId} and contact.edition_id = ${editionId}
      and contact.contact_id = place.contact_id and contact.state in ('planned', 'assigned')
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Takes contacts without an attempt out of the plan; they stay as excluded, with the reason. */
export async function cancelContacts(
  { organisationId }: Scope,
  db: Db,
  cancelled: InEdition & {
    readonly now: Date
    readonly contactIds: readonly string[]
    readonly reason: string
  },
): Promise<number> {
  if (cancelled.contactIds.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('contact')
    .set({ state: 'excluded', excluded_reason: cancelled.reason, changed_at: cancelled.now })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', cancelled.editionId)
    .where('contact_id', 'in', [...cancelled.contactIds])
    .where('state', 'in', ['planned', 'assigned'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Excluded contacts that a re-plan took out, and not a person for what happened in them. */
export async function listCancelled(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ contact_id: string }>`
    select contact_id from contact_event
    where organisation_id = ${organisationId} and edition_id = ${editionId} and kind = 'excluded'
      and detail->>'by' = 'plan'
  `.execute(db)
  return new Set(rows.map((row) => row.contact_id))
}

/** Removes a plan that nobody has begun to carry out, with its log. */
export async function removeContacts(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<void> {
  for (const table of ['contact_event', 'draft', 'contact'] as const)
    await sql`
      delete from ${sql.table(table)} where organisation_id = ${organisationId} and edition_id = ${editionId}
    `.execute(db)
}

function stateOf({ observer }: PlannedContact): 'planned' | 'assigned' {
  return observer === null ? 'planned' : 'assigned'
}
