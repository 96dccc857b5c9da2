/** Second codings and their versions. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { Answers, Comments } from '../../fieldwork/contract.ts'
import type { CodingDraft, CodingPurpose } from '../contract.ts'
import '../tables.ts'

export type StoredCoding = {
  readonly editionId: string
  readonly codingId: string
  readonly contactId: string
  readonly number: number
  readonly participantId: string
  readonly participant: string
  readonly channel: ChannelId
  readonly scenario: string
  readonly purpose: CodingPurpose
  readonly material: string | null
  readonly askedAt: Date
  readonly withdrawnAt: Date | null
  readonly draft: CodingDraft | null
  /** Who made the contact. */
  readonly firstObserverId: string | null
  readonly firstObserver: string | null
  /** Who codes it. */
  readonly observerId: string
  readonly coder: string
  readonly coderPersonId: string | null
  /** The last hand-in. */
  readonly handedIn: HandedIn | undefined
}

export type HandedIn = {
  readonly version: number
  readonly answers: Answers
  readonly comments: Comments
  readonly at: Date
  readonly by: string
}

type Wanted = {
  readonly editionId?: string
  readonly codingId?: string
  readonly contactIds?: readonly string[]
  readonly coderPersonId?: string
}

/** Newest first. */
export async function findCodings(scope: Scope, db: Db, wanted: Wanted): Promise<readonly StoredCoding[]> {
  const rows = await codingQuery(scope, db)
    .$if(wanted.editionId !== undefined, (query) => query.where('coding.edition_id', '=', wanted.editionId!))
    .$if(wanted.codingId !== undefined, (query) => query.where('coding.coding_id', '=', wanted.codingId!))
    .$if(wanted.contactIds !== undefined, (query) =>
      query.where('coding.contact_id', 'in', [...wanted.contactIds!]),
    )
    .$if(wanted.coderPersonId !== undefined, (query) =>
      query.where('coder.person_id', '=', wanted.coderPersonId!),
    )
    .orderBy('coding.asked_at', 'desc')
    .orderBy('coding.coding_id')
    .execute()
  const last = await lastVersions(scope, db, rows)
  return rows.map((row) => ({
    editionId: row.edition_id,
    codingId: row.coding_id,
    contactId: row.contact_id,
    number: row.number,
    participantId: row.participant_id,
    participant: row.participant,
    channel: row.channel as ChannelId,
    scenario: row.scenario,
    purpose: row.purpose,
    material: row.material,
    askedAt: row.asked_at,
    withdrawnAt: row.withdrawn_at,
    draft: row.draft,
    firstObserverId: row.first_observer_id,
    firstObserver: row.first_observer,
    observerId: row.observer_id,
    coder: row.coder,
    coderPersonId: row.coder_person_id,
    handedIn: last.get(row.coding_id),
  }))
}

function codingQuery({ organisationId }: Scope, db: Db) {
  return db
    .selectFrom('second_coding as coding')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organisation_id', '=', 'coding.organisation_id')
        .onRef('contact.edition_id', '=', 'coding.edition_id')
        .onRef('contact.contact_id', '=', 'coding.contact_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .innerJoin('observer as coder', (join) =>
      join
        .onRef('coder.organisation_id', '=', 'coding.organisation_id')
        .onRef('coder.observer_id', '=', 'coding.observer_id'),
    )
    .leftJoin('observer as first', (join) =>
      join
        .onRef('first.organisation_id', '=', 'contact.organisation_id')
        .onRef('first.observer_id', '=', 'contact.observer_id'),
    )
    .select(['coding.edition_id', 'coding.coding_id', 'coding.contact_id', 'coding.purpose'])
    .select(['coding.material', 'coding.asked_at', 'coding.withdrawn_at', 'coding.draft'])
    .select(['coding.observer_id', 'coder.name as coder', 'coder.person_id as coder_person_id'])
    .select(['contact.number', 'contact.channel', 'contact.scenario', 'contact.participant_id'])
    .select(['contact.observer_id as first_observer_id', 'first.name as first_observer'])
    .select('participant.name as participant')
    .where('coding.organisation_id', '=', organisationId)
}

async function lastVersions(
  { organisationId }: Scope,
  db: Db,
  codings: readonly { readonly coding_id: string }[],
): Promise<ReadonlyMap<string, HandedIn>> {
  if (codings.length === 0) return new Map()
  const rows = await db
    .selectFrom('second_coding_version')
    .distinctOn('coding_id')
    .select(['coding_id', 'version', 'answers', 'comments', 'handed_in_at', 'handed_in_by'])
    .where('organisation_id', '=', organisationId)
    .where(
      'coding_id',
      'in',
      codings.map((row) => row.coding_id),
    )
    .orderBy('coding_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(
    rows.map(({ coding_id, version, answers, comments, handed_in_at: at, handed_in_by: by }) => [
      coding_id,
      { version, answers, comments, at, by },
    ]),
  )
}

export type NewCoding = Pick<StoredCoding, 'codingId' | 'contactId' | 'purpose' | 'material' | 'observerId'>

export async function insertCodings(
  { organisationId, personId }: Scope,
  trx: Db,
  editionId: string,
  { codings, at }: { readonly codings: readonly NewCoding[]; readonly at: Date },
): Promise<void> {
  if (codings.length === 0) return
  await trx
    .insertInto('second_coding')
    .values(
      codings.map(({ codingId, contactId, purpose, material, observerId }) => ({
        organisation_id: organisationId,
        edition_id: editionId,
        coding_id: codingId,
        contact_id: contactId,
        purpose,
        observer_id: observerId,
        material,
        asked_at: at,
        asked_by: personId,
        withdrawn_at: null,
        draft: null,
      })),
    )
    .execute()
}

type CodingKey = { readonly editionId: string; readonly codingId: string }

export async function changeCoding(
  { organisationId }: Scope,
  trx: Db,
  { editionId, codingId }: CodingKey,
  change: { readonly draft?: CodingDraft | null; readonly withdrawnAt?: Date },
): Promise<void> {
  await trx
    .updateTable('second_coding')
    .set({
      ...(change.draft === undefined ? {} : { draft: change.draft }),
      ...(change.withdrawnAt === undefined ? {} : { withdrawn_at: change.withdrawnAt }),
    })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('coding_id', '=', codingId)
    .execute()
}

/** The version that a hand-in made, when it has arrived before. */
export async function findHandIn({ organisationId }: Scope, db: Db, handInId: string) {
  return db
    .selectFrom('second_coding_version')
    .select(['coding_id', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('hand_in_id', '=', handInId)
    .executeTakeFirst()
}

export async function insertVersion(
  { organisationId, personId }: Scope,
  trx: Db,
  { editionId, codingId }: CodingKey,
  handIn: Omit<HandedIn, 'by'> & { readonly handInId: string },
): Promise<void> {
  await trx
    .insertInto('second_coding_version')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      coding_id: codingId,
      version: handIn.version,
      hand_in_id: handIn.handInId,
      answers: handIn.answers,
      comments: handIn.comments,
      handed_in_at: handIn.at,
      handed_in_by: personId,
    })
    .execute()
}

/** Makes whoever else hands in the same coding wait until the transaction ends. */
export async function lockCoding({ organisationId }: Scope, trx: Db, codingId: string): Promise<void> {
  await trx
    .selectFrom('second_coding')
    .select('coding_id')
    .where('organisation_id', '=', organisationId)
    .where('coding_id', '=', codingId)
    .forUpdate()
    .execute()
}
