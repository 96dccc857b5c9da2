/** Appeals with their logs. Nothing in them is ever changed. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { AppealEventKind, AppealState } from '../contract.ts'
import { stateOf } from '../rules/appeal-state.ts'
import type { EventDetail } from '../tables.ts'

export type AppealEvent = {
  readonly kind: AppealEventKind
  readonly at: Date
  readonly personId: string
  readonly person: string | null
  readonly detail: EventDetail
}

export type StoredAppeal = {
  readonly appealId: string
  readonly contactId: string
  readonly number: number
  readonly participantId: string
  readonly participant: string
  readonly class: string
  readonly channel: ChannelId
  readonly date: string
  readonly questions: readonly string[]
  readonly grounds: string
  readonly evidence: string | null
  readonly madeAt: Date
  readonly log: readonly AppealEvent[]
  readonly state: AppealState
}

type Wanted = {
  readonly editionId: string
  readonly appealId?: string
  readonly contactIds?: readonly string[]
}

/** Oldest first. */
export async function findAppeals(
  scope: Scope,
  db: Db,
  { editionId, appealId, contactIds }: Wanted,
): Promise<readonly StoredAppeal[]> {
  if (contactIds?.length === 0) return []
  const rows = await db
    .selectFrom('appeal')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organisation_id', '=', 'appeal.organisation_id')
        .onRef('contact.edition_id', '=', 'appeal.edition_id')
        .onRef('contact.contact_id', '=', 'appeal.contact_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'appeal.organisation_id')
        .onRef('participant.edition_id', '=', 'appeal.edition_id')
        .onRef('participant.participant_id', '=', 'appeal.participant_id'),
    )
    .select(['appeal.appeal_id', 'appeal.contact_id', 'appeal.participant_id', 'appeal.questions'])
    .select(['appeal.grounds', 'appeal.evidence', 'appeal.made_at'])
    .select(['contact.number', 'contact.channel', 'contact.date', 'participant.name', 'participant.class'])
    .where('appeal.organisation_id', '=', scope.organisationId)
    .where('appeal.edition_id', '=', editionId)
    .$if(appealId !== undefined, (query) => query.where('appeal.appeal_id', '=', appealId!))
    .$if(contactIds !== undefined, (query) => query.where('appeal.contact_id', 'in', [...contactIds!]))
    .orderBy('appeal.made_at')
    .execute()
  const logs = await listLogs(scope, db, editionId)
  return rows.map((row) => {
    const log = logs.get(row.appeal_id) ?? []
    return {
      appealId: row.appeal_id,
      contactId: row.contact_id,
      number: row.number,
      participantId: row.participant_id,
      participant: row.name,
      class: row.class,
      channel: row.channel as ChannelId,
      date: row.date,
      questions: row.questions,
      grounds: row.grounds,
      evidence: row.evidence,
      madeAt: row.made_at,
      log,
      state: stateOf(log.map(({ kind }) => kind)),
    }
  })
}

async function listLogs(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<ReadonlyMap<string, readonly AppealEvent[]>> {
  const rows = await db
    .selectFrom('appeal_event as event')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'event.organisation_id')
        .onRef('person.person_id', '=', 'event.person_id'),
    )
    .select(['event.appeal_id', 'event.kind', 'event.at', 'event.person_id', 'event.detail', 'person.name'])
    .where('event.organisation_id', '=', organisationId)
    .where('event.edition_id', '=', editionId)
    .orderBy('event.at')
    .orderBy('event.event_id')
    .execute()
  const events = rows.map((row) => ({
    appealId: row.appeal_id,
    event: { kind: row.kind, at: row.at, personId: row.person_id, person: row.name, detail: row.detail },
  }))
  return new Map(
    [...Map.groupBy(events, ({ appealId }) => appealId)].map(([id, own]) => [
      id,
      own.map(({ event }) => event),
    ]),
  )
}

type NewAppeal = Pick<
  StoredAppeal,
  'appealId' | 'contactId' | 'participantId' | 'questions' | 'grounds' | 'evidence' | 'madeAt'
>

export async function insertAppeal(
  { organisationId, personId }: Scope,
  trx: Db,
  editionId: string,
  appeal: NewAppeal,
): Promise<void> {
  await trx
    .insertInto('appeal')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      appeal_id: appeal.appealId,
      contact_id: appeal.contactId,
      participant_id: appeal.participantId,
      // The driver would make a list of PostgreSQL's own of an array.
      questions: JSON.stringify(appeal.questions) as never,
      grounds: appeal.grounds,
      evidence: appeal.evidence,
      made_at: appeal.madeAt,
      made_by: personId,
    })
    .execute()
}

export async function appendAppealEvent(
  { organisationId, personId }: Scope,
  trx: Db,
  { editionId, appealId }: { readonly editionId: string; readonly appealId: string },
  event: {
    readonly eventId: string
    readonly kind: AppealEventKind
    readonly at: Date
    readonly detail: EventDetail
  },
): Promise<void> {
  await trx
    .insertInto('appeal_event')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      appeal_id: appealId,
      event_id: event.eventId,
      kind: event.kind,
      at: event.at,
      person_id: personId,
      detail: event.detail,
    })
    .execute()
}

/** Makes whoever else works on the appeal wait until the transaction ends. */
export async function lockAppeal({ organisationId }: Scope, trx: Db, appealId: string): Promise<void> {
  await trx
    .selectFrom('appeal')
    .select('appeal_id')
    .where('organisation_id', '=', organisationId)
    .where('appeal_id', '=', appealId)
    .forUpdate()
    .execute()
}
