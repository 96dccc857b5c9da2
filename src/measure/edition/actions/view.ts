/** An edition as its pages show it. */
import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { EditionSummary, EditionView } from '../contract.ts'
import { brokenInvariants } from '../rules/check-method.ts'
import { stagesOf } from '../rules/edition-year.ts'
import { countEdition, countParticipants, editionsOfPerson } from '../store/count-store.ts'
import { type Edition, listEditions } from '../store/edition-store.ts'
import { loadEdition, setEditionState } from './load.ts'

/** Organisers see all editions, others those that they take part in. */
export async function readEditions({ scope, db }: Context): Promise<{ items: EditionSummary[] }> {
  const editions = await listEditions(scope, db)
  const participants = await countParticipants(scope, db)
  const all = scope.roles.some((role) => role === 'organiser' || role === 'admin')
  const mine = all ? undefined : await editionsOfPerson(scope, db)
  const seen = editions.filter(({ editionId }) => mine?.has(editionId) ?? true)
  return { items: seen.map((edition) => toSummary(edition, participants.get(edition.editionId) ?? 0)) }
}

export async function readEdition(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<EditionView> {
  const edition = await loadEdition(context, editionId)
  const today = toLocal(context.now).date
  const counts = await countEdition(context.scope, context.db, { editionId, today })
  const issues = brokenInvariants(edition.method).length
  return {
    ...toSummary(edition, counts.participants),
    counts,
    issues,
    stages: stagesOf({ state: edition.state, counts, issues }),
  }
}

function toSummary(edition: Edition, participants: number): EditionSummary {
  const { editionId, name, state, methodVersion, revision, copiedFrom } = edition
  const { start, weeks } = edition.method.calendar
  return {
    editionId,
    name,
    state,
    methodVersion,
    revision,
    copiedFrom,
    participants,
    from: start,
    to: addDays(start, weeks * 7 - 1),
    frozenAt: edition.frozenAt?.toISOString() ?? null,
    publishedAt: edition.publishedAt?.toISOString() ?? null,
    changedAt: edition.changedAt.toISOString(),
  }
}

/** @throws AppError edition-not-planned when fieldwork would start without contacts · those of setEditionState */
export async function moveEdition(
  context: Context,
  { editionId, state }: { readonly editionId: string; readonly state: 'fieldwork' | 'review' },
): Promise<EditionView> {
  const { counts } = await readEdition(context, { editionId })
  if (state === 'fieldwork' && counts.contacts === 0) throw new AppError('edition-not-planned')
  await setEditionState(context, editionId, state)
  return readEdition(context, { editionId })
}
