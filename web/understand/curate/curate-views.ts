/** The views of the curation page and what is chosen in them; both live in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from '../../search.ts'

export const curateViews = ['topics', 'suggestions', 'tray', 'codes', 'history'] as const
export type CurateView = (typeof curateViews)[number]

export type CurateState = {
  readonly view: CurateView
  readonly topic: string | undefined
  readonly q: string
  readonly go: (change: { view?: CurateView; topic?: string | undefined; q?: string }) => void
}

export function useCurateState(): CurateState {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const view = curateViews.find((each) => each === search.view) ?? 'topics'
  return {
    view,
    topic: search.topic,
    q: search.q ?? '',
    go: (change) => {
      const next = { view, topic: search.topic, q: search.q, ...change }
      void navigate({
        to: '.',
        search: { ...next, view: next.view === 'topics' ? undefined : next.view } as never,
        replace: true,
        resetScroll: false,
      })
    },
  }
}
