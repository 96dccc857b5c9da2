import type { ReactNode } from 'react'
import type { Domain } from '../chart/scale.ts'

export type CellValue = string | number | null

/** One column: what it sorts, searches and exports by, and how it is drawn. */
export type TableColumn<Row> = {
  readonly id: string
  readonly header: string
  /** The plain value: sorted, searched and exported. null: there is none; such rows sort last. */
  readonly value: (row: Row) => CellValue
  /** How it is drawn when not as its value, such as a status or an interval. */
  readonly cell?: (row: Row) => ReactNode
  /** Decimals of a number; without it up to two are shown. */
  readonly decimals?: number
  /** A choice above the table: the code of a row, kept in the address, and its label. */
  readonly filter?: { readonly of: (row: Row) => string; readonly label: (code: string) => string }
  /** Hidden until the person chooses it. */
  readonly hidden?: boolean
  /** Numbers stand to the right; so does this column when its first rows hold numbers, unless told. */
  readonly align?: 'start' | 'end'
  readonly sortable?: boolean
  /** The axis of the intervals in this column, shown under its head. */
  readonly axis?: Domain
  /** Holds buttons, not a value: not sorted, exported or chosen, and its head is only read aloud. */
  readonly isAction?: boolean
}

/** Whether the column holds numbers, judged by the first row that has a value. */
export function isNumeric<Row>(column: TableColumn<Row>, rows: readonly Row[]): boolean {
  if (column.align !== undefined) return column.align === 'end'
  for (const row of rows) {
    const value = column.value(row)
    if (value !== null) return typeof value === 'number'
  }
  return false
}
