/**
 * The observer's work on this device: what is drawn is a copy in memory of what is kept in the database. Each change
 * is made to what is kept at that moment, in one transaction, so that two tabs never overwrite one another; then it
 * is shown here, and the other tabs are told. Where nothing can be kept, the memory is all there is, and says so.
 */
import { useSyncExternalStore } from 'react'
import type { AssignmentDetail } from '../../src/measure/fieldwork/contract.ts'
import { isEmpty, isUnsent, noWork, type UnsentWork } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { deviceDb, type KeptContact, type Owner, rangeOf } from './device-db.ts'

/** Whose work it is, and on which contact. */
export type WorkKey = { readonly owner: Owner; readonly contactId: string }

/** Why this device cannot keep what is done: it is full, it has no database, or it failed otherwise. */
export type Trouble = 'full' | 'missing' | 'failed'

const memory = new Map<string, KeptContact>()
/** Changes on their way to the database, by contact; what is shown is ahead of what is kept. */
const underWay = new Map<string, number>()
/** What could not be kept: for these the memory is the truth. */
const unkept = new Set<string>()
const listeners = new Set<() => void>()
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('lyttepost-observe') : undefined
let trouble: Trouble | undefined
let all: readonly KeptContact[] = []
/** One change at a time, in the order in which they were made. */
let line: Promise<unknown> = Promise.resolve()

const nameOf = ({ owner, contactId }: WorkKey): string => `${owner}/${contactId}`
const emptyOf = ({ owner, contactId }: WorkKey): KeptContact => ({ owner, contactId, work: noWork })

function tell(): void {
  all = [...memory.values()]
  for (const listener of listeners) listener()
}

function inLine<T>(task: () => Promise<T>): Promise<T> {
  const turn = line.then(task, task)
  line = turn.catch(() => undefined)
  return turn
}

function show(record: KeptContact): void {
  const { detail, work } = record
  if (detail === undefined && isEmpty(work)) memory.delete(nameOf(record))
  else memory.set(nameOf(record), record)
  tell()
}

export type Change = (record: KeptContact) => KeptContact

/**
 * Makes a change, and is done when it is kept, or is known not to be (false). `typing` is shown at once and kept a
 * little later, for what a hand types; anything else is shown when it is kept. A change may be made twice, to what
 * is kept and to what is shown, so it must come out the same.
 */
export function changeRecord(key: WorkKey, change: Change, how: 'typing' | 'act' = 'act'): Promise<boolean> {
  const name = nameOf(key)
  const showChanged = (): void => show(change(memory.get(name) ?? emptyOf(key)))
  underWay.set(name, (underWay.get(name) ?? 0) + 1)
  if (how === 'typing') showChanged()
  return inLine(async () => {
    const kept = await keep(key, change, how)
    const left = (underWay.get(name) ?? 1) - 1
    underWay.set(name, left)
    // What is typed meanwhile is shown already and not yet kept: it must not jump back.
    if (kept !== undefined && left === 0) show(kept)
    else if (how === 'act') showChanged()
    else tell()
    channel?.postMessage(key)
    return kept !== undefined
  })
}

/** Tries again to keep what could not be kept: there may be room now. */
export function keepAgain(): void {
  for (const name of unkept) {
    const record = memory.get(name)
    if (record) void changeRecord(record, (same) => same)
  }
}

/** What is kept after the change; undefined when it could not be. */
async function keep(key: WorkKey, change: Change, how: 'typing' | 'act'): Promise<KeptContact | undefined> {
  const name = nameOf(key)
  try {
    const db = await deviceDb()
    const transaction = db.transaction('contacts', 'readwrite', {
      durability: how === 'act' ? 'strict' : 'relaxed',
    })
    const known = unkept.has(name)
      ? memory.get(name)
      : await transaction.store.get([key.owner, key.contactId])
    const next = change(known ?? emptyOf(key))
    if (next.detail === undefined && isEmpty(next.work))
      await transaction.store.delete([key.owner, key.contactId])
    else await transaction.store.put(next)
    await transaction.done
    unkept.delete(name)
    if (unkept.size === 0) trouble = undefined
    return next
  } catch (error) {
    unkept.add(name)
    trouble = troubleOf(error)
    return undefined
  }
}

