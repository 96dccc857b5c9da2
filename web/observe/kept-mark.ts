/** Whether an observer has been signed in on this device and has not signed out; known without opening the database. */
const mark = 'lyttepost-kept'

export function wasKept(): boolean {
  return window.localStorage.getItem(mark) !== null
}

export function markKept(isKept: boolean): void {
  if (isKept) window.localStorage.setItem(mark, 'yes')
  else window.localStorage.removeItem(mark)
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
