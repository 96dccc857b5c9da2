/** A person settles how a participant is reached; only settled channels feed the plan. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { Channels, ParticipantDetail } from '../contract.ts'
import { hasChannel, overrides, proposeChannels, withoutBlanks } from '../rules/settled-channels.ts'
import { unusableWays } from '../rules/unusable-ways.ts'
import { type OneParticipant, updateParticipant } from '../store/participant-store.ts'
import { readParticipant, readParticipants } from './view.ts'

type Decision = OneParticipant & { readonly channels: Channels; readonly note: string | null }

/**
 * Confirms what the checks suggest, or something else with a reason.
 * @throws AppError not-found · channels-frozen once it has planned contacts · invalid-input when a reason is missing
 * or an observer could not use what is written
 */
export async function confirmChannels(context: Context, input: Decision): Promise<ParticipantDetail> {
  await inTransaction(context.db, async (trx) => {
    const { proposal, checks, frozen } = await readParticipant({ ...context, db: trx }, input)
    if (frozen) throw new AppError('channels-frozen')
    const channels = withoutBlanks(input.channels)
    const unusable = unusableWays(channels)
    if (unusable.length > 0) throw new AppError('invalid-input', {}, unusable)
    const isOverride = checks.length > 0 && overrides(channels, proposal)
    if (isOverride && !input.note)
      throw new AppError('invalid-input', {}, [{ code: 'reason-needed', path: 'note' }])
    await settle(context, trx, { ...input, channels })
  })
  return readParticipant(context, input)
}

/** Every participant whose two checks agree is confirmed with what they found, but for those with a plan. */
export async function confirmAgreed(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<{ confirmed: number }> {
  return inTransaction(context.db, async (trx) => {
    const within = { ...context, db: trx }
    const { items } = await readParticipants(within, { editionId })
    const agreed = items.filter(({ state, frozen }) => state === 'agreed' && !frozen)
    for (const { participantId } of agreed) {
      const { checks } = await readParticipant(within, { editionId, participantId })
      await settle(context, trx, {
        editionId,
        participantId,
        channels: proposeChannels(checks.at(-1)!.found),
        note: null,
      })
    }
    return { confirmed: agreed.length }
  })
}

/**
 * Every participant that nobody has checked, and that has a way of being reached in the list, is confirmed with it: for
 * an organiser whose file already holds what was found.
 */
export async function confirmListed(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<{ confirmed: number }> {
  return inTransaction(context.db, async (trx) => {
    const { items } = await readParticipants({ ...context, db: trx }, { editionId })
    const listed = items.filter((one) => one.state === 'unchecked' && !one.frozen && hasChannel(one.channels))
    for (const { participantId, channels } of listed)
      await settle(context, trx, { editionId, participantId, channels, note: null })
    return { confirmed: listed.length }
  })
}

async function settle(
  context: Context,
  trx: Db,
  { editionId, participantId, channels, note }: Decision,
): Promise<void> {
  const { scope, now } = context
  const confirmation = { by: scope.personId, note }
  await updateParticipant(scope, trx, { editionId, participantId, now, channels, confirmation })
  const subject = { kind: 'participant', id: participantId }
  await recordAudit(
    context,
    { action: 'participant.channelsConfirmed', subject, detail: { channels, note } },
    trx,
  )
}
