/** A linear model put together column by column, and HiGHS to solve it. */
import highsModule, { type Highs, type ModelData } from 'highs'

// The package declares the types of its CommonJS build; what Node loads is the module build, whose default is the loader.
const loadHighs = highsModule as unknown as typeof highsModule.default

let loaded: Promise<Highs> | undefined

/** One solver for the life of a thread: reading its program takes longer than many solves. */
export function highs(): Promise<Highs> {
  loaded ??= loadHighs()
  return loaded
}

export type Entry = readonly [row: number, value: number]

export type Column = {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  readonly whole?: boolean
  readonly entries: readonly Entry[]
}

export type LinearModel = {
  /** @returns the row's number */
  row(lower: number, upper: number): number
  /** @returns the column's number */
  column(column: Column): number
  data(): ModelData
}

export function linearModel(): LinearModel {
  const rows: { lower: number; upper: number }[] = []
  const columns: Column[] = []
  return {
    row: (lower, upper) => rows.push({ lower, upper }) - 1,
    column: (column) => columns.push(column) - 1,
    data() {
      const matrix = packed(columns)
      return {
        numCols: columns.length,
        numRows: rows.length,
        colCost: Float64Array.from(columns, ({ cost }) => cost),
        colLower: Float64Array.from(columns, ({ lower }) => lower),
        colUpper: Float64Array.from(columns, ({ upper }) => upper),
        rowLower: Float64Array.from(rows, ({ lower }) => lower),
        rowUpper: Float64Array.from(rows, ({ upper }) => upper),
        matrix: { format: 'csc', numRows: rows.length, numCols: columns.length, ...matrix },
        ...(columns.some(({ whole }) => whole)
          ? { integrality: Int32Array.from(columns, ({ whole }) => (whole ? 1 : 0)) }
          : {}),
      }
    },
  }
}

/** Columns one after the other, as the solver takes them. */
export function packed(columns: readonly Column[]): {
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
} {
  const starts = new Int32Array(columns.length + 1)
  columns.forEach(({ entries }, at) => {
    starts[at + 1] = starts[at]! + entries.length
  })
  const all = columns.flatMap(({ entries }) => entries)
  return {
    starts,
    indices: Int32Array.from(all, ([row]) => row),
    values: Float64Array.from(all, ([, value]) => value),
  }
}
