/** Approved submissions with their scores: what results are made of. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ChannelId } from '../../edition/contract.ts'
import type { ContactState } from '../../fieldwork/contract.ts'
import type { AreaScore } from '../rules/score-submission.ts'
import { scoredContacts } from './scored-contacts.ts'
import '../tables.ts'

export type ScoredSubmission = {
  readonly contactId: string
  readonly number: number
  readonly date: string
  readonly scenario: string
  readonly participantId: string
  readonly participant: string
  readonly class: string
  readonly channel: ChannelId
  readonly answered: boolean
  readonly points: number
  readonly possible: number
  readonly score: number
  readonly areas: Readonly<Record<string, AreaScore>>
  readonly answers: Readonly<Record<string, string>>
  /** Which hand-in of the form counts. What was written in it is read through `listMaskedTexts` only. */
  readonly version: number
  readonly state: ContactState
}

export type ScoredFilter = {
  readonly editionId: string
  readonly participantIds?: readonly string[]
  readonly contactId?: string
}

/** The last version of each scored submission, in the order of the plan. Withdrawn participants are left out. */
export async function listScored(
  scope: Scope,
  db: Db,
  { editionId, participantIds, contactId }: ScoredFilter,
): Promise<readonly ScoredSubmission[]> {
  if (participantIds?.length === 0) return []
  const rows = await scoredContacts(scope, db, editionId)
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.organisation_id', '=', 'score.organisation_id')
        .onRef('submission.edition_id', '=', 'score.edition_id')
        .onRef('submission.contact_id', '=', 'score.contact_id'),
    )
    .distinctOn(['contact.number'])
    .select(['score.contact_id', 'score.answered', 'score.points', 'score.possible', 'score.score'])
    .select(['score.areas', 'contact.number', 'contact.date', 'contact.scenario', 'contact.channel'])
    .select('contact.state')
    .select(['participant.participant_id', 'participant.name', 'participant.class'])
    .select(['submission.answers', 'submission.version'])
    .where('participant.withdrawn_at', 'is', null)
    .$if(participantIds !== undefined, (query) =>
      query.where('contact.participant_id', 'in', [...participantIds!]),
    )
    .$if(contactId !== undefined, (query) => query.where('score.contact_id', '=', contactId!))
    .orderBy('contact.number')
    .orderBy('submission.version', 'desc')
    .execute()
  return rows.map((row) => ({
    contactId: row.contact_id,
    number: row.number,
    date: row.date,
    scenario: row.scenario,
    participantId: row.participant_id,
    participant: row.name,
    class: row.class,
    channel: row.channel,
    answered: row.answered,
    points: row.points,
    possible: row.possible,
    score: row.score,
    areas: row.areas,
    answers: row.answers,
    version: row.version,
    state: row.state,
  }))
}

/** What the clock logged on a contact, oldest first. */
export async function listClockLog(
  { organisationId }: Scope,
  db: Db,
  { editionId, contactId }: { readonly editionId: string; readonly contactId: string },
): Promise<readonly { readonly kind: string; readonly at: Date }[]> {
  return db
    .selectFrom('contact_event')
    .select(['kind', 'at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('contact_id', '=', contactId)
    .where('kind', 'in', ['attemptStarted', 'automaticReply', 'humanReply', 'gaveUp', 'attemptEnded'])
    .orderBy('at')
    .execute()
}

/** When the first attempt at each contact of an edition began. */
export async function listFirstAttempts(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('contact_event')
    .select((build) => ['contact_id', build.fn.min('at').as('at')])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'attemptStarted')
    .groupBy('contact_id')
    .execute()
  return new Map(rows.map((row) => [row.contact_id, row.at]))
}
