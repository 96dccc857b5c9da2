/** What is known of this device without opening its database. */
import { newId } from '../../src/kernel/ids.ts'
import type { Me } from '../../src/organisation/contract.ts'

/**
 * Whether an observer has been here: then a service worker has been registered. (A mark in `localStorage` would not
 * do: it is written lazily, and a phone that is killed forgets it.)
 */
export function isObserversDevice(): boolean {
  return 'serviceWorker' in window.navigator && window.navigator.serviceWorker.controller !== null
}

/** Whether something of this person may lie on the device, or of somebody who was here before. */
export function mayBeKept({ person }: Me): boolean {
  return person.roles.includes('observer') || isObserversDevice()
}

const device = 'lyttepost-device'

/**
 * This browser's own id, which tells the events of one phone from those of another. It says nothing about the phone,
 * and a new one is made when the browser forgets it.
 */
export function thisDevice(): string {
  const known = window.localStorage.getItem(device)
  if (known !== null) return known
  const made = newId()
  window.localStorage.setItem(device, made)
  return made
}

const leaving = 'lyttepost-leaving'

/** Somebody signed out while the server could not be told; it is told before anything else the next time. */
export function isLeaving(): boolean {
  return window.localStorage.getItem(leaving) !== null
}

export function markLeaving(isSo: boolean): void {
  if (isSo) window.localStorage.setItem(leaving, 'yes')
  else window.localStorage.removeItem(leaving)
}
