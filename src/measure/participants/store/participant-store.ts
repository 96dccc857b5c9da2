import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Channels, Relationship, Variant } from '../contract.ts'
import '../tables.ts'

export type StoredParticipant = {
  readonly participantId: string
  readonly name: string
  readonly class: string
  readonly website: string | null
  readonly variant: Variant
  readonly relationship: Relationship
  readonly channels: Channels
  readonly confirmedAt: Date | null
  readonly confirmedBy: string | null
  readonly note: string | null
  readonly withdrawnAt: Date | null
}

type InEdition = { readonly editionId: string }
export type OneParticipant = InEdition & { readonly participantId: string }

const columns = [
  'participant_id',
  'name',
  'class',
  'website',
  'variant',
  'relationship',
  'phone',
  'email',
  'contact_form',
  'chat',
  'messenger',
  'channels_confirmed_at',
  'channels_note',
  'withdrawn_at',
] as const

/** All participants of an edition, withdrawn ones too; in no particular order. */
export async function listParticipants(
  { organisationId }: Scope,
  db: Db,
  { editionId }: InEdition,
): Promise<readonly StoredParticipant[]> {
  const rows = await withConfirmer(db)
    .where('participant.organisation_id', '=', organisationId)
    .where('participant.edition_id', '=', editionId)
    .execute()
  return rows.map(toParticipant)
}

export async function findParticipant(
  { organisationId }: Scope,
  db: Db,
  { editionId, participantId }: OneParticipant,
): Promise<StoredParticipant | undefined> {
  const row = await withConfirmer(db)
    .where('participant.organisation_id', '=', organisationId)
    .where('participant.edition_id', '=', editionId)
    .where('participant.participant_id', '=', participantId)
    .executeTakeFirst()
  return row && toParticipant(row)
}

function withConfirmer(db: Db) {
  return db
    .selectFrom('participant')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'participant.organisation_id')
        .onRef('person.person_id', '=', 'participant.channels_confirmed_by'),
    )
    .select(columns.map((column) => `participant.${column}` as const))
    .select('person.name as confirmed_by')
}

type Row = Awaited<ReturnType<ReturnType<typeof withConfirmer>['execute']>>[number]

function toParticipant(row: Row): StoredParticipant {
  const { phone, email, chat, messenger, contact_form: contactForm } = row
  return {
    participantId: row.participant_id,
    name: row.name,
    class: row.class,
    website: row.website,
    variant: row.variant,
    relationship: row.relationship,
    channels: { phone, email, contactForm, chat, messenger },
    confirmedAt: row.channels_confirmed_at,
    confirmedBy: row.confirmed_by,
    note: row.channels_note,
    withdrawnAt: row.withdrawn_at,
  }
}

export type NewParticipant = Pick<
  StoredParticipant,
  'participantId' | 'name' | 'class' | 'website' | 'variant' | 'relationship' | 'channels'
>

/** Adds many at once; a name that is taken throws the database's unique violation. */
export async function insertParticipants(
  { organisationId }: Scope,
  db: Db,
  {
    editionId,
    now,
    participants,
  }: InEdition & { readonly now: Date; readonly participants: readonly NewParticipant[] },
): Promise<void> {
  for (let from = 0; from < participants.length; from += 500) {
    const rows = participants.slice(from, from + 500).map(({ participantId, channels, ...rest }) => ({
      organisation_id: organisationId,
      edition_id: editionId,
      participant_id: participantId,
      name: rest.name,
      class: rest.class,
      website: rest.website,
      variant: rest.variant,
      relationship: rest.relationship,
      ...toColumns(channels),
      channels_confirmed_at: null,
      channels_confirmed_by: null,
      channels_note: null,
      withdrawn_at: null,
      created_at: now,
      changed_at: now,
    }))
    await db.insertInto('participant').values(rows).execute()
  }
}

function toColumns({ contactForm, ...rest }: Partial<Channels>) {
  return { ...rest, ...(contactForm === undefined ? {} : { contact_form: contactForm }) } as {
    phone: string | null
    email: string | null
    contact_form: string | null
    chat: string | null
    messenger: string | null
  }
}

export type ParticipantChange = OneParticipant & { readonly now: Date } & Partial<
    Pick<StoredParticipant, 'name' | 'class' | 'website' | 'variant' | 'relationship' | 'withdrawnAt'>
  > & {
    readonly channels?: Partial<Channels>
    /** null takes a confirmation back. */
    readonly confirmation?: { readonly by: string; readonly note: string | null } | null
  }

/** Changes only what is given. */
export async function updateParticipant(
  { organisationId }: Scope,
  db: Db,
  change: ParticipantChange,
): Promise<void> {
  const { editionId, participantId, now, channels, confirmation, withdrawnAt, ...rest } = change
  await db
    .updateTable('participant')
    .set({
      ...rest,
      ...(channels ? toColumns(channels) : {}),
      ...(withdrawnAt === undefined ? {} : { withdrawn_at: withdrawnAt }),
      ...(confirmation === undefined ? {} : confirmed(confirmation, now)),
      changed_at: now,
    })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('participant_id', '=', participantId)
    .execute()
}

function confirmed(confirmation: NonNullable<ParticipantChange['confirmation']> | null, now: Date) {
  return {
    channels_confirmed_at: confirmation ? now : null,
    channels_confirmed_by: confirmation?.by ?? null,
    channels_note: confirmation?.note ?? null,
  }
}
