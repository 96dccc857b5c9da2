import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import { zeros } from './dense.ts'
import { orthonormal } from './orthonormal.ts'
import { transposedTimes } from './product.ts'
import { randomisedSvd } from './randomised-svd.ts'
import { sparseRows } from './sparse-rows.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

test('the eigenvalues of [2 1; 1 2] are 3 and 1, with vectors along the diagonals', () => {
  const { values, vectors } = symmetricEigen([2, 1, 1, 2], 2)
  expect([...values]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)])
  expect(Math.abs(vectors[0]!)).toBeCloseTo(Math.SQRT1_2, 12)
  expect(vectors[0]! * vectors[2]!).toBeCloseTo(0.5, 12)
})

test('values and vectors make the matrix again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.integer(), (size, seed) => {
      const random = seededRandom(seed)
      const matrix = new Float64Array(size * size)
      for (let row = 0; row < size; row++)
        for (let column = 0; column <= row; column++) {
          matrix[row * size + column] = random() - 0.5
          matrix[column * size + row] = matrix[row * size + column]!
        }
      const { values, vectors } = symmetricEigen(matrix, size)
      for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++) {
          let sum = 0
          for (let at = 0; at < size; at++)
            sum += vectors[row * size + at]! * values[at]! * vectors[column * size + at]!
          expect(sum).toBeCloseTo(matrix[row * size + column]!, 10)
        }
      expect([...values]).toEqual([...values].sort((a, b) => b - a))
    }),
    { numRuns: 40 },
  )
})

test('orthonormal columns have length 1 and right angles', () => {
  const random = seededRandom(3)
  const matrix = zeros(300, 12)
  for (let place = 0; place < matrix.value.length; place++) matrix.value[place] = random() + (place % 12)
  const gram = transposedTimes(orthonormal(matrix), orthonormal(matrix))
  for (let place = 0; place < 144; place++) expect(gram.value[place]).toBeCloseTo(place % 13 === 0 ? 1 : 0, 4)
})

// Singular values by LAPACK (NumPy's linalg.svd).
test('singular values of a worked matrix', () => {
  const matrix = sparseRows(4, [
    [[0, 3]],
    [[1, 2]],
    [
      [0, 1],
      [2, 1],
    ],
    [[3, 0.5]],
    [
      [0, 1],
      [3, 1],
    ],
  ])
  const { singular, scaled } = randomisedSvd(matrix, { dimensions: 3, seed: 1 })
  expect([...singular]).toEqual([3.34642644, 2, 1.08829214].map((value) => expect.closeTo(value, 5)))
  expect(scaled).toMatchObject({ rows: 5, columns: 3 })
  const gram = transposedTimes(scaled, scaled)
  expect(gram.value[0]).toBeCloseTo(3.34642644 ** 2, 4)
  expect(gram.value[1]).toBeCloseTo(0, 4)
})

test('more dimensions than the matrix has are not made up', () => {
  expect(
    randomisedSvd(sparseRows(2, [[[0, 1]], [[1, 2]], []]), { dimensions: 50, seed: 0 }).singular,
  ).toHaveLength(2)
  expect(randomisedSvd(sparseRows(0, [[], []]), { dimensions: 5, seed: 0 }).scaled).toMatchObject({
    rows: 2,
    columns: 0,
  })
})
