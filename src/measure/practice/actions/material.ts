/** Teaching material: own perfect contacts, and those of the class whose owners let others learn from them. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { nameKey } from '../../participants/rules/import/read-import.ts'
import { listMaskedTexts, listScored, type MaskedTexts, type ScoredSubmission } from '../../results/index.ts'
import { listNamed } from '../../trend/index.ts'
import type { MaterialExample, PracticeHead } from '../contract.ts'
import { closestContacts, perfectContacts } from '../rules/perfect-contacts.ts'
import { withoutName } from '../rules/without-name.ts'
import { listNotes, listSharing, saveNote, saveSharing } from '../store/material-store.ts'
import {
  type Centre,
  findCentre,
  findOwnCentre,
  headOf,
  type InCentre,
  type MeasuredEdition,
  measuredEditions,
} from './centre.ts'
import { subjectOf } from './targets.ts'

type Material = PracticeHead & {
  readonly shares: boolean
  readonly own: MaterialExample[]
  readonly closest: MaterialExample[]
  readonly others: MaterialExample[]
  readonly sharing: number
}

export async function listMaterial(context: Context, input: InCentre): Promise<Material> {
  const { scope, db } = context
  const centre = await findCentre(context, input)
  const [measured] = await measuredEditions(context, centre)
  const sharing = await listSharing(scope, db)
  const shares = centre.keys.some((key) => sharing.has(key))
  const head = { ...headOf(centre, measured), shares }
  if (!measured) return { ...head, own: [], closest: [], others: [], sharing: 0 }
  const { edition, contacts } = measured
  const rest = await sharedContacts(context, centre, { measured, sharing })
  const chosen = {
    own: perfectContacts(contacts),
    closest: closestContacts(contacts),
    others: perfectContacts(rest.contacts),
  }
  const shown: Shown = {
    method: edition.method,
    texts: await listMaskedTexts(context, edition.editionId, Object.values(chosen).flat()),
    notes: await listNotes(scope, db, edition.editionId),
  }
  return {
    ...head,
    own: chosen.own.map((contact) => ownExample(contact, shown)),
    closest: chosen.closest.map((contact) => ownExample(contact, shown)),
    others: chosen.others.map((contact) => othersExample(contact, shown)),
    sharing: rest.centres,
  }
}

type Shared = { readonly centres: number; readonly contacts: readonly ScoredSubmission[] }

/** Only of the same class and edition, and of centres that have agreed. */
async function sharedContacts(
  { scope, db }: Context,
  { keys }: Centre,
  { measured, sharing }: { readonly measured: MeasuredEdition; readonly sharing: ReadonlySet<string> },
): Promise<Shared> {
  const { editionId } = measured.edition
  const own = new Set<string>(keys)
  const agreed = (await listNamed(scope, db)).filter(
    (one) =>
      one.editionId === editionId &&
      one.class === measured.class &&
      !own.has(nameKey(one.name)) &&
      sharing.has(nameKey(one.name)),
  )
  const participantIds = agreed.map(({ participantId }) => participantId)
  return { centres: agreed.length, contacts: await listScored(scope, db, { editionId, participantIds }) }
}

type Shown = {
  readonly method: EditionMethod
  readonly texts: ReadonlyMap<string, MaskedTexts>
  readonly notes: ReadonlyMap<string, string>
}

function ownExample(contact: ScoredSubmission, { method, texts, notes }: Shown): MaterialExample {
  const { contactId, number, date, channel, score } = contact
  const comments = commentsIn(method, texts.get(contactId))
  return { contactId, number, date, channel, score, comments, note: notes.get(contactId) ?? '' }
}

/** Without number, date and name: the contact cannot be looked up, and its centre is not told. */
function othersExample(contact: ScoredSubmission, { method, texts }: Shown): MaterialExample {
  const { contactId, channel, score, participant } = contact
  const comments = commentsIn(method, texts.get(contactId)).map(({ text, comment }) => ({
    text,
    comment: withoutName(comment, participant),
  }))
  return { contactId: null, number: null, date: null, channel, score, comments, note: '' }
}

function commentsIn(method: EditionMethod, texts: MaskedTexts | undefined): MaterialExample['comments'] {
  return method.comments.flatMap(({ id, text }) => {
    const comment = texts?.comments[id]?.trim()
    return comment ? [{ text, comment }] : []
  })
}

export async function shareMaterial(
  context: Context,
  { shared, ...input }: InCentre & { readonly shared: boolean },
): Promise<Record<never, never>> {
  const { scope, now } = context
  const centre = await findOwnCentre(context, input)
  return inTransaction(context.db, async (trx) => {
    await saveSharing(scope, trx, { centres: centre.keys, shared, now })
    await recordAudit(
      context,
      { action: 'material.shared', subject: subjectOf(centre), detail: { shared } },
      trx,
    )
    return {}
  })
}

type NoteInput = InCentre & { readonly contactId: string; readonly note: string }

/** @throws AppError not-found for a contact that is not one of the centre's · not-allowed */
export async function noteOnContact(
  context: Context,
  { contactId, note, ...input }: NoteInput,
): Promise<Record<never, never>> {
  const { scope, now } = context
  const centre = await findOwnCentre(context, input)
  const measured = await measuredEditions(context, centre)
  const found = measured.find(({ contacts }) => contacts.some((one) => one.contactId === contactId))
  if (!found) throw new AppError('not-found')
  const { editionId } = found.edition
  return inTransaction(context.db, async (trx) => {
    await saveNote(scope, trx, { editionId, contactId, note, now })
    await recordAudit(
      context,
      { action: 'material.noted', subject: { kind: 'contact', id: contactId }, detail: {} },
      trx,
    )
    return {}
  })
}
