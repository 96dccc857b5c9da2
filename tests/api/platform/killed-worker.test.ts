import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate, openDatabase } from '../../../src/platform/database/index.ts'
import { startJobs } from '../../../src/platform/jobs/index.ts'
import { plainRows, storeWriter } from '../../durability/store-writer.ts'
import { testServerUrl } from '../../support/database.ts'

const worker = join(import.meta.dirname, '../../durability/waiting-worker.ts')

it("a killed worker's job is taken up by another, within a minute", async () => {
  const { env, remove } = await storeWriter(plainRows, testServerUrl)
  const open = () =>
    openDatabase({
      dataFolder: env.LYTTEPOST_DATA!,
      ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    })
  const before = await open()
  await migrate(before.pool)
  const sending = await startJobs(before)
  const id = await sending.send('stuck', { piece: 7 })
  await sending.stop()
  await before.close()

  const child = spawn(process.execPath, [worker], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [taken] = await once(child.stdout, 'data')
  expect(String(taken).trim()).toBe(id)
  child.kill('SIGKILL')
  await once(child, 'exit')

  const after = await open()
  const jobs = await startJobs(after)
  const attempts: unknown[] = []
  await jobs.work('stuck', async ({ data, attempt }) => {
    attempts.push({ data, attempt })
    return { done: true }
  })
  await expect
    .poll(() => jobs.status(id), { timeout: 90_000, interval: 500 })
    .toMatchObject({ state: 'done' })
  expect(attempts).toEqual([{ data: { piece: 7 }, attempt: 2 }])
  await jobs.stop()
  await after.close()
  await remove()
}, 120_000)
