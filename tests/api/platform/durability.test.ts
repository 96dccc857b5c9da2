/** A short form of `npm run bench durability`, which kills twenty times on each database. */
import { expect, it } from 'vitest'
import { seededRandom } from '../../../src/kernel/random.ts'
import { killTrials } from '../../durability/kill-trials.ts'
import { plainRows, storeWriter, submissions } from '../../durability/store-writer.ts'
import { testServerUrl } from '../../support/database.ts'

it('an acknowledged write survives kill -9 of the process, and is there once', async () => {
  const writer = await storeWriter(plainRows, testServerUrl)
  const result = await killTrials(writer, 3, seededRandom('durability'))
  await writer.remove()
  expect(result).toMatchObject({ kills: 3, lost: [], doubled: [] })
  expect(result.acknowledged).toBeGreaterThan(20)
}, 120_000)

it('a form that the server has acknowledged survives kill -9 of the server, and is there once', async () => {
  const writer = await storeWriter(submissions, testServerUrl)
  const result = await killTrials(writer, 2, seededRandom('submissions'))
  await writer.remove()
  expect(result).toMatchObject({ kills: 2, lost: [], doubled: [] })
  expect(result.acknowledged).toBeGreaterThan(1)
}, 120_000)
