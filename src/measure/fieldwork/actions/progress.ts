/** Are we on time? Figures for the organiser, and the hold on all observers. */
import { addDays, isoWeek } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toInstant } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { setEditionState } from '../../edition/index.ts'
import type { LateContact, Progress, ProgressGroup } from '../contract.ts'
import { lateThing } from '../rules/due.ts'
import { countProgress, paceOf, progressBy, progressLine } from '../rules/progress.ts'
import { listProgressContacts } from '../store/contact-store.ts'
import { type FieldEdition, listFieldEditions } from '../store/edition-store.ts'
import { endPause, insertPause, listPauses } from '../store/pause-store.ts'
import { deleteScore } from '../store/score-store.ts'
import { appendToLife, findEdition, openContact } from './open-contact.ts'

type Contact = Awaited<ReturnType<typeof listProgressContacts>>[number]

/** The editions in the field, each with its counts. */
export async function readOverview({ scope, db, now }: Context) {
  const editions = await listFieldEditions(scope, db)
  const items = []
  for (const edition of editions) {
    const contacts = await listProgressContacts(scope, db, edition.editionId)
    const counts = countProgress(contacts, { now, paused: edition.state === 'paused' })
    items.push({ editionId: edition.editionId, edition: edition.name, state: edition.state, counts })
  }
  return { items }
}

/** @throws AppError not-found */
export async function readProgress(
  { scope, db, now }: Context,
  { editionId }: { readonly editionId: string },
): Promise<Progress> {
  const edition = await findEdition(scope, db, editionId)
  const contacts = await listProgressContacts(scope, db, editionId)
  const pauses = await listPauses(scope, db, [editionId])
  const moment = { now, paused: edition.state === 'paused' }
  const line = progressLine(contacts, seasonOf(edition), now)
  const groups = (keyOf: (contact: Contact) => string, nameOf: (contact: Contact) => string) => {
    const names = new Map(contacts.map((contact) => [keyOf(contact), nameOf(contact)]))
    return progressBy(contacts, keyOf, moment).map(
      (group): ProgressGroup => ({ ...group, name: names.get(group.key) ?? group.key }),
    )
  }
  return {
    edition: edition.name,
    state: edition.state,
    pace: paceOf(line),
    counts: countProgress(contacts, moment),
    line: [...line],
    byParticipant: groups(
      ({ participantId }) => participantId,
      ({ participant }) => participant,
    ),
    byChannel: groups(
      ({ channel }) => channel,
      ({ channel }) => channel,
    ),
    byWeek: groups(
      ({ date }) => isoWeek(date),
      ({ date }) => isoWeek(date),
    ).toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    byObserver: groups(
      ({ observerId }) => observerId ?? '',
      ({ observer }) => observer ?? '',
    ),
    late: lateContacts(contacts, moment),
    pauses: pauses.map(({ reason, pausedAt, pausedBy, resumedAt }) => ({
      reason,
      pausedAt: pausedAt.toISOString(),
      pausedBy,
      ...(resumedAt ? { resumedAt: resumedAt.toISOString() } : {}),
    })),
  }
}

function seasonOf({ method: { calendar } }: FieldEdition) {
  return { from: calendar.start, to: addDays(calendar.start, 7 * calendar.weeks - 1) }
}

/** No page shows more of them; the groups count them all. */
const mostLate = 1000

function lateContacts(
  contacts: readonly Contact[],
  moment: { readonly now: Date; readonly paused: boolean },
): LateContact[] {
  return contacts
    .flatMap((contact): LateContact[] => {
      const thing = lateThing(contact, moment)
      if (!thing) return []
      const { contactId, number, participant, channel, state, date } = contact
      const since = (contact.dueAt ?? toInstant(date, contact.to)).toISOString()
      const observer = contact.observer === null ? {} : { observer: contact.observer }
      return [{ contactId, number, participant, channel, state, date, thing, since, ...observer }]
    })
    .sort((one, other) => (one.since < other.since ? -1 : 1))
    .slice(0, mostLate)
}

/** @throws AppError not-found · fieldwork-closed · already-paused */
export async function pauseFieldwork(
  context: Context,
  { editionId, reason }: { readonly editionId: string; readonly reason: string },
): Promise<Record<string, never>> {
  const { scope, now } = context
  await inTransaction(context.db, async (trx) => {
    const { state } = await findEdition(scope, trx, editionId)
    if (state === 'paused') throw new AppError('already-paused')
    if (state !== 'fieldwork') throw new AppError('fieldwork-closed')
    await setEditionState(context, editionId, 'paused', trx)
    await insertPause(scope, trx, { pauseId: newId(now.getTime()), editionId, reason, at: now })
    const subject = { kind: 'edition', id: editionId }
    await recordAudit(context, { action: 'fieldwork.paused', subject, detail: { reason } }, trx)
  })
  return {}
}

/** @throws AppError not-found · not-paused */
export async function resumeFieldwork(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<Record<string, never>> {
  const { scope, now } = context
  await inTransaction(context.db, async (trx) => {
    const { state } = await findEdition(scope, trx, editionId)
    if (state !== 'paused') throw new AppError('not-paused')
    await setEditionState(context, editionId, 'fieldwork', trx)
    await endPause(scope, trx, { editionId, at: now })
    const subject = { kind: 'edition', id: editionId }
    await recordAudit(context, { action: 'fieldwork.resumed', subject }, trx)
  })
  return {}
}

/** Takes a contact out of the edition and of every figure. @throws AppError not-found · event-refused */
export async function excludeContact(
  context: Context,
  given: { readonly editionId: string; readonly contactId: string; readonly reason: string },
) {
  return inTransaction(context.db, async (trx) => {
    const open = await openContact(context, trx, { ...given, lock: true })
    const at = context.now.toISOString()
    const { life } = await appendToLife(context, trx, open, {
      events: [
        { eventId: newId(context.now.getTime()), kind: 'excluded', at, detail: { note: given.reason } },
      ],
      excludedReason: given.reason,
    })
    await deleteScore(context.scope, trx, open.contact)
    const subject = { kind: 'contact', id: given.contactId }
    await recordAudit(context, { action: 'contact.excluded', subject, detail: { reason: given.reason } }, trx)
    return { contactId: given.contactId, state: life.state }
  })
}
