import { expect, test } from 'vitest'
import { sparseTimes } from '../matrix/product.ts'
import { sparseRows } from '../matrix/sparse-rows.ts'
import { positivePmi, textVectors, withoutDiagonal, wordVectors } from './ppmi.ts'
import { inverseDocumentFrequency, tfIdf } from './tf-idf.ts'

test('PPMI: two words that meet twice and nobody else, ln 2', () => {
  const found = positivePmi(sparseRows(2, [[[1, 2]], [[0, 2]]]))
  expect([...found.value]).toEqual([expect.closeTo(Math.LN2, 6), expect.closeTo(Math.LN2, 6)])
})

// By hand: rows sum to 4, 3, 3; contexts 4^.75 = 2.828, 3^.75 = 2.280 twice, 7.388 in all.
test('PPMI with a frequent word: what is met less than chance has none', () => {
  const found = positivePmi(
    sparseRows(3, [
      [
        [1, 3],
        [2, 1],
      ],
      [[0, 3]],
      [
        [0, 1],
        [2, 2],
      ],
    ]),
  )
  expect([...found.index.subarray(found.start[0], found.start[1])]).toEqual([1])
  expect(found.value[0]).toBeCloseTo(Math.log((3 * 7.388) / (4 * 2.28)), 3)
  expect(found.value[1]).toBeCloseTo(Math.log(7.388 / 2.828), 3)
  expect([...found.index.subarray(found.start[2], found.start[3])]).toEqual([2])
})

test('a word is not its own context', () => {
  expect([
    ...withoutDiagonal(
      sparseRows(2, [
        [
          [0, 5],
          [1, 1],
        ],
        [[1, 7]],
      ]),
    ).index,
  ]).toEqual([1])
})

// scikit-learn: TfidfVectorizer(sublinear_tf=True) on 'a b', 'a c'.
test('TF-IDF of two texts that share one word', () => {
  const counts = sparseRows(3, [
    [
      [0, 1],
      [1, 1],
    ],
    [
      [0, 1],
      [2, 1],
    ],
  ])
  expect([...inverseDocumentFrequency(counts)]).toEqual(
    [1, 1.405465, 1.405465].map((value) => expect.closeTo(value, 5)),
  )
  expect([...tfIdf(counts).value]).toEqual(
    [0.579739, 0.814802, 0.579739, 0.814802].map((value) => expect.closeTo(value, 5)),
  )
})

test('texts about the same have vectors on the same side, without a word in common', () => {
  // Words 0 and 1 go with 2; words 3 and 4 go with 5. Text 4 has only word 0, text 5 only word 1, text 6 only word 3.
  const counts = sparseRows(6, [
    ...([
      [
        [0, 1],
        [2, 1],
      ],
      [
        [1, 1],
        [2, 1],
      ],
      [
        [3, 1],
        [5, 1],
      ],
      [
        [4, 1],
        [5, 1],
      ],
    ] as [number, number][][]),
    ...([[[0, 1]], [[1, 1]], [[3, 1]]] as [number, number][][]),
  ])
  const together = sparseRows(6, [
    [[2, 1]],
    [[2, 1]],
    [
      [0, 1],
      [1, 1],
    ],
    [[5, 1]],
    [[5, 1]],
    [
      [3, 1],
      [4, 1],
    ],
  ])
  const vectors = textVectors(counts, wordVectors(together, { dimensions: 4, seed: 0 }), sparseTimes)
  const cosine = (a: number, b: number) => {
    let sum = 0
    for (let at = 0; at < vectors.columns; at++)
      sum += vectors.value[a * vectors.columns + at]! * vectors.value[b * vectors.columns + at]!
    return sum
  }
  expect(cosine(4, 5)).toBeGreaterThan(0.9)
  expect(cosine(4, 6)).toBeLessThan(0.3)
})
