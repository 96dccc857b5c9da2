/**
 * Brings what is kept on this device to the server, in the order in which it was done. Every piece carries its own
 * id, so a piece that is sent twice counts once. One tab sends at a time; the others see what becomes of it.
 */
import { useEffect } from 'react'
import type { AssignmentDetail } from '../../src/measure/fieldwork/contract.ts'
import { correctTimes } from '../../src/measure/fieldwork/rules/phone-clock.ts'
import {
  delivered,
  nextPieces,
  type Piece,
  refusePieces,
  tried,
  type UnsentEvent,
} from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { client } from '../api.ts'
import { ProblemError } from '../problem.ts'
import { clockCorrection, correctedNow } from '../server-contact.ts'
import { refreshAssignment } from './assignment-queries.ts'
import { type KeptContact, type Owner, ownerOf } from './device-db.ts'
import {
  changeRecord,
  keepAgain,
  recordOf,
  refreshRecords,
  unsentOf,
  useRecords,
  type WorkKey,
} from './device-records.ts'

export type Sent =
  | { readonly outcome: 'sent' }
  /** Nothing is lost: it will be tried again. */
  | { readonly outcome: 'kept'; readonly error: unknown }
  /** The server says that it cannot be; what it refused lies apart, with the reason. */
  | { readonly outcome: 'refused'; readonly error: unknown }

const sent: Sent = { outcome: 'sent' }

/** A request that takes longer has met no network worth the name. */
const patience = 20_000

/** Sends everything that waits on one contact, or on all of them. */
export function sendWork(owner: Owner, contactId?: string): Promise<Sent> {
  return asOnlySender(owner, async () => {
    await refreshRecords(owner)
    const waiting = unsentOf(owner).filter(
      (record) => record.work.waiting.length > 0 && (contactId ?? record.contactId) === record.contactId,
    )
    if (waiting.length === 0) return sent
    let worst: Sent = sent
    for (const key of waiting) {
      const outcome = await sendContact(key)
      if (outcome.outcome === 'kept') return outcome
      if (outcome.outcome === 'refused') worst = outcome
    }
    return worst
  })
}

/** One tab at a time; a browser without locks sends anyway, because a piece that is sent twice counts once. */
function asOnlySender<T>(owner: Owner, task: () => Promise<T>): Promise<T> {
  if (!('locks' in window.navigator)) return task()
  return window.navigator.locks.request(`lyttepost-send ${owner}`, task) as Promise<T>
}

async function sendContact(key: WorkKey): Promise<Sent> {
  let outcome: Sent = sent
  let pieces = nextPieces(recordOf(key).work)
  while (pieces.length > 0) {
    try {
      await refuseOther(key.owner)
      await correctClock(key)
      pieces = nextPieces(recordOf(key).work)
      await deliver(key, pieces)
    } catch (error) {
      if (!isFinal(error)) {
        const answer = error instanceof ProblemError ? error.code : 'offline'
        await note(key, (record) => tried(record.work, idsOf(pieces), { at: nowText(), answer }))
        return { outcome: 'kept', error }
      }
      await putAside(key, pieces, error)
      outcome = { outcome: 'refused', error }
    }
    pieces = nextPieces(recordOf(key).work)
  }
  if (outcome.outcome === 'refused') await refreshAssignment(key)
  return outcome
}

const idsOf = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ id }) => id)
const nowText = (): string => correctedNow().toISOString()

function note(key: WorkKey, work: (record: KeptContact) => KeptContact['work']): Promise<boolean> {
  return changeRecord(key, (record) => ({ ...record, work: work(record) }))
}

/**
 * Another tab may have signed in as somebody else, for whom none of this work exists: then it waits for its owner.
 * The answer also compares the clocks.
 *
 * @throws ProblemError not-signed-in
 */
async function refuseOther(owner: Owner): Promise<void> {
  const me = await client.organisation.me({}, { signal: AbortSignal.timeout(patience) })
  if (ownerOf(me) !== owner) throw new ProblemError('not-signed-in', 401)
}

async function correctClock(key: WorkKey): Promise<void> {
  const offset = clockCorrection()
  const isCompared = recordOf(key).work.waiting.every(({ compared }) => compared)
  if (offset !== undefined && !isCompared) await note(key, ({ work }) => correctTimes(work, offset))
}

