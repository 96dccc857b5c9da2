import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../../src/kernel/errors.ts'
import { inTransaction, type OpenDatabase } from '../../../src/platform/database/index.ts'
import {
  type JobState,
  type Jobs,
  runInThread,
  shareOutInThreads,
  startJobs,
} from '../../../src/platform/jobs/index.ts'
import { freshDatabase } from '../../support/database.ts'

let database: OpenDatabase
let jobs: Jobs

beforeAll(async () => {
  database = await freshDatabase()
  jobs = await startJobs(database)
})
afterAll(async () => {
  await jobs.stop({ withinMs: 1000 })
  await database.close()
})

async function until(id: string, state: JobState) {
  for (let tries = 0; tries < 200; tries++) {
    const status = await jobs.status(id)
    if (status?.state === state) return status
    await pause(50)
  }
  throw new Error(`job never became ${state}: ${JSON.stringify(await jobs.status(id))}`)
}

describe('a job', () => {
  it('is worked on once, and its output is kept', async () => {
    await jobs.work<{ n: number }>('double', async ({ data }) => ({ doubled: data.n * 2 }))
    const id = await jobs.send(
      'double',
      { n: 21 },
      { organisationId: '0190a000-0000-7000-8000-000000000001' },
    )
    expect(await until(id, 'done')).toMatchObject({
      name: 'double',
      progress: 1,
      output: { doubled: 42 },
      error: null,
      organisationId: '0190a000-0000-7000-8000-000000000001',
    })
  })

  it('shows how far it is while it runs', async () => {
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    await jobs.work('long', async ({ progress }) => {
      progress(0.4, 'two of five')
      await held
      return undefined
    })
    const id = await jobs.send('long', {})
    await until(id, 'running')
    await expect
      .poll(() => jobs.status(id), { timeout: 5000 })
      .toMatchObject({ progress: 0.4, note: 'two of five' })
    finish()
    await until(id, 'done')
  })

  it('is tried again when an attempt fails, and says why when all have failed', async () => {
    const attempts: number[] = []
    await jobs.work('failing', async ({ attempt }) => {
      attempts.push(attempt)
      throw new Error(`attempt ${attempt} went wrong`)
    })
    const id = await jobs.send('failing', {}, { retryLimit: 1, retryDelay: 0 })
    expect(await until(id, 'failed')).toMatchObject({ error: 'attempt 2 went wrong' })
    expect(attempts).toEqual([1, 2])
  })

  it('is stopped while it runs when somebody cancels it', async () => {
    let reason: unknown
    await jobs.work('endless', ({ signal }) => {
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reason = signal.reason
          reject(signal.reason)
        })
      })
    })
    const id = await jobs.send('endless', {})
    await until(id, 'running')
    await jobs.cancel(id)
    await until(id, 'cancelled')
    await expect.poll(() => reason, { timeout: 5000 }).toBeInstanceOf(Error)
  })

  it('exists only when the transaction that sent it is committed', async () => {
    await jobs.define('in-transaction')
    let lost = ''
    const failing = inTransaction(database.db, async (trx) => {
      lost = await jobs.send('in-transaction', {}, { trx })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await jobs.status(lost)).toBeUndefined()
    const kept = await inTransaction(database.db, (trx) => jobs.send('in-transaction', {}, { trx }))
    expect(await jobs.status(kept)).toMatchObject({ state: 'waiting' })
  })

  it('that nobody sent has no status', async () => {
    expect(await jobs.status('0190a000-0000-7000-8000-00000000dead')).toBeUndefined()
  })
})

describe('a thread', () => {
  const module = new URL('./thread-example.ts', import.meta.url)

  it('computes beside the server and tells how far it is', async () => {
    const seen: number[] = []
    const result = await runInThread(module, { upTo: 10 }, { onProgress: (fraction) => seen.push(fraction) })
    expect(result).toMatchObject({ sum: 55 })
    expect(seen).toEqual([0.5, 1])
  })

  it('hands a refusal over as the refusal it was', async () => {
    const refused = runInThread(module, { upTo: -1 })
    await expect(refused).rejects.toBeInstanceOf(AppError)
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input', params: { upTo: -1 } })
  })

  it('takes several pieces of work one after the other, each handed to one that is free, all done', async () => {
    const sums: number[] = []
    const pieces = [10, 20, 30, 40, 50]
    await shareOutInThreads({ module, most: 2 }, pieces, async (run, upTo) => {
      const { sum } = await run<{ sum: number }>({ upTo })
      sums.push(sum)
    })
    expect(sums.toSorted((one, other) => one - other)).toEqual([55, 210, 465, 820, 1275])
  })

  it('hands out no more once a piece has failed', async () => {
    const begun: number[] = []
    const shared = shareOutInThreads({ module, most: 1 }, [1, -1, 2], async (run, upTo) => {
      begun.push(upTo)
      await run({ upTo })
    })
    await expect(shared).rejects.toMatchObject({ code: 'invalid-input' })
    expect(begun).toEqual([1, -1])
  })

  it('ends at once when it is aborted, even in the middle of computing', async () => {
    const abort = new AbortController()
    const endless = runInThread(module, { upTo: Number.POSITIVE_INFINITY }, { signal: abort.signal })
    setTimeout(() => abort.abort(new Error('enough')), 100)
    await expect(endless).rejects.toThrow('enough')
    expect(await runInThread(module, { upTo: 4 })).toMatchObject({ sum: 10 })
  })

  it('is used again by the next run, and by no other at the same time', async () => {
    type Told = { readonly thread: number }
    const first = await runInThread<Told>(module, { upTo: 1 })
    const [one, other] = await Promise.all([
      runInThread<Told>(module, { upTo: 2 }),
      runInThread<Told>(module, { upTo: 3 }),
    ])
    expect(one.thread).not.toBe(other.thread)
    expect([one.thread, other.thread]).toContain(first.thread)
  })

  it('does not keep the process alive when it has nothing to do', async () => {
    const script = `import { runInThread } from '${new URL('../../../src/platform/jobs/thread.ts', import.meta.url)}'
      console.log((await runInThread(new URL('${module}'), { upTo: 10 })).sum)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    expect({ said, code }).toEqual({ said: '55\n', code: 0 })
  })
})
