/** Counts a search once, when it has ended: with what was done with its answer, and in nobody's name. */

type Act = 'opened' | 'copied' | 'linked'

export type SearchCount = {
  /** What is asked now, and how much was found. Another word on is the same search; other words are another one. */
  readonly seen: (query: string, found: number) => void
  readonly opened: (answerId: string) => void
  readonly used: (answerId: string, act: Act) => void
  readonly end: () => void
}

type Open = { query: string; found: number; answerId: string | null; act: Act | null; shownAt: number }

/** An answer that has been on the screen for so long has been read, aloud or not. */
const readMs = 8000

export function createSearchCount(
  send: (ended: Omit<Open, 'shownAt'>) => void = sendEnded,
  clock: () => number = Date.now,
): SearchCount {
  let open: Open | undefined
  let counted = ''
  const end = () => {
    const ended = open
    open = undefined
    if (!ended) return
    const { query, found, answerId, act, shownAt } = ended
    const wasRead = act === null && found > 0 && answerId !== null && clock() - shownAt >= readMs
    send({ query, found, answerId, act: wasRead ? 'opened' : act })
  }
  const isSame = (query: string, other: string) => query.startsWith(other) || other.startsWith(query)
  return {
    seen(query, found) {
      if (query.length < 2 || query === counted) return
      if (open && !isSame(query, open.query)) end()
      if (open?.query === query) return
      counted = ''
      open = { answerId: null, act: null, shownAt: clock(), ...open, query, found }
    },
    opened(answerId) {
      if (open) open = { ...open, answerId, act: 'opened', shownAt: clock() }
    },
    used(answerId, act) {
      if (!open) return
      counted = open.query
      open = { ...open, answerId, act }
      end()
    },
    end,
  }
}

/** Also while the page is being left. */
function sendEnded(ended: Omit<Open, 'shownAt'>): void {
  navigator.sendBeacon(
    '/api/understand/find/searches',
    new Blob([JSON.stringify(ended)], { type: 'application/json' }),
  )
}
