/** What a table shows, as it stands in the address: `?q=bank&sort=-score&page=2&f.class=energy`. */
import type { Search } from '../../search.ts'

export type Sorting = { readonly column: string; readonly descending: boolean }

export type TableState = {
  readonly search: string
  readonly sorting: Sorting | null
  /** Counted from 1. */
  readonly page: number
  readonly pageSize: number
  /** Column → the code that its rows must have. */
  readonly filters: Readonly<Record<string, string>>
  /** The columns shown, when not the usual ones. */
  readonly columns: readonly string[] | null
}

export const pageSizes = [10, 25, 50, 100, 250] as const
export type PageSize = (typeof pageSizes)[number]

/** How a table looks before anybody has touched it. */
export type UsualState = { readonly sorting?: Sorting | undefined; readonly pageSize?: PageSize | undefined }
const usualPageSize: PageSize = 25

/** @example readTableState({ sort: '-score' }, '').sorting // { column: 'score', descending: true } */
export function readTableState(address: Search, prefix: string, usual: UsualState = {}): TableState {
  const at = (key: string): string | undefined => address[prefix + key]
  const size = Number(at('size'))
  return {
    search: at('q') ?? '',
    sorting: readSorting(at('sort')) ?? usual.sorting ?? null,
    page: Math.max(1, Math.floor(Number(at('page') ?? 1)) || 1),
    pageSize: pageSizes.find((offered) => offered === size) ?? usual.pageSize ?? usualPageSize,
    filters: readFilters(address, `${prefix}f.`),
    columns: at('columns')?.split(',') ?? null,
  }
}

function readSorting(text: string | undefined): Sorting | null {
  if (text === undefined || text === '' || text === '-') return null
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false }
}

function readFilters(address: Search, prefix: string): Readonly<Record<string, string>> {
  const ours = Object.entries(address).filter(([key, code]) => key.startsWith(prefix) && code !== '')
  return Object.fromEntries(ours.map(([key, code]) => [key.slice(prefix.length), code]))
}

/** The keys of the address that say this state; `undefined` removes a key that says only what is usual. */
export function writeTableState(
  state: TableState,
  prefix: string,
  usual: UsualState = {},
): Record<string, string | undefined> {
  const sort = state.sorting === null ? undefined : writeSorting(state.sorting)
  const usualSort = usual.sorting === undefined ? undefined : writeSorting(usual.sorting)
  const usualSize = usual.pageSize ?? usualPageSize
  return {
    [`${prefix}q`]: state.search || undefined,
    [`${prefix}sort`]: sort === usualSort ? undefined : sort,
    [`${prefix}page`]: state.page > 1 ? String(state.page) : undefined,
    [`${prefix}size`]: state.pageSize === usualSize ? undefined : String(state.pageSize),
    [`${prefix}columns`]: state.columns?.join(','),
    ...Object.fromEntries(
      Object.entries(state.filters).map(([column, code]) => [`${prefix}f.${column}`, code]),
    ),
  }
}

function writeSorting({ column, descending }: Sorting): string {
  return descending ? `-${column}` : column
}
