/** Contacts of an edition that was measured elsewhere, with their forms, scores and the one event of their log. */
import { newId } from '../../../kernel/ids.ts'
import { toInstant } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import type { ImportedContact } from '../rules/results/read-results.ts'

export type HistoryContact = ImportedContact & { readonly participantId: string; readonly number: number }

type History = {
  readonly editionId: string
  readonly method: EditionMethod
  readonly now: Date
  readonly contacts: readonly HistoryContact[]
}

const rowsAtOnce = 500

export async function countContacts({ organisationId }: Scope, db: Db, editionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Adds them all; the caller's transaction takes them back together. */
export async function insertHistory(scope: Scope, trx: Db, history: History): Promise<void> {
  for (let from = 0; from < history.contacts.length; from += rowsAtOnce) {
    const piece = history.contacts.slice(from, from + rowsAtOnce)
    const rows = piece.map((contact) => rowsFor(scope, history, contact))
    await trx
      .insertInto('contact')
      .values(rows.map(({ contact }) => contact))
      .execute()
    await trx
      .insertInto('submission')
      .values(rows.map(({ submission }) => submission))
      .execute()
    await trx
      .insertInto('submission_score')
      .values(rows.map(({ score }) => score))
      .execute()
    await trx
      .insertInto('contact_event')
      .values(rows.map(({ event }) => event))
      .execute()
  }
}

function rowsFor(scope: Scope, { editionId, method, now }: History, contact: HistoryContact) {
  const contactId = newId(now.getTime())
  const key = { organisation_id: scope.organisationId, edition_id: editionId, contact_id: contactId }
  const { window } = method.channels.find(({ id }) => id === contact.channel)!
  const at = toInstant(contact.date, window.from)
  const { answered, points, possible, score, areas } = contact.score
  return {
    contact: {
      ...key,
      number: contact.number,
      participant_id: contact.participantId,
      channel: contact.channel,
      date: contact.date,
      from_time: window.from,
      to_time: window.to,
      observer_id: null,
      scenario: '',
      state: 'approved' as const,
      due_at: null,
      excluded_reason: null,
      changed_at: now,
    },
    submission: {
      ...key,
      version: 1,
      submission_id: newId(now.getTime()),
      answered: contact.answered,
      answers: contact.answers,
      comments: contact.comments,
      transcript: null,
      submitted_at: at,
      submitted_by: scope.personId,
      method_version: method.methodVersion,
    },
    score: {
      ...key,
      method_version: method.methodVersion,
      answered,
      points,
      possible,
      score,
      areas,
      scored_at: now,
    },
    event: {
      ...key,
      event_id: newId(now.getTime()),
      kind: 'imported' as const,
      at,
      recorded_at: now,
      person_id: scope.personId,
      detail: { version: 1, line: contact.line, ...(contact.name === '' ? {} : { name: contact.name }) },
    },
  }
}
