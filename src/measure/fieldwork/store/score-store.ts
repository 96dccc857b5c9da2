import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Score } from '../../results/rules/score-submission.ts'

type ContactKey = { readonly editionId: string; readonly contactId: string }

/** Keeps the score of an approved form; a form approved again replaces the one before. */
export async function saveScore(
  scope: Scope,
  trx: Db,
  contact: ContactKey,
  scored: { readonly score: Score; readonly methodVersion: string; readonly at: Date },
): Promise<void> {
  const { answered, points, possible, score, areas } = scored.score
  const values = {
    method_version: scored.methodVersion,
    answered,
    points,
    possible,
    score,
    areas,
    scored_at: scored.at,
  }
  await trx
    .insertInto('submission_score')
    .values({
      organisation_id: scope.organisationId,
      edition_id: contact.editionId,
      contact_id: contact.contactId,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'edition_id', 'contact_id']).doUpdateSet(values),
    )
    .execute()
}

/** A contact that is left out has no score. */
export async function deleteScore(scope: Scope, trx: Db, contact: ContactKey): Promise<void> {
  await trx
    .deleteFrom('submission_score')
    .where('organisation_id', '=', scope.organisationId)
    .where('edition_id', '=', contact.editionId)
    .where('contact_id', '=', contact.contactId)
    .execute()
}
