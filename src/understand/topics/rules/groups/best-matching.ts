/**
 * Maximum-weight matching of rows to columns: each row with at most one column and the other way round, so that the
 * sum of the weights is as large as possible. The Hungarian method with potentials (Kuhn 1955; the shortest-path form
 * of Jonker & Volgenant 1987), rows² · columns steps.
 *
 * @example bestMatching([[3, 2], [3, 0]]) // [1, 0]: 2 + 3 is more than 3 + 0
 * @returns per row its column, or -1 where every column that is left has weight 0 or less
 */
export function bestMatching(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length
  const columns = weights[0]?.length ?? 0
  if (rows > columns) return turnedBack(bestMatching(turned(weights)), rows)
  const rowOf = assign(rows, columns, (row, column) => -Math.max(0, weights[row]![column]!))
  const matched = new Array<number>(rows).fill(-1)
  for (const [column, row] of rowOf.entries())
    if (row >= 0 && weights[row]![column]! > 0) matched[row] = column
  return matched
}

/** The cheapest assignment of every row to a column of its own; rows ≤ columns. Per column its row or -1. */
function assign(rows: number, columns: number, cost: (row: number, column: number) => number): number[] {
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  // Place `columns` stands for the row that is being placed; it is freed again at the end of each round.
  const rowOf = new Array<number>(columns + 1).fill(-1)
  for (let row = 0; row < rows; row++) {
    rowOf[columns] = row
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const cameFrom = new Int32Array(columns + 1).fill(columns)
    const used = new Uint8Array(columns + 1)
    let at = columns
    while (rowOf[at] !== -1) {
      used[at] = 1
      const current = rowOf[at]!
      let [least, next] = [Number.POSITIVE_INFINITY, columns]
      for (let column = 0; column < columns; column++) {
        if (used[column]) continue
        const reduced = cost(current, column) - rowPotential[current]! - columnPotential[column]!
        if (reduced < slack[column]!) {
          slack[column] = reduced
          cameFrom[column] = at
        }
        if (slack[column]! < least) [least, next] = [slack[column]!, column]
      }
      for (let column = 0; column <= columns; column++) {
        if (used[column]) {
          rowPotential[rowOf[column]!]! += least
          columnPotential[column]! -= least
        } else slack[column]! -= least
      }
      at = next
    }
    for (; at !== columns; at = cameFrom[at]!) rowOf[at] = rowOf[cameFrom[at]!]!
  }
  return rowOf.slice(0, columns)
}

function turned(weights: readonly (readonly number[])[]): number[][] {
  return weights[0]!.map((_, column) => weights.map((row) => row[column]!))
}

function turnedBack(columnsOf: readonly number[], rows: number): number[] {
  const matched = new Array<number>(rows).fill(-1)
  for (const [column, row] of columnsOf.entries()) if (row >= 0) matched[row] = column
  return matched
}
