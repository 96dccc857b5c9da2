/** What of the week is shown, kept in the address: a day, a skill, and a part of a name. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { PathTarget } from '../../design/path-target.ts'
import type { Search } from '../../search.ts'

export type Shown = { readonly day: string; readonly skill: string; readonly name: string }

export function useShown() {
  const { week } = useParams({ from: '/signed-in/plan/shifts/$week' })
  const { day = '', skill = '', name = '' } = useSearch({ strict: false }) as Search
  const shown: Shown = { day, skill, name }
  const navigate = useNavigate()
  const searchOf = (change: Partial<Shown>) =>
    Object.fromEntries(Object.entries({ ...shown, ...change }).filter(([, value]) => value !== ''))
  return {
    shown,
    linkWith: (change: Partial<Shown>): PathTarget => ({
      to: '/plan/shifts/$week',
      params: { week },
      search: searchOf(change),
    }),
    show: (change: Partial<Shown>) =>
      void navigate({ to: '.', search: searchOf(change) as never, replace: true, resetScroll: false }),
  }
}
