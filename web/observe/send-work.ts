/**
 * Brings what is kept in the browser to the server, in order: the clock's events, then the draft or the form.
 * Every piece carries its own id, so a piece that is sent twice counts once.
 */
import { useEffect } from 'react'
import { api, client, queryClient } from '../api.ts'
import { ProblemError } from '../problem.ts'
import { changeWork, readWork, unsentContacts, useUnsent, type WorkKey } from './local-work.ts'

export type Sent =
  | { readonly outcome: 'sent' }
  /** Nothing is lost: it will be tried again. */
  | { readonly outcome: 'kept'; readonly error: unknown }
  /** The server says that it cannot have happened; what it refused is given up. */
  | { readonly outcome: 'refused'; readonly error: unknown }

const running = new Map<string, Promise<Sent>>()

/** Sends everything that waits on a contact. A second call meanwhile waits its turn. */
export function sendWork(key: WorkKey): Promise<Sent> {
  const before = running.get(key.contactId) ?? Promise.resolve()
  const turn = before.then(() => sendNow(key))
  running.set(key.contactId, turn)
  return turn
}

async function sendNow(key: WorkKey): Promise<Sent> {
  try {
    await sendEvents(key)
    await sendDraft(key)
    await sendHandIn(key)
    return { outcome: 'sent' }
  } catch (error) {
    if (!isFinal(error)) return { outcome: 'kept', error }
    giveUp(key, error)
    await refresh(key)
    return { outcome: 'refused', error }
  }
}

/** A refusal that the same request will meet again; a missing network or session is not one. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 401 &&
    error.status !== 429
  )
}

async function sendEvents(key: WorkKey): Promise<void> {
  const { events } = readWork(key)
  if (events.length === 0) return
  const { contactId } = key
  const answer = await client.fieldwork.observe.log({ contactId, events: events.slice(0, 50) })
  // The answer is the whole log: it takes the place of what is taken out below, without a moment between.
  queryClient.setQueryData(detailKey(contactId), (detail) => detail && { ...detail, ...answer })
  void queryClient.invalidateQueries({ queryKey: api.fieldwork.observe.list.key() })
  const sent = new Set(events.slice(0, 50).map(({ eventId }) => eventId))
  changeWork(key, (work) => ({ ...work, events: work.events.filter(({ eventId }) => !sent.has(eventId)) }))
  await sendEvents(key)
}

async function sendDraft(key: WorkKey): Promise<void> {
  const { draft, handIn } = readWork(key)
  if (!draft || draft.sent || handIn) return
  const { answers, comments, savedAt } = draft
  await client.fieldwork.observe.saveDraft({ contactId: key.contactId, answers, comments, savedAt })
  changeWork(key, (work) =>
    work.draft?.savedAt === savedAt ? { ...work, draft: { ...work.draft, sent: true } } : work,
  )
}

async function sendHandIn(key: WorkKey): Promise<void> {
  const { handIn } = readWork(key)
  if (!handIn) return
  await client.fieldwork.observe.submit({ contactId: key.contactId, ...handIn })
  changeWork(key, () => ({ events: [] }))
  await refresh(key)
}

/** What was refused is taken out; what is written in the form stays as the draft, so that no word is lost. */
function giveUp(key: WorkKey, error: unknown): void {
  changeWork(key, ({ events, draft, handIn }) => {
    const kept = handIn ? { ...handIn, savedAt: handIn.submittedAt, sent: true } : draft
    if (events.length === 0) return { events, draft: kept && { ...kept, sent: true } }
    const named = error instanceof ProblemError ? error.issues[0]?.value : undefined
    const rest = events.filter(({ eventId }) => eventId !== named)
    return { events: rest.length < events.length ? rest : [], draft: kept }
  })
}

function detailKey(contactId: string) {
  return api.fieldwork.observe.get.queryKey({ input: { contactId } })
}

async function refresh({ contactId }: WorkKey): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: detailKey(contactId) }),
    queryClient.invalidateQueries({ queryKey: api.fieldwork.observe.list.key() }),
  ])
}

const retrySeconds = 20

/** While anything waits: try again when the network comes back, and now and then. */
export function useSending(personId: string): void {
  const waiting = useUnsent(personId).length > 0
  useEffect(() => {
    if (!waiting) return
    const sendAll = (): void => {
      for (const contactId of unsentContacts(personId)) void sendWork({ personId, contactId })
    }
    sendAll()
    window.addEventListener('online', sendAll)
    const timer = window.setInterval(sendAll, retrySeconds * 1000)
    return () => {
      window.removeEventListener('online', sendAll)
      window.clearInterval(timer)
    }
  }, [personId, waiting])
}
