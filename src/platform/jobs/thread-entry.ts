import { parentPort } from 'node:worker_threads'
import { AppError } from '../../kernel/errors.ts'
import type { ThreadContext, ThreadMessage, ThreadRequest } from './thread.ts'

type ThreadModule = { run(input: unknown, context: ThreadContext): unknown }

const tell = (message: ThreadMessage) => parentPort!.postMessage(message)
const progress: ThreadContext['progress'] = (fraction, note) =>
  tell({ kind: 'progress', fraction, ...(note === undefined ? {} : { note }) })

parentPort!.on('message', async ({ module, input }: ThreadRequest) => {
  try {
    const { run } = (await import(module)) as ThreadModule
    tell({ kind: 'result', result: await run(input, { progress }) })
  } catch (error) {
    if (error instanceof AppError) {
      tell({ kind: 'refused', code: error.code, params: error.params, issues: error.issues })
    } else {
      tell({ kind: 'failed', error })
    }
  }
})
