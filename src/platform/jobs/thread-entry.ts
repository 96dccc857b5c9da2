import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../kernel/errors.ts'
import type { ThreadContext, ThreadMessage } from './thread.ts'

type ThreadModule = { run(input: unknown, context: ThreadContext): unknown }

const { module } = workerData as { module: string }
const imported = import(module) as Promise<ThreadModule>
const tell = (message: ThreadMessage) => parentPort!.postMessage(message)
const progress: ThreadContext['progress'] = (fraction, note) =>
  tell({ kind: 'progress', fraction, ...(note === undefined ? {} : { note }) })

parentPort!.on('message', async (input: unknown) => {
  try {
    const { run } = await imported
    tell({ kind: 'result', result: await run(input, { progress }) })
  } catch (error) {
    if (error instanceof AppError) {
      tell({ kind: 'refused', code: error.code, params: error.params, issues: error.issues })
    } else {
      tell({ kind: 'failed', error })
    }
  }
})
