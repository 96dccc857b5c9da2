import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Search } from '../../search.ts'
import { readTableState, type TableState, type UsualState, writeTableState } from './table-state.ts'

/** The table's state in the address, and a way to change some of it. Anything but a new page starts at page 1. */
export function useTableState(
  prefix: string,
  usual: UsualState,
): readonly [TableState, (change: Partial<TableState>) => void] {
  const address = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is usual is written anew on each drawing
  const state = useMemo(() => readTableState(address, prefix, usual), [address, prefix])
  const change = (wanted: Partial<TableState>): void => {
    const next = { ...state, page: 1, ...wanted }
    const gone = Object.keys(state.filters).map((column) => [`${prefix}f.${column}`, undefined] as const)
    const keys = { ...Object.fromEntries(gone), ...writeTableState(next, prefix, usual) }
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, ...keys })) as never,
      replace: true,
      resetScroll: false,
    })
  }
  return [state, change]
}
