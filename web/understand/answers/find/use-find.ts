/** The search as the agent types: hits at once, the first one chosen, and the search counted once when it has ended. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { AnswerInReview, FoundAnswer } from '../../../../src/understand/answers/contract.ts'
import { api } from '../../../api.ts'
import type { Search } from '../../../search.ts'
import { createSearchCount, type SearchCount } from './search-count.ts'

/** Letters that follow each other faster than this are asked about together. */
const typingMs = 40
const addressMs = 400

export function useFind() {
  const address = useSearch({ strict: false }) as Search
  const [query, setQuery] = useState(address.q ?? '')
  const [chosen, setChosen] = useState<string | undefined>(address.answer)
  const asked = useSettled(query.trim(), typingMs)
  const search = useQuery({
    ...api.answers.find.search.queryOptions({ input: { q: asked, limit: 10 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const hits = asked === '' ? [] : ((search.data?.items ?? []) as readonly FoundAnswer[])
  const inReview = asked === '' ? [] : ((search.data?.inReview ?? []) as readonly AnswerInReview[])
  const selected =
    hits.find(({ answerId }) => answerId === chosen)?.answerId ??
    (asked === '' ? address.answer : hits[0]?.answerId)
  const count = useCount()
  useEffect(() => {
    if (search.data && !search.isPlaceholderData) count.seen(asked, hits.length)
  })
  useAddress(asked, selected)
  const type = (text: string) => {
    setQuery(text)
    setChosen(undefined)
    if (text.trim() === '') count.end()
  }
  const choose = (answerId: string) => {
    setChosen(answerId)
    count.opened(answerId)
  }
  const step = (by: 1 | -1) => {
    const at = hits.findIndex(({ answerId }) => answerId === selected)
    const next = hits[Math.min(hits.length - 1, Math.max(0, at + by))]
    if (next) choose(next.answerId)
  }
  const isEmpty = asked !== '' && search.data !== undefined && !search.isPlaceholderData && hits.length === 0
  return { query, type, hits, inReview, selected, choose, step, isEmpty, asked, error: search.error, count }
}

function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), ms)
    return () => window.clearTimeout(timer)
  }, [text, ms])
  return settled
}

/** One counter for the visit; a search that is open when the page is left is counted then. */
function useCount(): SearchCount {
  const count = useRef<SearchCount>(undefined)
  count.current ??= createSearchCount()
  const current = count.current
  useEffect(() => {
    const end = () => current.end()
    window.addEventListener('pagehide', end)
    return () => {
      window.removeEventListener('pagehide', end)
      end()
    }
  }, [current])
  return current
}

/** The search and the answer stand in the address once the typing rests. */
function useAddress(asked: string, answer: string | undefined): void {
  const navigate = useNavigate()
  useEffect(() => {
    const timer = window.setTimeout(
      () =>
        void navigate({
          to: '/understand/find',
          search: { q: asked, answer: answer ?? '' } as never,
          replace: true,
        }),
      addressMs,
    )
    return () => window.clearTimeout(timer)
  }, [asked, answer, navigate])
}
