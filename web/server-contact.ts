/**
 * What each answer tells about the server: whether it can be reached, and how far this device's clock is from
 * its own.
 */
import { useSyncExternalStore } from 'react'
import { clockOffset, offsetThatMatters } from '../src/measure/fieldwork/rules/phone-clock.ts'

type ServerContact = {
  /** Whether the last request got an answer; undefined before the first. */
  readonly reached: boolean | undefined
  /** Milliseconds to add to this device's clock; undefined until it has been compared. */
  readonly offset: number | undefined
}

let contact: ServerContact = { reached: undefined, offset: undefined }
/** Both clocks of this device when they were compared: the one on the wall, and the one that nobody can set. */
let compared = { wall: 0, steady: 0 }
const listeners = new Set<() => void>()

function change(next: ServerContact): void {
  if (next.reached === contact.reached && next.offset === contact.offset) return
  contact = next
  for (const listener of listeners) listener()
}

/** An answer is worth comparing with when it came within this time. */
const slowest = 10_000
/** The `Date` header is whole seconds; a smaller difference between two comparisons is none. */
const noise = 5000

/** An answer came; `sentAt` is when its request left, by this device. */
export function noteAnswer(response: Response, sentAt: number): void {
  const receivedAt = Date.now()
  const date = response.headers.get('date')
  const serverAt = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(serverAt) || receivedAt - sentAt > slowest || receivedAt < sentAt) {
    change({ ...contact, reached: true })
    return
  }
  const offset = clockOffset({ sentAt, receivedAt, serverAt })
  const before = knownOffset()
  const isSame = before !== undefined && Math.abs(before - offset) < noise
  compared = { wall: receivedAt, steady: performance.now() }
  change({ reached: true, offset: isSame ? before : offset })
}

export function noteNoAnswer(): void {
  change({ ...contact, reached: false })
}

/** More than this between the two clocks of the device means that one of them was set, or slept. */
const jump = 30_000

/** The offset, unless the clock on the wall has been set since it was compared. */
function knownOffset(): number | undefined {
  const wall = Date.now() - compared.wall
  const steady = performance.now() - compared.steady
  return Math.abs(wall - steady) < jump ? contact.offset : undefined
}

/** What a time is corrected by now: nothing below a minute; undefined when it is not known. */
export function clockCorrection(): number | undefined {
  const offset = knownOffset()
  return offset === undefined ? undefined : offsetThatMatters(offset)
}

/** The time, by the server's clock as far as it is known. */
export function correctedNow(): Date {
  return new Date(Date.now() + (clockCorrection() ?? 0))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the server can be reached, as far as is known. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(listen, () => window.navigator.onLine && contact.reached !== false)
}

/** Minutes by which this device's clock is wrong, ahead positive; 0 when it is right or not compared. */
export function useClockError(): number {
  return useSyncExternalStore(listen, () => Math.round(-offsetThatMatters(contact.offset) / 60_000))
}
