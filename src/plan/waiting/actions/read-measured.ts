/** What the latest published measurement says of waiting at the own centre. */

import { type ChannelId, channelIds } from '../../../measure/edition/contract.ts'
import { type Edition, listEditions } from '../../../measure/edition/index.ts'
import { currentResults, listParticipantNames, listScored } from '../../../measure/results/index.ts'
import { answersOfContacts } from '../../../measure/results/rules/gather-contacts.ts'
import { smallestClass } from '../../../measure/results/rules/visible-results.ts'
import type { Context } from '../../../organisation/index.ts'
import { getOrganisation } from '../../../organisation/index.ts'
import type { MeasuredWaiting } from '../contract.ts'
import { areaScore, waitingAreas, waitSteps } from '../rules/measured-waiting.ts'
import type { TimeCount } from '../rules/survival.ts'
import { listReadFor } from '../store/measured-store.ts'
import { listWaits } from '../store/wait-store.ts'
import { type Asked, askedQueue, logLine } from './asked-queue.ts'

type Own = { readonly participantId: string; readonly name: string }
const nothing: MeasuredWaiting = { measurement: null, computedAt: null }

export async function readMeasured(context: Context, asked: Asked): Promise<MeasuredWaiting> {
  const { scope, db } = context
  const { queue, from, to } = await askedQueue(context, asked)
  const published = (await listEditions(scope, db)).filter(({ state }) => state === 'published')
  for (const edition of published) {
    const own = await ownCentre(context, edition)
    if (!own) continue
    const channel = channelIds.find((id) => id === queue?.channel)
    const waits = queue ? (await listWaits(scope, db, await logLine(context, { queue, from, to }))).waits : []
    const found = await measurementOf(context, { edition, own, channel, waits })
    if (found) return found
  }
  return nothing
}

/**
 * The participant that the person reads for; else the only one that anybody of the organisation reads for; else the
 * one with the organisation's name. A programme with many participants has no centre of its own.
 */
async function ownCentre({ scope, db }: Context, { editionId }: Edition): Promise<Own | undefined> {
  const readFor = await listReadFor(scope, db, editionId)
  const asker = readFor.filter(({ isAsker }) => isAsker)
  if (asker.length > 0) return asker[0]
  if (readFor.length === 1) return readFor[0]
  const { name } = await getOrganisation(scope, db)
  return (await listParticipantNames(scope, db, editionId)).find((each) => each.name === name)
}

type Measuring = {
  readonly edition: Edition
  readonly own: Own
  readonly channel: ChannelId | undefined
  readonly waits: readonly TimeCount[]
}

async function measurementOf(
  context: Context,
  { edition, own, channel, waits }: Measuring,
): Promise<MeasuredWaiting | undefined> {
  const { editionId, method } = edition
  const { results, computedAt } = await currentResults(context, edition)
  const result = results.participants.find(({ participant }) => participant === own.name)
  if (!result) return undefined
  const ofClass = results.classes.find((one) => one.class === result.class)
  const shownClass = ofClass && ofClass.participants >= smallestClass ? ofClass : undefined
  const onChannel = result.channels.find((one) => one.channel === channel)
  const contacts = channel
    ? (
        await listScored(context.scope, context.db, { editionId, participantIds: [own.participantId] })
      ).filter((contact) => contact.channel === channel)
    : []
  return {
    computedAt: computedAt.toISOString(),
    measurement: {
      editionId,
      edition: edition.name,
      participantId: own.participantId,
      participant: own.name,
      areas: waitingAreas(method).flatMap(({ id, name }) => {
        const score = areaScore(result, id)
        return score
          ? [
              {
                id,
                name,
                own: score,
                channel: areaScore(onChannel, id),
                class: areaScore(shownClass, id),
              },
            ]
          : []
      }),
      steps: channel ? stepsOf({ edition, own, channel, waits }, contacts) : null,
    },
  }
}

function stepsOf(
  { edition: { method }, own, channel, waits }: Measuring & { readonly channel: ChannelId },
  contacts: Awaited<ReturnType<typeof listScored>>,
) {
  const answers = answersOfContacts(method, `participant:${own.name}`, contacts)
  const unanswered = contacts.filter(({ answered }) => !answered).length
  const steps = waitSteps({ method, channel }, { answers, unanswered }, waits)
  return steps && { ...steps, items: [...steps.items] }
}
