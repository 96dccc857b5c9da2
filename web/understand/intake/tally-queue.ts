/**
 * Presses that have not arrived yet, kept on the phone so that a page that is closed or a network that is gone loses
 * none. Each has an id of its own from the moment it is pressed, so that sending it twice counts it once.
 */
export type TallyPress = {
  readonly pressId: string
  readonly reason: string
  readonly at: string
  readonly undone: boolean
}

const key = (personId: string, sourceId: string): string => `lyttepost.tally.${personId}.${sourceId}`

export function keptPresses(personId: string, sourceId: string): readonly TallyPress[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(personId, sourceId)) ?? '[]')
    return Array.isArray(kept) ? (kept as TallyPress[]) : []
  } catch {
    return []
  }
}

export function keepPresses(personId: string, sourceId: string, presses: readonly TallyPress[]): void {
  try {
    if (presses.length === 0) localStorage.removeItem(key(personId, sourceId))
    else localStorage.setItem(key(personId, sourceId), JSON.stringify(presses))
  } catch {
    // Without storage the presses live as long as the page does.
  }
}

/** The queue without what has arrived; a press that was taken back meanwhile is another one and stays. */
export function withoutSent(
  queue: readonly TallyPress[],
  sent: readonly TallyPress[],
): readonly TallyPress[] {
  return queue.filter(
    (press) => !sent.some(({ pressId, undone }) => pressId === press.pressId && undone === press.undone),
  )
}
