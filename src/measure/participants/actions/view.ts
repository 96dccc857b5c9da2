/** Participants as people see them: with their checks, their state and what the plan will use. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { Check, Participant, ParticipantDetail, ParticipantList } from '../contract.ts'
import { noChannels, plannedChannels, proposeChannels, standingOf } from '../rules/settled-channels.ts'
import { checksOf, findScreenshot, listChecks } from '../store/check-store.ts'
import { listCompetitors } from '../store/competitor-store.ts'
import {
  findParticipant,
  listParticipants,
  type OneParticipant,
  type StoredParticipant,
} from '../store/participant-store.ts'
import { plannedParticipants } from '../store/planned-store.ts'

type Reading = Pick<Context, 'scope' | 'db'>
const byName = new Intl.Collator('nb', { numeric: true })

/** @throws AppError not-found for an edition that is not there */
export async function readParticipants(
  { scope, db }: Reading,
  { editionId }: { readonly editionId: string },
): Promise<ParticipantList> {
  await loadEdition({ scope, db }, editionId)
  const stored = await listParticipants(scope, db, { editionId })
  const competitors = await listCompetitors(scope, db, editionId)
  const checks = Map.groupBy(await listChecks(scope, db, editionId), (check) => check.participantId)
  const planned = await plannedParticipants(scope, db, { editionId })
  const items = stored
    .map((participant) =>
      toView(participant, {
        checks: checks.get(participant.participantId) ?? [],
        competitors: competitors.get(participant.participantId) ?? [],
        frozen: planned.has(participant.participantId),
      }),
    )
    .sort((a, b) => byName.compare(a.name, b.name))
  return { items, classes: countClasses(items) }
}

function countClasses(items: readonly Participant[]): ParticipantList['classes'] {
  const taking = items.filter((participant) => participant.state !== 'withdrawn')
  return [...Map.groupBy(taking, (participant) => participant.class)]
    .map(([name, members]) => ({ name, count: members.length }))
    .sort((a, b) => byName.compare(a.name, b.name))
}

type Around = {
  readonly checks: readonly Check[]
  readonly competitors: readonly string[]
  readonly frozen: boolean
}

function toView(stored: StoredParticipant, { checks, competitors, frozen }: Around): Participant {
  const { confirmedAt, confirmedBy, withdrawnAt, ...rest } = stored
  const { state, differences } = standingOf({
    withdrawn: withdrawnAt !== null,
    confirmed: confirmedAt !== null,
    checks,
  })
  return {
    ...rest,
    competitors: [...competitors],
    chosen: [...plannedChannels(stored.channels)],
    state,
    differences: [...differences],
    frozen,
    confirmed: confirmedAt ? { at: confirmedAt.toISOString(), by: confirmedBy ?? '' } : null,
  }
}

/** @throws AppError not-found */
export async function readParticipant(
  { scope, db }: Reading,
  one: OneParticipant,
): Promise<ParticipantDetail> {
  const stored = await findParticipant(scope, db, one)
  if (!stored) throw new AppError('not-found')
  const checks = (await checksOf(scope, db, one)).map(({ participantId: _, ...check }) => check)
  const competitors = (await listCompetitors(scope, db, one.editionId)).get(one.participantId) ?? []
  const frozen = (await plannedParticipants(scope, db, one)).has(one.participantId)
  const last = checks.findLast((check) => check.outcome === 'read')
  return {
    ...toView(stored, { checks, competitors, frozen }),
    checks,
    proposal: last ? proposeChannels(last.found) : noChannels,
  }
}

/** @throws AppError not-found when no picture was taken */
export async function readScreenshot(
  { scope, db }: Reading,
  one: OneParticipant & { readonly round: number },
): Promise<File> {
  const picture = await findScreenshot(scope, db, one)
  if (!picture) throw new AppError('not-found')
  return new File([new Uint8Array(picture)], `check-${one.round}.jpg`, { type: 'image/jpeg' })
}
