/** Whether an observer has been signed in on this device and has not signed out; known without opening the database. */
const mark = 'lyttepost-kept'

export function wasKept(): boolean {
  return window.localStorage.getItem(mark) !== null
}

export function markKept(isKept: boolean): void {
  if (isKept) window.localStorage.setItem(mark, 'yes')
  else window.localStorage.removeItem(mark)
}
