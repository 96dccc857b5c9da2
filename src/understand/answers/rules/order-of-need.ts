/** What needs somebody most comes first: wrong facts, stale texts, what waits for a yes; then what is asked most. */
type Line = {
  readonly state: string
  readonly wrong: readonly unknown[]
  readonly stale: readonly unknown[]
  readonly openComments: number
  readonly contacts: number | null
}

export function inOrderOfNeed<Each extends Line>(lines: readonly Each[]): Each[] {
  return lines.toSorted((a, b) => needOf(b) - needOf(a) || (b.contacts ?? 0) - (a.contacts ?? 0))
}

function needOf({ state, wrong, stale, openComments }: Line): number {
  if (state === 'retired') return -1
  if (wrong.length > 0) return 4
  if (stale.length > 0) return 3
  if (state === 'inReview') return 2
  return openComments > 0 ? 1 : 0
}
