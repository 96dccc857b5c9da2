import { expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { madeTexts } from '../rules/learn/made-texts.ts'
import { fitInThread } from './fit-in-thread.ts'
import { fitTopics } from './fit-topics.ts'

const texts = madeTexts(700, seededRandom('threads')).map(({ text }) => text)

test('two threads find what one finds, to the last bit, and tell how far they are', async () => {
  const told: number[] = []
  const one = await fitTopics(texts, { topics: 8, seed: 3, threads: 1 })
  const two = await fitInThread(
    { texts, topics: 8, seed: 3, threads: 2 },
    { onProgress: (share) => told.push(share) },
  )
  expect(two.group).toEqual(one.group)
  expect(two.certainty).toEqual(one.certainty)
  expect(two.vectors.consensus.value).toEqual(one.vectors.consensus.value)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(0)).toBe(0)
  expect(told.at(-1)).toBe(1)
})

test('is stopped at once', async () => {
  const stop = new AbortController()
  const fit = fitInThread(
    { texts, topics: 8, seed: 3, threads: 2 },
    { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
  )
  await expect(fit).rejects.toThrow('enough')
})
