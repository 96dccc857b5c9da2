import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dense, denseRows } from './dense.ts'
import { sparseProduct, sparseTimes, times, timesTransposed, transposedTimes } from './product.ts'
import {
  addSparse,
  besideEachOther,
  type SparseRows,
  selectRows,
  sparseRows,
  transposed,
} from './sparse-rows.ts'

const small = fc.integer({ min: -9, max: 9 })
const table = (rows: number, columns: number) =>
  fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
const size = fc.integer({ min: 1, max: 70 })

/** The schoolbook way. */
function product(a: readonly number[][], b: readonly number[][]): number[][] {
  return a.map((row) =>
    b[0]!.map((_, column) => row.reduce((sum, value, at) => sum + value * b[at]![column]!, 0)),
  )
}
const turned = (a: readonly number[][]) => a[0]!.map((_, column) => a.map((row) => row[column]!))
const asTable = ({ rows, columns, value }: Dense) =>
  Array.from({ length: rows }, (_, row) => [...value.subarray(row * columns, (row + 1) * columns)])
const sparseOf = (rows: readonly number[][]): SparseRows =>
  sparseRows(
    rows[0]!.length,
    rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [[column, value] as const]))),
  )
function fullOf({ rows, columns, start, index, value }: SparseRows): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const full = new Array<number>(columns).fill(0)
    for (let place = start[row]!; place < start[row + 1]!; place++) full[index[place]!]! += value[place]!
    return full
  })
}
// −0 and 0 are the same number here.
const same = (found: number[][], wanted: number[][]) =>
  expect(found.map((row) => row.map((value) => value + 0))).toEqual(
    wanted.map((row) => row.map((value) => value + 0)),
  )

test('[1 2; 3 4] · [5 6; 7 8] is [19 22; 43 50], in every way of computing it', () => {
  const [a, b] = [
    denseRows([
      [1, 2],
      [3, 4],
    ]),
    denseRows([
      [5, 6],
      [7, 8],
    ]),
  ]
  const wanted = [
    [19, 22],
    [43, 50],
  ]
  same(asTable(times(a, b)), wanted)
  same(
    asTable(
      timesTransposed(
        a,
        denseRows([
          [5, 7],
          [6, 8],
        ]),
      ),
    ),
    wanted,
  )
  same(
    asTable(
      transposedTimes(
        denseRows([
          [1, 3],
          [2, 4],
        ]),
        b,
      ),
    ),
    wanted,
  )
  same(
    asTable(
      sparseTimes(
        sparseOf([
          [1, 2],
          [3, 4],
        ]),
        b,
      ),
    ),
    wanted,
  )
  same(
    fullOf(
      sparseProduct(
        sparseOf([
          [1, 2],
          [3, 4],
        ]),
        sparseOf([
          [5, 6],
          [7, 8],
        ]),
      ),
    ),
    wanted,
  )
})

test('products of whole numbers are those of the schoolbook, whatever the shape', () => {
  const shapes = fc.tuple(size, size, size).chain(([n, d, k]) => fc.tuple(table(n, d), table(d, k)))
  fc.assert(
    fc.property(shapes, ([a, b]) => {
      const wanted = product(a, b)
      same(asTable(timesTransposed(denseRows(a), denseRows(turned(b)))), wanted)
      same(asTable(sparseTimes(sparseOf(a), denseRows(b))), wanted)
      same(asTable(transposedTimes(denseRows(turned(a)), denseRows(b))), wanted)
    }),
    { numRuns: 40 },
  )
})

test('sparse products keep what is above the least only, columns in order', () => {
  fc.assert(
    fc.property(
      fc.tuple(size, size).chain(([n, d]) => fc.tuple(table(n, d), table(d, n))),
      ([a, b]) => {
        const found = sparseProduct(sparseOf(a), sparseOf(b), 2)
        same(
          fullOf(found),
          product(a, b).map((row) => row.map((value) => (value > 2 ? value : 0))),
        )
        for (let row = 0; row < found.rows; row++) {
          const columns = [...found.index.subarray(found.start[row], found.start[row + 1])]
          expect(columns).toEqual([...new Set(columns)].sort((x, y) => x - y))
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('turning twice, taking all rows and adding nothing change nothing', () => {
  fc.assert(
    fc.property(
      fc.tuple(size, size).chain(([n, d]) => table(n, d)),
      (a) => {
        const matrix = sparseOf(a)
        same(fullOf(transposed(matrix)), turned(a))
        expect(transposed(transposed(matrix))).toEqual(matrix)
        expect(selectRows(matrix, [...a.keys()])).toEqual(matrix)
        same(
          fullOf(addSparse(matrix, matrix, 2)),
          a.map((row) => row.map((value) => 3 * value)),
        )
        same(
          fullOf(besideEachOther(matrix, matrix)),
          a.map((row) => [...row, ...row]),
        )
      },
    ),
    { numRuns: 40 },
  )
})

test('entries of one column given twice are added up', () => {
  expect(
    fullOf(
      sparseRows(3, [
        [
          [2, 1],
          [0, 4],
          [2, 2],
        ],
        [],
      ]),
    ),
  ).toEqual([
    [4, 0, 3],
    [0, 0, 0],
  ])
})
