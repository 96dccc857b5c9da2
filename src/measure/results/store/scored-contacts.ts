import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

/** A query of an edition's scored contacts with their participants: `score`, `contact`, `participant`. */
export function scoredContacts({ organisationId }: Scope, db: Db, editionId: string) {
  return db
    .selectFrom('submission_score as score')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organisation_id', '=', 'score.organisation_id')
        .onRef('contact.edition_id', '=', 'score.edition_id')
        .onRef('contact.contact_id', '=', 'score.contact_id'),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.organisation_id', '=', 'contact.organisation_id')
        .onRef('participant.edition_id', '=', 'contact.edition_id')
        .onRef('participant.participant_id', '=', 'contact.participant_id'),
    )
    .where('score.organisation_id', '=', organisationId)
    .where('score.edition_id', '=', editionId)
}
