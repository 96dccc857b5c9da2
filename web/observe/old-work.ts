/** Moves what an earlier version kept in `localStorage` into the database, once. */

import { newId } from '../../src/kernel/ids.ts'
import type { Answers, ClockEvent, Comments } from '../../src/measure/fieldwork/contract.ts'
import {
  addEvent,
  handInForm,
  keepForm,
  type UnsentWork,
} from '../../src/measure/fieldwork/rules/unsent-work.ts'
import type { KeptContact, Owner } from './device-db.ts'
import { changeRecord } from './device-records.ts'

type OldForm = { readonly answers: Answers; readonly comments: Comments }
type OldWork = {
  readonly events: readonly ClockEvent[]
  readonly draft?: OldForm & { readonly savedAt: string; readonly sent: boolean }
  readonly handIn?: OldForm & { readonly submissionId: string; readonly submittedAt: string }
}

export async function moveOldWork(owner: Owner, personId: string): Promise<void> {
  const start = `lyttepost-observe:${personId}:`
  for (const name of Object.keys(window.localStorage).filter((key) => key.startsWith(start))) {
    const old = JSON.parse(window.localStorage.getItem(name) ?? '{"events":[]}') as OldWork
    const contactId = name.slice(start.length)
    const change = (record: KeptContact) => ({ ...record, work: withOld(record.work, old) })
    if (await changeRecord({ owner, contactId }, change)) window.localStorage.removeItem(name)
  }
}

function withOld(work: UnsentWork, { events, draft, handIn }: OldWork): UnsentWork {
  let next = events.reduce((before, event) => addEvent(before, event, { madeAt: event.at }), work)
  if (draft) {
    const { answers, comments, savedAt } = draft
    const form = { answers, comments }
    next = draft.sent
      ? { ...next, form: { ...form, savedAt } }
      : keepForm(next, { id: newId(Date.parse(savedAt)), form, made: { madeAt: savedAt } })
  }
  if (!handIn) return next
  const { submissionId, submittedAt, answers, comments } = handIn
  return handInForm(next, { id: submissionId, form: { answers, comments }, made: { madeAt: submittedAt } })
}
