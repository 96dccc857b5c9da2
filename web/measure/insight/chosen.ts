/** What is chosen on a page of insight; it stands in the address. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from '../../search.ts'

export type Chosen = readonly [value: string, choose: (value: string) => void]

/** One choice; what is not among the possible ones is the first of them. */
export function useChosen(key: string, possible: readonly string[]): Chosen {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const given = search[key] ?? ''
  const value = possible.includes(given) ? given : (possible[0] ?? '')
  const choose = (next: string) =>
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, [key]: next === possible[0] ? undefined : next })) as never,
      replace: true,
      resetScroll: false,
    })
  return [value, choose]
}
