/**
 * What an observer has done that the server may not have yet, kept in this browser: events of the clock, the
 * draft, and a form that is handed in. It survives reload and a closed screen, and leaves only when the server has it.
 */
import { useSyncExternalStore } from 'react'
import type { Answers, ClockEvent, Comments } from '../../src/measure/fieldwork/contract.ts'

export type LocalDraft = {
  readonly answers: Answers
  readonly comments: Comments
  readonly savedAt: string
  readonly sent: boolean
}

export type LocalHandIn = {
  readonly submissionId: string
  readonly answers: Answers
  readonly comments: Comments
  readonly submittedAt: string
}

export type LocalWork = {
  readonly events: readonly ClockEvent[]
  readonly draft?: LocalDraft | undefined
  readonly handIn?: LocalHandIn | undefined
}

/** Whose work it is, and on which contact: two people can share a phone. */
export type WorkKey = { readonly personId: string; readonly contactId: string }

const prefix = 'lyttepost-observe'
const noWork: LocalWork = { events: [] }
const listeners = new Set<() => void>()
/** What was last read, by its text, so that the same work is the same object. */
const parsed = new Map<string, { readonly text: string; readonly work: LocalWork }>()

function storageKey({ personId, contactId }: WorkKey): string {
  return `${prefix}:${personId}:${contactId}`
}

export function readWork(key: WorkKey): LocalWork {
  return readStored(storageKey(key))
}

function readStored(name: string): LocalWork {
  const text = window.localStorage.getItem(name)
  if (text === null) return noWork
  const known = parsed.get(name)
  if (known?.text === text) return known.work
  const work = JSON.parse(text) as LocalWork
  parsed.set(name, { text, work })
  return work
}

/** Changes the work as it is at this moment, which another tab may have changed too. */
export function changeWork(key: WorkKey, change: (work: LocalWork) => LocalWork): void {
  const name = storageKey(key)
  const next = change(readStored(name))
  if (next.events.length === 0 && !next.draft && !next.handIn) window.localStorage.removeItem(name)
  else window.localStorage.setItem(name, JSON.stringify(next))
  tell()
}

/** Whether the server lacks something of it. */
export function isUnsent({ events, draft, handIn }: LocalWork): boolean {
  return events.length > 0 || draft?.sent === false || handIn !== undefined
}

/** The contacts of a person with something to send. */
export function unsentContacts(personId: string): readonly string[] {
  const start = `${prefix}:${personId}:`
  return Object.keys(window.localStorage)
    .filter((name) => name.startsWith(start) && isUnsent(readStored(name)))
    .map((name) => name.slice(start.length))
    .sort()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export function useWork(key: WorkKey): LocalWork {
  return useSyncExternalStore(listen, () => readWork(key))
}

/** The ids of contacts with something to send; follows every change, also those of another tab. */
export function useUnsent(personId: string): readonly string[] {
  const joined = useSyncExternalStore(listen, () => unsentContacts(personId).join(' '))
  return joined === '' ? [] : joined.split(' ')
}
