import { expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { madeTexts } from '../rules/learn/made-texts.ts'
import { fitTopics } from './fit-topics.ts'

const texts = madeTexts(2000, seededRandom('threads')).map(({ text }) => text)

test('two threads find what one finds, to the last bit, and tell how far they are', async () => {
  const told: number[] = []
  const [one, two] = [
    await fitTopics(texts, { topics: 8, seed: 3, threads: 1 }),
    await fitTopics(texts, { topics: 8, seed: 3, threads: 2, onProgress: (share) => told.push(share) }),
  ]
  expect(two.group).toEqual(one.group)
  expect(two.certainty).toEqual(one.certainty)
  expect(two.vectors.consensus).toEqual(one.vectors.consensus)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(0)).toBe(0)
  expect(told.at(-1)).toBe(1)
})
