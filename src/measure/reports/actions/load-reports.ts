/** What reports are made from: an edition's results and contacts, as far as the person who asks may have them. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, getOrganisation } from '../../../organisation/index.ts'
import type { EditionResults } from '../../results/contract.ts'
import {
  currentResults,
  findViewer,
  listMaskedTexts,
  listParticipantNames,
  listScored,
  type Viewer,
} from '../../results/index.ts'
import type { ToldContact } from '../rules/gather-report.ts'
import { mayBeQuoted } from '../rules/quoted-contacts.ts'
import type { EditionFacts } from '../rules/report-input.ts'

export type ReportEdition = {
  readonly viewer: Viewer
  readonly facts: EditionFacts
  readonly results: EditionResults
  readonly resultsAt: Date
  /** From a participant's name to its id. */
  readonly ids: ReadonlyMap<string, string>
}

/**
 * @throws AppError not-found for an edition that the person has nothing to do with · results-not-published for a
 * participant before the organiser has published
 */
export async function loadReports(context: Context, editionId: string): Promise<ReportEdition> {
  const { scope, db } = context
  const viewer = await findViewer(context, editionId)
  const { edition } = viewer
  const { results, computedAt, contacts, counted } = await currentResults(context, edition)
  const names = await listParticipantNames(scope, db, editionId)
  const facts: EditionFacts = {
    organisation: (await getOrganisation(scope, db)).name,
    edition: edition.name,
    method: edition.method,
    methodVersion: results.methodVersion,
    intervals: results.intervals,
    computedAt: computedAt.toISOString(),
    contacts,
    counted,
    taking: results.participants.length,
  }
  const ids = new Map(names.map(({ name, participantId }) => [name, participantId]))
  return { viewer, facts, results, resultsAt: computedAt, ids }
}

/** The name under which a participant stands in the results. @throws AppError not-found without a result */
export function nameOf({ results, ids }: ReportEdition, participantId: string): string {
  const found = results.participants.find(({ participant }) => ids.get(participant) === participantId)
  if (!found) throw new AppError('not-found')
  return found.participant
}

/** Everybody in the class of a participant, itself included: its gap is to them. */
export function classmates({ results }: ReportEdition, name: string): readonly string[] {
  const own = results.participants.find(({ participant }) => participant === name)
  return results.participants.filter((one) => one.class === own?.class).map(({ participant }) => participant)
}

/**
 * The contacts of some participants. Of the comments only those that a report may quote are read, with agents'
 * names masked.
 */
export async function loadTold(
  context: Context,
  { ids }: ReportEdition,
  { editionId, names }: { readonly editionId: string; readonly names: readonly string[] },
): Promise<readonly ToldContact[]> {
  const { scope, db } = context
  const participantIds = names.flatMap((name) => ids.get(name) ?? [])
  const contacts = await listScored(scope, db, { editionId, participantIds })
  const byParticipant = Map.groupBy(contacts, ({ participantId }) => participantId)
  const texts = await listMaskedTexts(context, editionId, [...byParticipant.values()].flatMap(mayBeQuoted))
  return contacts.map((contact) => ({ ...contact, comments: texts.get(contact.contactId)?.comments ?? {} }))
}
