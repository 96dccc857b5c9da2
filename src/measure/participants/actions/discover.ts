/** Channel discovery: sent as a job, done page by page, kept as evidence. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context, Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Found, Round } from '../contract.ts'
import type { PageSource } from '../page-reader/fetched.ts'
import { readSite, type SiteReading } from '../page-reader/read-site.ts'
import type { TakePicture } from '../page-reader/screenshot.ts'
import { emptyFound } from '../rules/settled-channels.ts'
import { saveCheck } from '../store/check-store.ts'
import { listParticipants, type StoredParticipant } from '../store/participant-store.ts'
import { readParticipants } from './view.ts'

export const discoverJob = 'participants.discover'
export type DiscoverPayload = {
  readonly organisationId: string
  readonly personId: string
  readonly editionId: string
  readonly round: Round
  readonly participantIds: readonly string[]
}
type Request = {
  readonly editionId: string
  readonly round: Round
  readonly participantIds?: readonly string[] | undefined
}

/**
 * Participants with planned contacts are left out: what was found is what their plan was made from.
 * @throws AppError not-found · channels-frozen when all that are asked for have planned contacts · nothing-to-read
 * when nobody has an address
 */
export async function startDiscovery(
  context: Context,
  { editionId, round, participantIds }: Request,
): Promise<{ jobId: string; participants: number }> {
  const { scope, jobs } = context
  const { items } = await readParticipants(context, { editionId })
  const wanted = participantIds && new Set(participantIds)
  const asked = items.filter(
    (item) => item.state !== 'withdrawn' && item.website && (wanted?.has(item.participantId) ?? true),
  )
  if (asked.length === 0) throw new AppError('nothing-to-read')
  const chosen = asked.filter(({ frozen }) => !frozen)
  if (chosen.length === 0) throw new AppError('channels-frozen')
  const { organisationId, personId } = scope
  const payload: DiscoverPayload = {
    organisationId,
    personId,
    editionId,
    round,
    participantIds: chosen.map((item) => item.participantId),
  }
  return { jobId: await jobs.send(discoverJob, payload, { organisationId }), participants: chosen.length }
}

const mostEvidence = 80

/** What is kept of a reading: enough to judge it, not the whole page. */
export function toFound(reading: SiteReading): Found {
  if (!reading.ok) return emptyFound
  const { channels, pages, skipped } = reading
  const order = { used: 0, hint: 1, rejected: 2 }
  return {
    phone: channels.phone.map(({ number, e164, label }) => ({ number, e164, label: label.slice(0, 120) })),
    email: channels.email.map((email) => email.address),
    contactForm: channels.contactForm,
    chat: [...channels.chat],
    messenger: [...channels.messenger],
    evidence: channels.evidence
      .toSorted((a, b) => order[a.verdict] - order[b.verdict])
      .slice(0, mostEvidence)
      .map((item) => ({ ...item, value: item.value.slice(0, 300), snippet: item.snippet.slice(0, 300) })),
    pages: [...pages],
    skipped: skipped.map(({ url, reason }) => ({ url, reason })),
  }
}

const forbidden = new Set(['invalid-address', 'scheme', 'port', 'private-address', 'robots'])

type Reader = { readonly source: PageSource; readonly picture: TakePicture; readonly now: () => Date }

/** Reads one participant's pages and keeps what was found, or why nothing was. */
export async function checkParticipant(
  reader: Reader,
  {
    scope,
    db,
    editionId,
    round,
    participant,
  }: { scope: Scope; db: Db; editionId: string; round: Round; participant: StoredParticipant },
): Promise<void> {
  const website = participant.website ?? ''
  const reading = await readSite(website, reader.source)
  const refusal = reading.ok ? undefined : reading.refusal
  await saveCheck(scope, db, {
    editionId,
    participantId: participant.participantId,
    round,
    checkedAt: reader.now(),
    source: website,
    outcome: reading.ok ? 'read' : forbidden.has(refusal!.reason) ? 'refused' : 'failed',
    reason: refusal?.reason ?? null,
    found: toFound(reading),
    screenshot: reading.ok ? await reader.picture(reading.url) : null,
  })
}

/** The participants of a job that still have an address. */
export async function participantsToCheck(
  scope: Scope,
  db: Db,
  { editionId, participantIds }: Pick<DiscoverPayload, 'editionId' | 'participantIds'>,
): Promise<readonly StoredParticipant[]> {
  const wanted = new Set(participantIds)
  const all = await listParticipants(scope, db, { editionId })
  return all.filter(
    (participant) => wanted.has(participant.participantId) && participant.website && !participant.withdrawnAt,
  )
}
