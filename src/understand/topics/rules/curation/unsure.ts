/** When a person is asked: an even chance or less that the topic is right. */
const leastSure = 0.5

/** @example isUnsure(0.49) // true: the text waits in the tray with its nearest topics */
export function isUnsure(certainty: number): boolean {
  return certainty < leastSure
}
