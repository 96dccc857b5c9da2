/** When a person is asked: an even chance or less that the topic is right. */
const leastSure = 0.5

/** @example isUnsure(0.49) // true: the text waits in the tray with its nearest topics */
export function isUnsure(certainty: number): boolean {
  return certainty < leastSure
}

/** One in twenty texts about known topics is less like them than this, and most about anything else are. */
const leastFamiliar = 0.05

/** Whether a text is likely about something that no topic is about: it waits in the tray whatever is nearest. */
export function isUnfamiliar(familiarity: number): boolean {
  return familiarity < leastFamiliar
}