function troubleOf(error: unknown): Trouble {
  if (!window.indexedDB) return 'missing'
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return 'full'
  return name === 'InvalidStateError' || name === 'SecurityError' ? 'missing' : 'failed'
}

let opened: { readonly owner: Owner; readonly done: Promise<void> } | undefined

/** Reads what this device keeps of a person's work, once, before a page draws it. */
export function openRecords(owner: Owner): Promise<void> {
  if (opened?.owner === owner) return opened.done
  // What could not be kept is nowhere else, whoever comes now.
  for (const name of [...memory.keys()]) if (!unkept.has(name)) memory.delete(name)
  const done = inLine(() => readAll(owner))
  opened = { owner, done }
  return done
}

/** Reads everything again, as another tab may have changed it. */
export function refreshRecords(owner: Owner): Promise<void> {
  return inLine(() => readAll(owner))
}

async function readAll(owner: Owner): Promise<void> {
  try {
    const kept = await (await deviceDb()).getAll('contacts', rangeOf(owner))
    for (const name of [...memory.keys()]) if (!unkept.has(name)) memory.delete(name)
    for (const record of kept) if (!unkept.has(nameOf(record))) memory.set(nameOf(record), record)
  } catch (error) {
    trouble = troubleOf(error)
  }
  tell()
}

channel?.addEventListener('message', ({ data }: MessageEvent<WorkKey>) => {
  if (data.owner === opened?.owner) void inLine(() => readOne(data))
})

async function readOne(key: WorkKey): Promise<void> {
  const name = nameOf(key)
  if (unkept.has(name) || (underWay.get(name) ?? 0) > 0) return
  const kept = await (await deviceDb()).get('contacts', [key.owner, key.contactId])
  show(kept ?? emptyOf(key))
}

/** Forgets all of a person's work on this device. */
export async function forgetRecords(owner: Owner): Promise<void> {
  await inLine(async () => {
    for (const [name, record] of memory) if (record.owner === owner) memory.delete(name)
    opened = undefined
    await (await deviceDb()).delete('contacts', rangeOf(owner)).catch(() => undefined)
  }).catch(() => undefined)
  tell()
}

export function recordOf(key: WorkKey): KeptContact {
  return memory.get(nameOf(key)) ?? emptyOf(key)
}

export function recordsOf(owner: Owner): readonly KeptContact[] {
  return all.filter((record) => record.owner === owner)
}

/** Of two tellings of the same assignment the one that knows more: a log only grows. */
export function newerDetail(one: AssignmentDetail | undefined, other: AssignmentDetail): AssignmentDetail {
  return one !== undefined && one.log.length > other.log.length ? one : other
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** One record; the same object until it changes. */
export function useRecord(key: WorkKey): KeptContact | undefined {
  return useSyncExternalStore(listen, () => memory.get(nameOf(key)))
}

/** Whether the device keeps everything that is shown of it; false for a moment after each letter. */
export function useIsKept(key: WorkKey): boolean {
  return useSyncExternalStore(listen, () => (underWay.get(nameOf(key)) ?? 0) === 0)
}

/** Everything that is kept on this device, of everybody who is open; filter by owner. */
export function useRecords(): readonly KeptContact[] {
  return useSyncExternalStore(listen, () => all)
}

export function useTrouble(): Trouble | undefined {
  return useSyncExternalStore(listen, () => trouble)
}

/** How many things wait to be sent, or were refused. */
export function countUnsent(work: UnsentWork): number {
  return work.waiting.length + work.refused.length
}

/** The contacts of a person with something that the server has not. */
export function unsentOf(owner: Owner, records: readonly KeptContact[] = all): readonly KeptContact[] {
  return records.filter((record) => record.owner === owner && isUnsent(record.work))
}

// The memory alone holds it: closing the page would lose it.
window.addEventListener('beforeunload', (event) => {
  const isLost = [...unkept].some((name) => {
    const record = memory.get(name)
    return record !== undefined && isUnsent(record.work)
  })
  if (isLost) event.preventDefault()
})
