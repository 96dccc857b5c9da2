/** Adding, changing and withdrawing participants. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import type { ParticipantDetail, Relationship, Variant } from '../contract.ts'
import { nameKey } from '../rules/import/read-import.ts'
import { noChannels } from '../rules/settled-channels.ts'
import { websiteAddress } from '../rules/website.ts'
import { replaceCompetitors } from '../store/competitor-store.ts'
import {
  findParticipant,
  insertParticipants,
  listParticipants,
  type OneParticipant,
  updateParticipant,
} from '../store/participant-store.ts'
import { readParticipant } from './view.ts'

type Fields = {
  readonly name: string
  readonly class: string
  readonly website: string | null
  readonly variant: Variant
  readonly relationship: Relationship
  readonly competitors: readonly string[]
}
type InEdition = { readonly editionId: string }

/** @throws AppError not-found · edition-state when the results are out · invalid-input with the field that is wrong */
export async function addParticipant(
  context: Context,
  input: Fields & InEdition,
): Promise<ParticipantDetail> {
  const { scope, db, now } = context
  const one = { editionId: input.editionId, participantId: newId(now.getTime()) }
  await inTransaction(db, async (trx) => {
    const fields = await checkFields(context, trx, { ...input, ...one })
    await insertParticipants(scope, trx, {
      ...one,
      now,
      participants: [{ ...fields, ...one, channels: noChannels }],
    })
    await replaceCompetitors(scope, trx, { ...one, competitors: fields.competitors })
    await note(context, trx, 'participant.added', one, { name: fields.name })
  })
  return readParticipant(context, one)
}

/** @throws AppError as addParticipant */
export async function editParticipant(
  context: Context,
  input: Fields & OneParticipant,
): Promise<ParticipantDetail> {
  const { scope, db, now } = context
  const { editionId, participantId } = input
  await inTransaction(db, async (trx) => {
    await mustExist(context, trx, input)
    const { competitors, ...fields } = await checkFields(context, trx, input)
    await updateParticipant(scope, trx, { editionId, participantId, now, ...fields })
    await replaceCompetitors(scope, trx, { editionId, participantId, competitors })
    await note(context, trx, 'participant.edited', input, { ...fields })
  })
  return readParticipant(context, input)
}

/** @throws AppError not-found */
export async function withdrawParticipant(
  context: Context,
  input: OneParticipant & { readonly reason: string },
): Promise<ParticipantDetail> {
  return setWithdrawn(context, input, {
    withdrawnAt: context.now,
    action: 'participant.withdrawn',
    reason: input.reason,
  })
}

/** @throws AppError not-found */
export async function reinstateParticipant(
  context: Context,
  input: OneParticipant,
): Promise<ParticipantDetail> {
  return setWithdrawn(context, input, { withdrawnAt: null, action: 'participant.reinstated', reason: null })
}

type Withdrawal = {
  readonly withdrawnAt: Date | null
  readonly action: string
  readonly reason: string | null
}

async function setWithdrawn(
  context: Context,
  one: OneParticipant,
  { withdrawnAt, action, reason }: Withdrawal,
): Promise<ParticipantDetail> {
  const { scope, db, now } = context
  const { editionId, participantId } = one
  await inTransaction(db, async (trx) => {
    await mustExist(context, trx, one)
    await updateParticipant(scope, trx, { editionId, participantId, now, withdrawnAt })
    await note(context, trx, action, one, reason ? { reason } : {})
  })
  return readParticipant(context, one)
}

async function mustExist({ scope }: Context, trx: Db, one: OneParticipant): Promise<void> {
  if (!(await findParticipant(scope, trx, one))) throw new AppError('not-found')
}

/** What the schema cannot say: the edition's classes, names that are taken, competitors that take part. */
async function checkFields(context: Context, trx: Db, input: Fields & OneParticipant): Promise<Fields> {
  const edition = await loadEdition(context, input.editionId, trx)
  refuseWhenPublished(edition)
  const others = (await listParticipants(context.scope, trx, input)).filter(
    (other) => other.participantId !== input.participantId,
  )
  const { classes } = edition.method
  const known = classes.find((name) => nameKey(name) === nameKey(input.class))
  const website = input.website ? websiteAddress(input.website) : null
  const chosen = input.variant === 'competitor' ? [...new Set(input.competitors)] : []
  if (others.some((other) => nameKey(other.name) === nameKey(input.name)))
    throw wrong('doubled-name', 'name', input.name)
  if (classes.length > 0 && known === undefined) throw wrong('unknown-class', 'class', input.class)
  if (website === undefined) throw wrong('not-an-address', 'website', input.website ?? '')
  const stranger = chosen.find((id) => !others.some((other) => other.participantId === id))
  if (stranger) throw wrong('unknown-competitor', 'competitors', stranger)
  const { name, variant, relationship } = input
  return { name, class: known ?? input.class, website, variant, relationship, competitors: chosen }
}

export function refuseWhenPublished({ state }: Pick<Edition, 'state'>): void {
  if (state === 'published') throw new AppError('edition-state', { from: state, to: state })
}

function wrong(code: string, path: string, value: string): AppError {
  return new AppError('invalid-input', {}, [{ code, path, value }])
}

function note(
  context: Context,
  trx: Db,
  action: string,
  { participantId }: OneParticipant,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(context, { action, subject: { kind: 'participant', id: participantId }, detail }, trx)
}
