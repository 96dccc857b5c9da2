/** A person settles how a participant is reached; only settled channels feed the plan. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { Channels, ParticipantDetail } from '../contract.ts'
import { overrides, proposeChannels } from '../rules/settled-channels.ts'
import { hasPlan, type OneParticipant, updateParticipant } from '../store/participant-store.ts'
import { readParticipant, readParticipants } from './view.ts'

type Decision = OneParticipant & { readonly channels: Channels; readonly note: string | null }

/**
 * Confirms what the checks suggest, or something else with a reason.
 * @throws AppError not-found · channels-frozen once a plan is made · invalid-input when a reason is missing
 */
export async function confirmChannels(context: Context, input: Decision): Promise<ParticipantDetail> {
  await inTransaction(context.db, async (trx) => {
    const { proposal, checks } = await readParticipant({ ...context, db: trx }, input)
    await refuseWhenFrozen(context, trx, input.editionId)
    const channels = withoutBlanks(input.channels)
    const isOverride = checks.length > 0 && overrides(channels, proposal)
    if (isOverride && !input.note)
      throw new AppError('invalid-input', {}, [{ code: 'reason-needed', path: 'note' }])
    await settle(context, trx, { ...input, channels })
  })
  return readParticipant(context, input)
}

/** Every participant whose two checks agree is confirmed with what they found. */
export async function confirmAgreed(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<{ confirmed: number }> {
  return inTransaction(context.db, async (trx) => {
    const within = { ...context, db: trx }
    const { items } = await readParticipants(within, { editionId })
    await refuseWhenFrozen(context, trx, editionId)
    const agreed = items.filter((participant) => participant.state === 'agreed')
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

function withoutBlanks(channels: Channels): Channels {
  const entries = Object.entries(channels).map(([way, value]) => [way, value === '' ? null : value])
  return Object.fromEntries(entries) as Channels
}

export async function refuseWhenFrozen({ scope }: Context, db: Db, editionId: string): Promise<void> {
  if (await hasPlan(scope, db, { editionId })) throw new AppError('channels-frozen')
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
