/** The embedded store's own thread: PGlite behind a socket, so that a long query leaves the server free. */
import { rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { ThreadAnswer, ThreadInput, ThreadRequest } from './embedded.ts'
import { runWholeStatements } from './whole-statements.ts'

const input = workerData as ThreadInput
const port = parentPort!
const answer = (message: ThreadAnswer, transfer: readonly ArrayBuffer[] = []) =>
  port.postMessage(message, [...transfer])

const store = await PGlite.create({
  ...(input.storeFolder === undefined ? {} : { dataDir: input.storeFolder }),
  ...(input.dump === undefined ? {} : { loadDataDir: new Blob([input.dump]) }),
})

// A broken engine must end the process: the socket server would keep every later query waiting for ever.
const run = store.execProtocolRawStream.bind(store)
store.execProtocolRawStream = (message, options) =>
  run(message, options).catch((error: unknown) => {
    setImmediate(() => {
      throw error
    })
    throw error
  })

runWholeStatements(store)

rmSync(input.socket, { force: true })
// Two, so that a replaced connection need not wait until the old one is gone; only one is ever in use.
const server = new PGLiteSocketServer({ db: store, path: input.socket, maxConnections: 2 })
await server.start()
answer({ kind: 'ready' })

port.on('message', async (request: ThreadRequest) => {
  if (request.kind === 'dump') {
    const dump = await (await store.dumpDataDir('none')).arrayBuffer()
    answer({ kind: 'dump', dump }, [dump])
    return
  }
  await server.stop()
  await store.close()
  answer({ kind: 'closed' })
  port.close()
})