async function deliver(key: WorkKey, pieces: readonly Piece[]): Promise<void> {
  const { contactId } = key
  const options = { signal: AbortSignal.timeout(patience) }
  const [first] = pieces
  switch (first?.kind) {
    case undefined:
      return
    case 'event': {
      const events = pieces.filter((piece): piece is UnsentEvent => piece.kind === 'event')
      const answer = await client.fieldwork.observe.log(
        { contactId, events: events.map(({ event }) => event) },
        options,
      )
      return done(key, pieces, (detail) => ({ ...detail, ...(answer as Partial<AssignmentDetail>) }))
    }
    case 'draft': {
      const draft = { ...first.form, savedAt: first.madeAt }
      await client.fieldwork.observe.saveDraft({ contactId, ...draft }, options)
      return done(key, pieces, (detail) => ({ ...detail, draft }))
    }
    case 'submission': {
      const handedIn = { submissionId: first.id, ...first.form, submittedAt: first.madeAt }
      const receipt = await client.fieldwork.observe.submit({ contactId, ...handedIn }, options)
      await done(key, pieces, (detail) => afterHandIn(detail, handedIn, receipt))
      return refreshAssignment(key)
    }
  }
}

/** What the server has is taken off the list and written into the assignment in one step: never neither, never both. */
async function done(
  key: WorkKey,
  pieces: readonly Piece[],
  onDetail: (detail: AssignmentDetail) => AssignmentDetail,
): Promise<void> {
  await changeRecord(key, (record) => ({
    ...record,
    ...(record.detail ? { detail: onDetail(record.detail), detailAt: Date.now() } : {}),
    work: delivered(record.work, idsOf(pieces)),
  }))
}

function afterHandIn(
  { draft: _draft, ...detail }: AssignmentDetail,
  {
    submissionId,
    ...form
  }: NonNullable<Omit<AssignmentDetail['handedIn'] & object, 'version'>> & {
    readonly submissionId: string
  },
  { version, state }: { readonly version: number; readonly state: AssignmentDetail['state'] },
): AssignmentDetail {
  const kind = version === 1 ? 'submitted' : 'resubmitted'
  const log = [...detail.log, { eventId: submissionId, kind, at: form.submittedAt } as const]
  return { ...detail, state, log, handedIn: { ...form, version } }
}

/** Refusals that may be over later: who is signed in, a rush, a clock that is ahead. */
const mayPass: readonly number[] = [401, 403, 408, 425, 429]
const passing: readonly string[] = ['time-in-future', 'foreign-origin', 'idempotency-key-busy']

/** A refusal that the same request will meet again. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    error.status >= 400 &&
    error.status < 500 &&
    !mayPass.includes(error.status) &&
    !passing.includes(error.code) &&
    // A page that is no answer of ours: a gateway's, a hotel's sign-in.
    error.code !== 'unexpected'
  )
}

async function putAside(key: WorkKey, pieces: readonly Piece[], error: unknown): Promise<void> {
  if (!(error instanceof ProblemError)) return
  const why = error.params.refusal
  const named = error.issues.find(({ value }) => pieces.some(({ id }) => id === value))?.value
  await note(key, ({ work }) =>
    refusePieces(work, idsOf(pieces), {
      code: error.code,
      ...(typeof why === 'string' ? { why } : {}),
      ...(named === undefined ? {} : { named }),
      at: nowText(),
    }),
  )
}

const retrySeconds = 20

/** While anything waits: try again when the network comes back, when the screen is opened, and now and then. */
export function useSending(owner: Owner): void {
  const waiting = useRecords().some((record) => record.owner === owner && record.work.waiting.length > 0)
  useEffect(() => {
    if (!waiting) return
    const sendAll = (): void => {
      keepAgain()
      void sendWork(owner)
    }
    const onOpened = (): void => {
      if (document.visibilityState === 'visible') sendAll()
    }
    sendAll()
    window.addEventListener('online', sendAll)
    document.addEventListener('visibilitychange', onOpened)
    const timer = window.setInterval(sendAll, retrySeconds * 1000)
    return () => {
      window.removeEventListener('online', sendAll)
      document.removeEventListener('visibilitychange', onOpened)
      window.clearInterval(timer)
    }
  }, [owner, waiting])
}
